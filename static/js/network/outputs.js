/** @file What turns the last layer's pre-activations z^n into its activations a^n, and what these lack of the truth. */

import { ACTIVATIONS } from './activations.js';
import { OUTPUT_KINDS } from './output_kinds.js';

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

/** @type {(output: OutputName) => Output} */
const elementwise = (output) => {
  const { value } = ACTIVATIONS[OUTPUT_KINDS[output].activation ?? 'linear'];
  return (z) => Float64Array.from(z, value);
};

/** @type {Record<OutputName, Output>} */
export const OUTPUTS = {
  softmax,
  sigmoid: elementwise('sigmoid'),
  tanh: elementwise('tanh'),
  linear: elementwise('linear'),
  one_sigmoid: elementwise('one_sigmoid'),
  one_tanh: elementwise('one_tanh'),
};

/** What the last layer puts its sums into. @param {OutputName} output */
export const bendOf = (output) => OUTPUT_KINDS[output].activation ?? 'softmax';

/** How many output neurons tell so many classes apart. @param {OutputName} output @param {number} classes */
export const neuronsOf = (output, classes) => (OUTPUT_KINDS[output].levels ? 1 : classes);

/**
 * y of a point of this class, from 0: one-hot, or the level of the class.
 * @param {OutputName} output @param {number} named @param {number} classes
 */
export function targetOf(output, named, classes) {
  const { levels } = OUTPUT_KINDS[output];
  return levels ? [levels[named] ?? NaN] : Array.from({ length: classes }, (_, k) => Number(k === named));
}

/**
 * What an output says of each class: a single neuron's answer is the second one's, and what it leaves the first one's.
 * @param {OutputName} output
 * @param {ArrayLike<number>} a   a^n; one number in regression
 * @param {boolean} [isClass]
 * @returns {ArrayLike<number>} the class with the largest is the network's answer
 */
export function byClass(output, a, isClass = true) {
  const { levels } = OUTPUT_KINDS[output];
  return levels && isClass ? [levels[0] + levels[1] - a[0], a[0]] : a;
}

/** The same of z^n. @param {OutputName} output @param {ArrayLike<number>} z @returns {ArrayLike<number>} */
export const sumsByClass = (output, z) => (OUTPUT_KINDS[output].levels ? [-z[0], z[0]] : z);

/**
 * a^n − y with all its digits, also where y is 1 and a is nearly so.
 * @param {OutputName} output
 * @param {ArrayLike<number>} z   z^n
 * @param {ArrayLike<number>} a   a^n
 * @param {ArrayLike<number>} y   one-hot where each class has a neuron
 * @returns {Float64Array}
 */
export function residual(output, z, a, y) {
  const values = Float64Array.from(a);
  const { activation } = OUTPUT_KINDS[output];
  return values.map((value, k) => {
    if (activation === null && y[k] === 1) return -total(values.filter((_, m) => m !== k));
    if (activation === 'sigmoid' && y[k] === 1) return -ACTIVATIONS.sigmoid.value(-z[k]);
    if (activation === 'tanh' && Math.abs(y[k]) === 1) return (-2 * y[k]) / (1 + Math.exp(2 * y[k] * z[k]));
    return value - y[k];
  });
}
