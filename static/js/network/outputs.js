/** @file What turns the last layer's pre-activations z^n into its activations a^n. */

import { ACTIVATIONS } from './activations.js';

/** @typedef {import('../types.js').OutputName} OutputName */
/** @typedef {(z: ArrayLike<number>) => Float64Array} Output */

/** @type {Output} */
function softmax(z) {
  // Subtracting the greatest z leaves the quotient as it is and keeps every exponential at most 1.
  const greatest = Math.max(...Array.from(z));
  const a = Float64Array.from(z, (value) => Math.exp(value - greatest));
  const sum = a.reduce((total, value) => total + value, 0);
  return a.map((value) => value / sum);
}

/** @type {(name: 'sigmoid' | 'tanh' | 'linear') => Output} */
const elementwise = (name) => (z) => Float64Array.from(z, ACTIVATIONS[name].value);

/** @type {Record<OutputName, Output>} */
export const OUTPUTS = {
  softmax,
  sigmoid: elementwise('sigmoid'),
  tanh: elementwise('tanh'),
  linear: elementwise('linear'),
};
