/**
 * Ways down from a place: what plain descent, momentum and Adam make of it, by the server's own optimizers in a session apart.
 */
import { encodeVector, decodeVector } from '../../network/parameters.js';
import { freshState } from '../../state/fresh.js';
import { trainingCount } from '../../state/points.js';

/** @typedef {import('../../types.js').Experiment} Experiment */
/** @typedef {import('./path.js').Stop} Stop */
/** @typedef {{progress: import('../../types.js').Progress, cost: number}} Standing */
/**
 * A session on the server for trying things out.
 * @typedef {object} Walker
 * @property {(checkpoint: import('../../types.js').Checkpoint) => Promise<Standing>} stand goes to a checkpoint
 * @property {(updates: number) => Promise<Standing | null>} walk where so many updates lead, null where they diverge
 */

/** In the order in which they are shown; dashes tell their ways apart. */
export const METHODS = /** @type {const} */ ([
  { name: 'gradient_descent', title: 'plain', dash: [] },
  { name: 'momentum', title: 'momentum', dash: [7, 4] },
  { name: 'adam', title: 'Adam', dash: [1.5, 3.5] },
]);

/** Steps that are taken: the first ones singly, so that what zigzags is seen to. */
const SINGLY = 20;
const STRIDE = 4;
export const STEPS = 100;
/** What momentum and decay are for those that have them, where the run's own optimizer has none. */
const USUAL = { momentum: 0.9, decay: 0.999 };
/** The largest batch that a server takes. */
const LARGEST_BATCH = 2000;

/**
 * @typedef {object} Walk
 * @property {typeof METHODS[number]} method
 * @property {number} rate
 * @property {Stop[]} stops the start, and where steps led
 * @property {boolean} diverged the last stop is the last finite one
 */

/** How the steps are taken: how many at a time. */
const strides = () => [...Array(SINGLY).fill(1), ...Array((STEPS - SINGLY) / STRIDE).fill(STRIDE)];

/**
 * The experiment as a method trains it: with the run's own rate, and all training points in a batch.
 * @param {Experiment} experiment @param {typeof METHODS[number]['name']} optimizer @param {number} points for training
 * @returns {Experiment}
 */
export function experimentOf(experiment, optimizer, points) {
  const own = experiment.optimizer === optimizer ? {} : USUAL;
  return { ...experiment, ...own, optimizer, batch_size: Math.max(1, Math.min(LARGEST_BATCH, points)), shuffle: false };
}

/**
 * @param {Pick<import('../../types.js').State, 'experiment' | 'points' | 'options'>} present
 * @param {Float64Array} from θ
 * @param {Walker} session
 * @param {(walks: Walk[]) => void} onWalk called with what there is so far
 * @returns {Promise<Walk[]>} rejects where the session does
 */
export async function walkDown({ experiment, points, options }, from, session, onWalk) {
  if (!experiment || !options) return [];
  /** @type {Walk[]} */
  const walks = [];
  for (const method of METHODS) {
    const own = experimentOf(experiment, method.name, trainingCount(points));
    const progress = { step: 0, epoch: 0, batch: 0, parameters: encodeVector(from), optimizer: freshState(own, options) };
    const { cost } = await session.stand({ version: 1, experiment: own, points, progress });
    /** @type {Walk} */
    const walk = { method, rate: own.learning_rate, stops: [{ step: 0, cost, parameters: from }], diverged: false };
    walks.push(walk);
    for (const updates of strides()) {
      const there = await session.walk(updates);
      if (!there) {
        walk.diverged = true;
        break;
      }
      walk.stops.push({ step: there.progress.step, cost: there.cost, parameters: decodeVector(there.progress.parameters) });
    }
    onWalk([...walks]);
  }
  return walks;
}
