/** @file What turns the last layer's pre-activations z^n into its activations a^n, and what these lack of the truth. */

import { ACTIVATIONS } from './activations.js';

/** @typedef {import('../types.js').OutputName} OutputName */
/** @typedef {(z: ArrayLike<number>) => Float64Array} Output */

/** @param {Float64Array} values */
const total = (values) => values.reduce((sum, value) => sum + value, 0);

/**
 * Taking the greatest z off leaves the quotient as it is and keeps the powers within float64. It is taken off in whole
 * parts: that is exact, where a difference of z would be rounded, which counts as often in a as the difference is large.
 * A sum that overflowed to −∞ has no share.
 * @type {Output}
 */
function softmax(z) {
  const whole = Float64Array.from(z, Math.round);
  const greatest = Math.max(...whole);
  const powers = whole.map((part, k) => Math.exp(part - greatest) * Math.exp(Number.isFinite(part) ? z[k] - part : 0));
  const sum = total(powers);
  return powers.map((power) => power / sum);
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

/**
 * a^n − y with all its digits, also where y is 1 and a is nearly so.
 * @param {OutputName} output
 * @param {ArrayLike<number>} z   z^n
 * @param {ArrayLike<number>} a   a^n
 * @param {ArrayLike<number>} y   one-hot where the output is a probability
 * @returns {Float64Array}
 */
export function residual(output, z, a, y) {
  const values = Float64Array.from(a);
  return values.map((value, k) => {
    if (output === 'softmax' && y[k] === 1) return -total(values.filter((_, m) => m !== k));
    if (output === 'sigmoid' && y[k] === 1) return -ACTIVATIONS.sigmoid.value(-z[k]);
    if (output === 'tanh' && Math.abs(y[k]) === 1) return (-2 * y[k]) / (1 + Math.exp(2 * y[k] * z[k]));
    return value - y[k];
  });
}
