/** @file The cost of a network over two of its weights: heights and slopes, computed from its own points. */

import { softmaxCrossEntropy } from '../../network/cross_entropy.js';
import { feedforward } from '../../network/forward.js';
import { backpropagate, oneHot } from '../backpropagate.js';
import { createQuickCost } from './quick_cost.js';

/** @typedef {[number, number]} Pair   a value for each of the two weights */
/** @typedef {{at: Pair, cost: number}} Stop   a place of a path and its cost */

/**
 * @typedef {Object} Surface
 * @property {Pair} low     corner of the map
 * @property {Pair} high
 * @property {Stop} lowest   the lowest place on the map
 * @property {(at: Pair) => number} costAt                                mean over the network's points (5.3)
 * @property {(at: Pair) => {cost: number, slope: Pair}} slopeAt          with both partial derivatives
 * @property {(at: Pair) => boolean} contains                             whether a place lies on the map
 */

/**
 * @param {import('../networks.js').Network} network
 * @param {import('../networks.js').MountainData} data
 * @returns {Surface}
 */
export function createSurface({ architecture, parameters, points, experiment }, { weights, low, high, lowest: [u, v, least] }) {
  const free = parameters.slice();
  const indices = weights.map(([layer, to, from]) => architecture.weightIndex(layer, to, from));
  const quickCost = createQuickCost(architecture, points);
  const samples = points.map(({ x1, x2, target }) => ({ x1, x2, target, y: oneHot(target, experiment.classes) }));

  /** @param {Pair} at */
  const place = (at) => indices.forEach((index, which) => {
    free[index] = at[which];
  });

  /** @param {import('../../network/forward.js').ForwardPass} pass @param {number} target */
  const costOf = ({ pre_activations: sums }, target) =>
    softmaxCrossEntropy(/** @type {Float64Array} */ (sums[architecture.layers]), target); // (C1)

  return {
    low,
    high,
    lowest: { at: [u, v], cost: least },
    contains: (at) => at.every((value, which) => value >= low[which] && value <= high[which]),
    costAt(at) {
      place(at);
      return quickCost(free);
    },
    slopeAt(at) {
      place(at);
      let cost = 0;
      /** @type {Pair} */
      const slope = [0, 0];
      for (const { x1, x2, target, y } of samples) {
        const pass = feedforward(architecture, free, x1, x2);
        const { gradient } = backpropagate(architecture, free, pass, y);
        cost += costOf(pass, target) / samples.length;
        indices.forEach((index, which) => {
          slope[which] += gradient[index] / samples.length;
        });
      }
      return { cost, slope };
    },
  };
}

/** Milliseconds of computing before the page gets its turn. */
const SLICE = 6;

/**
 * The heights at nodes² places, rows from the low corner, without ever holding the page up.
 * @param {Surface} surface
 * @param {number} nodes
 * @returns {Promise<Float64Array>}
 */
export async function heightsOf({ low, high, costAt }, nodes) {
  const heights = new Float64Array(nodes * nodes);
  let began = performance.now();
  for (let at = 0; at < heights.length; at++) {
    const [column, row] = [at % nodes, Math.floor(at / nodes)];
    heights[at] = costAt([between(low[0], high[0], column / (nodes - 1)), between(low[1], high[1], row / (nodes - 1))]);
    if (performance.now() - began < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  }
  return heights;
}

/** @param {number} from @param {number} to @param {number} share */
const between = (from, to, share) => from + (to - from) * share;
