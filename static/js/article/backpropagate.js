/** @file Backpropagation of one point, for the cases in which δ^n = a^n − y: the article's networks. */

import { ACTIVATIONS } from '../network/activations.js';
import { residual } from '../network/outputs.js';

/** @typedef {import('../network/architecture.js').Architecture} Architecture */
/** @typedef {import('../network/forward.js').ForwardPass} ForwardPass */

/** The target y of a class. @param {number} c class, from 0 @param {number} classes */
export const oneHot = (c, classes) => Array.from({ length: classes }, (_, k) => (k === c ? 1 : 0));

/**
 * @param {Architecture} architecture
 * @param {ArrayLike<number>} parameters   θ
 * @param {ForwardPass} pass
 * @param {ArrayLike<number>} target   y
 * @returns {{deltas: (Float64Array | null)[], gradient: Float64Array}}   δ by layer number; the gradient laid out as θ
 */
export function backpropagate(architecture, parameters, { activations, pre_activations: preActivations }, target) {
  const { layers, output, sizes } = architecture;
  const slope = ACTIVATIONS[architecture.activation].slope;
  const gradient = new Float64Array(architecture.parameterCount);
  /** @type {(Float64Array | null)[]} */
  const deltas = Array(layers + 1).fill(null);
  const [z, a] = [preActivations[layers], activations[layers]].map((list) => /** @type {Float64Array} */ (list));
  let delta = residual(output, z, a, target); // (B1)
  for (let i = layers; i >= 2; i--) {
    deltas[i] = delta;
    const before = /** @type {Float64Array} */ (activations[i - 1]);
    for (let k = 0; k < delta.length; k++) {
      gradient[architecture.biasIndex(i, k)] = delta[k]; // (B3)
      for (let j = 0; j < before.length; j++) gradient[architecture.weightIndex(i, k, j)] = before[j] * delta[k]; // (B4)
    }
    if (i === 2) break;
    const above = delta, sums = /** @type {Float64Array} */ (preActivations[i - 1]);
    delta = new Float64Array(sizes[i - 2]);
    for (let k = 0; k < delta.length; k++) {
      let sum = 0;
      for (let m = 0; m < above.length; m++) sum += parameters[architecture.weightIndex(i, m, k)] * above[m];
      delta[k] = sum * slope(sums[k]); // (B2)
    }
  }
  return { deltas, gradient };
}
