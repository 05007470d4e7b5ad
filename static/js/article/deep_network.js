/** @file How blame fares in a deep network: the mean of |δ| for each layer. */

import { Architecture } from '../network/architecture.js';
import { feedforward } from '../network/forward.js';
import { backpropagate, oneHot } from './backpropagate.js';

/** @typedef {import('../types.js').ActivationName} ActivationName */

/**
 * θ with each weight a draw times `factor` times Glorot's bound; biases are 0.
 * @param {Architecture} architecture
 * @param {readonly number[]} draws   one for each weight, from −1 to 1: by layer, source, destination
 * @param {number} factor
 */
function parametersOf(architecture, draws, factor) {
  const { sizes, layers } = architecture;
  const parameters = new Float64Array(architecture.parameterCount);
  let at = 0;
  for (let i = 2; i <= layers; i++) {
    const bound = factor * Math.sqrt(6 / (sizes[i - 2] + sizes[i - 1])); // (7.2): a uniform draw has the variance bound² / 3
    for (let j = 0; j < sizes[i - 2]; j++) {
      for (let k = 0; k < sizes[i - 1]; k++) parameters[architecture.weightIndex(i, k, j)] = bound * draws[at++];
    }
  }
  return parameters;
}

/**
 * @param {{sizes: readonly number[], draws: readonly number[]}} deep
 * @param {ActivationName} activation
 * @param {number} factor
 * @param {readonly import('../types.js').Point[]} points
 * @returns {number[]}   mean of |δ| over points and neurons, of layers 2 to n
 */
export function blameByLayer({ sizes, draws }, activation, factor, points) {
  const classes = sizes[sizes.length - 1];
  const architecture = new Architecture({
    features: ['x1', 'x2'], hidden: sizes.slice(1, -1), task: 'classification', classes, activation, output: 'softmax',
  });
  const parameters = parametersOf(architecture, draws, factor);
  const sums = sizes.slice(1).map(() => 0);
  for (const { x1, x2, target } of points) {
    const pass = feedforward(architecture, parameters, x1, x2);
    const { deltas } = backpropagate(architecture, parameters, pass, oneHot(target, classes));
    sums.forEach((_, at) => {
      for (const delta of /** @type {Float64Array} */ (deltas[at + 2])) sums[at] += Math.abs(delta);
    });
  }
  return sums.map((sum, at) => sum / (points.length * sizes[at + 1]));
}
