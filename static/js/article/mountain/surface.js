/** @file The cost of a network over two of its weights: heights and slopes, computed from its own points. */

import { softmaxCrossEntropy } from '../../network/cross_entropy.js';
import { feedforward } from '../../network/forward.js';
import { axisSlice } from '../../network/mountain/directions.js';
import { problemOf } from '../../network/mountain/problem.js';
import { createSliceCost } from '../../network/mountain/slice_cost.js';
import { backpropagate, oneHot } from '../backpropagate.js';

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

/** What the land's heights are the cost of. @param {import('../networks.js').Network} network @param {import('../networks.js').MountainData} data */
export function problemAndSlice({ architecture, parameters, points, experiment }, { weights }) {
  const [first, second] = weights.map(([layer, to, from]) => architecture.weightIndex(layer, to, from));
  return { problem: problemOf(experiment, points), slice: axisSlice(parameters, first, second) };
}

/**
 * @param {import('../networks.js').Network} network
 * @param {import('../networks.js').MountainData} data
 * @returns {Surface}
 */
export function createSurface(network, data) {
  const { architecture, parameters, points, experiment } = network;
  const { weights, low, high, lowest: [u, v, least] } = data;
  const free = parameters.slice();
  const indices = weights.map(([layer, to, from]) => architecture.weightIndex(layer, to, from));
  const { problem, slice } = problemAndSlice(network, data);
  const sliceCost = createSliceCost(problem, slice);
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
    costAt: (at) => sliceCost(...at),
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
