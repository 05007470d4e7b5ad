/**
 * Which point's pass teaches most: of the training points that the network gets wrong the one nearest to the boundary, where a
 * small change sets it right; where none is wrong, the one that costs most.
 */
import { byClass, sumsByClass, targetOf } from '../../network/outputs.js';
import { feedforward } from '../../network/forward.js';
import { sampleCost } from '../../network/sample_cost.js';
import { indexOfLargest } from '../points/point_words.js';

/** @typedef {import('../../types.js').Point} Point */
/** @typedef {import('../../network/architecture.js').Architecture} Architecture */

/** Half the way over which the slope of a lead is measured. */
const NUDGE = 1e-4;

/**
 * How far a point lies from where its own class would win along the plane, to first order: the winner's lead over it by how
 * fast that changes.
 * @param {Architecture} architecture
 * @param {ArrayLike<number>} parameters
 * @param {Point} point
 */
export function distanceToBoundary(architecture, parameters, { x1, x2, more = [], target }) {
  const sumsAt = (/** @type {number} */ a, /** @type {number} */ b) =>
    sumsByClass(architecture.output, /** @type {Float64Array} */ (feedforward(architecture, parameters, a, b, more).pre_activations[architecture.layers]));
  const winner = indexOfLargest(sumsAt(x1, x2));
  const lead = (/** @type {number} */ a, /** @type {number} */ b) => {
    const z = sumsAt(a, b);
    return z[winner] - z[target];
  };
  const slope = Math.hypot(lead(x1 + NUDGE, x2) - lead(x1 - NUDGE, x2), lead(x1, x2 + NUDGE) - lead(x1, x2 - NUDGE)) / (2 * NUDGE);
  return lead(x1, x2) / slope;
}

/**
 * @param {readonly Point[]} points
 * @param {{architecture: Architecture, parameters: ArrayLike<number>} | null} network
 * @param {import('../../types.js').Experiment | null} experiment
 * @returns {number | null} its id; null where there is no training point to choose from
 */
export function mostTelling(points, network, experiment) {
  if (!network || !experiment) return null;
  const { architecture, parameters } = network;
  const { classes } = architecture;
  const isClass = experiment.task === 'classification';
  const known = points.filter(({ test, target }) => !test && (!isClass || target < classes));
  /** @type {{id: number, wrong: boolean, by: number} | null} */
  let best = null;
  for (const point of known) {
    const pass = feedforward(architecture, parameters, point.x1, point.x2, point.more ?? []);
    const wrong = isClass && indexOfLargest(byClass(architecture.output, /** @type {Float64Array} */ (pass.activations[architecture.layers]))) !== point.target;
    const y = isClass ? targetOf(architecture.output, point.target, classes) : [point.target];
    const by = wrong ? -distanceToBoundary(architecture, parameters, point) : sampleCost(experiment, pass, y);
    if (!best || (wrong && !best.wrong) || (wrong === best.wrong && by > best.by)) best = { id: point.id, wrong, by };
  }
  return best?.id ?? null;
}
