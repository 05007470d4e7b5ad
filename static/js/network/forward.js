/** @file Feedforward of one point, in float64: the numbers that a person is shown. */

import { ACTIVATIONS } from './activations.js';
import { FEATURES } from './features.js';
import { OUTPUTS } from './outputs.js';

/** @typedef {import('./architecture.js').Architecture} Architecture */

/**
 * @typedef {Object} ForwardPass   lists by layer number
 * @property {(Float64Array | null)[]} activations       slot 0 is null
 * @property {(Float64Array | null)[]} pre_activations   slots 0 and 1 are null
 */

/**
 * @param {Architecture} architecture
 * @param {ArrayLike<number>} parameters θ
 * @param {number} x1
 * @param {number} x2
 * @param {ArrayLike<number>} [more] a point's further coordinates; a place of the plane has those that are held
 * @returns {ForwardPass}
 */
export function feedforward(architecture, parameters, x1, x2, more = architecture.held) {
  const { features, sizes, layers } = architecture;
  const activate = ACTIVATIONS[architecture.activation].value;
  /** @type {Float64Array} */
  let a = Float64Array.from(features, (name) => FEATURES[name](x1, x2, more));
  /** @type {(Float64Array | null)[]} */
  const activations = [null, a];
  /** @type {(Float64Array | null)[]} */
  const preActivations = [null, null];
  for (let i = 2; i <= layers; i++) {
    const z = new Float64Array(sizes[i - 1]);
    for (let k = 0; k < z.length; k++) {
      let sum = parameters[architecture.biasIndex(i, k)];
      for (let j = 0; j < a.length; j++) sum += parameters[architecture.weightIndex(i, k, j)] * a[j];
      z[k] = sum; // (F1)
    }
    a = i < layers ? z.map(activate) : OUTPUTS[architecture.output](z);
    preActivations.push(z);
    activations.push(a);
  }
  return { activations, pre_activations: preActivations };
}
