/**
 * @file The way back after a divergence: from which milestone, and with which learning rate.
 *
 * The last finite parameters are of no use for that: a run that is about to overflow is long lost. The lowest cost of
 * the run is, with a rate that was tried out from there: `findWayBack` has the server train on in a separate session.
 */

import { checkpointOf } from '../wire/checkpoint.js';
import { freshState } from './fresh.js';
import { measuredAlike } from './milestones.js';
import { trainingCount } from './points.js';
import { architectureOf } from './selectors.js';

/** @typedef {import('../types.js').Experiment} Experiment */
/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../types.js').Progress} Progress */
/** @typedef {import('./milestones.js').Milestone} Milestone */

/**
 * @typedef {object} WayBack
 * @property {Progress} progress        to go on from, as the present experiment and points take it
 * @property {number} cost              over the present training points, NaN where it is not known
 * @property {Remedy} changes           of the experiment, to go on with
 * @property {boolean} by_hand          a weight was set by hand since
 * @property {boolean} restart          from step 0 rather than from `progress`
 * @property {{updates: number, cost: number} | null} tried   what became of it on the server
 */

/** @typedef {{learning_rate: number, momentum?: number, decay?: number}} Remedy */
/** @typedef {{progress: Progress, cost: number}} Standing */
/**
 * A session on the server for trying things out.
 * @typedef {object} Rehearsal
 * @property {(checkpoint: import('../types.js').Checkpoint) => Promise<Standing>} stand   goes to a checkpoint
 * @property {() => Promise<Standing>} restart   goes to step 0 of the same experiment
 * @property {(updates: number) => Promise<number>} train   resolves to the cost then, NaN where it diverged
 */
/** @typedef {{experiment: Experiment, points: Point[], options: import('../types.js').Options}} Present */

/** How many updates a rate has to hold for, in parts: after each the cost must be no higher than before. */
export const UPDATES = 2000;
const PARTS = 2;
/** How much higher a cost may be and still count as no higher, since batches differ. */
export const SLACK = 1.05;
const LEAST_RATE = 0.000001;
const LOWER_BY = 10;
/** The greatest rate where none could be tried out. */
const CAREFUL_RATE = 0.01;
/** How many rates are tried before other settings are suspected; below them training hardly moves. */
const MOST_RATES = 5;
/** What momentum and decay usually are. */
const USUAL = { momentum: 0.9, decay: 0.999 };
/** How many moments the server is asked to measure: what the page knows may be a second old, or about other points. */
const MOST_ASKED = 4;
/** How many of these rates are tried from. */
const MOST_TRIED = 2;

/** A tenth of the rate, without the digits of binary fractions. @param {number} rate */
export function lowerRate(rate) {
  return Math.max(LEAST_RATE, Number((rate / LOWER_BY).toPrecision(6)));
}

/**
 * The milestones to go back to, best first: by the lowest cost that is known, then the oldest.
 * @param {readonly Milestone[]} milestones oldest first
 * @param {Present} present
 * @returns {WayBack[]} with the learning rate to begin with
 */
export function waysBack(milestones, present) {
  const { experiment, points } = present;
  const architecture = architectureOf(experiment);
  const fitting = milestones.filter(({ experiment: then }) => architectureOf(then).sameShape(architecture));
  const known = fitting
    .filter(({ cost, experiment: then }) => Number.isFinite(cost) && measuredAlike(then, experiment))
    .sort((one, other) => one.cost - other.cost);
  const measuredNow = known.find((milestone) => milestone.points === points);
  const chosen = new Set([...known.slice(0, MOST_ASKED), measuredNow, fitting[0]].filter((milestone) => milestone !== undefined));
  return [...chosen].map((milestone) => {
    const later = milestones.slice(milestones.indexOf(milestone) + 1);
    const byHand = later.some(({ by_hand: isByHand }) => isByHand);
    const then = milestone.learning_rate;
    const rate = experiment.learning_rate;
    return {
      progress: progressFor(milestone, present),
      cost: known.includes(milestone) ? milestone.cost : NaN,
      // A weight that was set by hand may be all that was wrong.
      changes: { learning_rate: byHand ? rate : then < rate ? then : lowerRate(rate) },
      by_hand: byHand,
      restart: false,
      tried: null,
    };
  });
}

/**
 * The progress as the present experiment and points take it: other batches start the pass anew, another optimizer
 * remembers nothing.
 * @param {Pick<Milestone, 'progress' | 'experiment' | 'training_points'>} milestone
 * @param {Present} present
 * @returns {Progress}
 */
export function progressFor({ progress, experiment: then, training_points: pointsThen }, { experiment, points, options }) {
  const sameBatches = then.batch_size === experiment.batch_size && then.shuffle === experiment.shuffle
    && pointsThen === trainingCount(points);
  return {
    ...progress,
    batch: sameBatches ? progress.batch : 0,
    optimizer: then.optimizer === experiment.optimizer ? progress.optimizer : freshState(experiment, options),
  };
}

/**
 * @param {Pick<Present, 'experiment' | 'points'>} present
 * @param {Pick<WayBack, 'progress' | 'changes'>} way
 * @returns {import('../types.js').Checkpoint}
 */
const checkpointAt = ({ experiment, points }, { progress, changes }) =>
  checkpointOf({ experiment: { ...experiment, ...changes }, points, progress });

/**
 * What going back asks of the server.
 * @param {Pick<Present, 'experiment' | 'points'>} present
 * @param {Pick<WayBack, 'progress' | 'changes' | 'restart'>} way
 * @returns {import('../types.js').Command}
 */
export function commandOf(present, way) {
  // A seed, even the same one, starts the run anew.
  return way.restart ? { type: 'configure', changes: { ...way.changes, seed: present.experiment.seed } }
    : { type: 'load', checkpoint: checkpointAt(present, way), training: false };
}

/**
 * Momentum and decay as they usually are, where the optimizer has them and they are not.
 * @param {Pick<Present, 'experiment' | 'options'>} present
 * @returns {{momentum?: number, decay?: number}}
 */
function calmer({ experiment: { optimizer, momentum, decay }, options }) {
  const { settings } = options.optimizer[optimizer];
  return {
    ...(settings.includes('momentum') && momentum > USUAL.momentum ? { momentum: USUAL.momentum } : {}),
    ...(settings.includes('decay') && decay < USUAL.decay ? { decay: USUAL.decay } : {}),
  };
}

/**
 * What to try from a milestone, in order: lower rates, then with momentum and decay as they usually are, then rates so low
 * that training hardly moves.
 * @param {number} first rate
 * @param {Pick<Present, 'experiment' | 'options'>} present
 * @returns {Remedy[]}
 */
export function remedies(first, present) {
  const rates = [first];
  while (rates[rates.length - 1] > LEAST_RATE) rates.push(lowerRate(rates[rates.length - 1]));
  const plain = rates.map((rate) => ({ learning_rate: rate }));
  const calming = calmer(present);
  const calm = Object.keys(calming).length > 0 ? plain.map((remedy) => ({ ...remedy, ...calming })) : [];
  return [...plain.slice(0, MOST_RATES), ...calm.slice(0, MOST_RATES), ...plain.slice(MOST_RATES)];
}

/**
 * The best way back that the server could train on from; null where none of them holds at any rate.
 * @param {readonly WayBack[]} ways best first
 * @param {Present} present
 * @param {Rehearsal} rehearsal
 * @param {(way: WayBack) => void} onTry called with what is tried next, which is better than everything tried before
 * @returns {Promise<WayBack | null>} rejects where the rehearsal does
 */
export async function findWayBack(ways, present, rehearsal, onTry) {
  const standing = [];
  for (const way of ways) standing.push({ ...way, ...await rehearsal.stand(checkpointAt(present, way)) });
  const best = standing.filter(({ cost }) => Number.isFinite(cost)).sort((one, other) => one.cost - other.cost);
  // The start of the run is always there, even where the page never saw it.
  const lower = lowerRate(present.experiment.learning_rate);
  const start = { ...await rehearsal.restart(), changes: { learning_rate: lower }, by_hand: false, restart: false, tried: null };

  for (const way of [...best.slice(0, MOST_TRIED), start]) {
    for (const changes of remedies(way.changes.learning_rate, present)) {
      const found = { ...way, changes };
      onTry(found);
      await rehearsal.stand(checkpointAt(present, found));
      const cost = await trained(found, rehearsal);
      if (!Number.isNaN(cost)) return { ...found, tried: { updates: UPDATES, cost } };
    }
  }
  return null;
}

/** The cost after the updates, NaN where it rose on the way. @param {WayBack} way @param {Rehearsal} rehearsal */
async function trained({ cost: before }, rehearsal) {
  let cost = NaN;
  for (let part = 0; part < PARTS; part++) {
    cost = await rehearsal.train(UPDATES / PARTS);
    if (!(cost <= SLACK * before)) return NaN;
  }
  return cost;
}

/**
 * The way back where nothing can be tried out: far down at once, and from the start after another divergence.
 * @param {readonly WayBack[]} ways best first
 * @param {Progress} last the last finite one, for lack of any other
 * @param {Pick<Present, 'experiment' | 'options'>} present
 * @param {number} before how often it has diverged before in this run
 * @returns {WayBack}
 */
export function guessedWayBack(ways, last, present, before) {
  const [best] = ways;
  const restart = before > 0 || !best || !Number.isFinite(best.cost);
  const changes = best?.by_hand && !restart ? best.changes
    : { learning_rate: Math.min(CAREFUL_RATE, lowerRate(present.experiment.learning_rate)), ...calmer(present) };
  return { ...(best ?? { progress: last, cost: NaN, by_hand: false, tried: null }), changes, restart };
}
