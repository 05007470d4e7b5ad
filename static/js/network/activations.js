/**
 * @file Activation functions σ(z) with their derivatives σ'(z), both as functions of the pre-activation z.
 *
 * All keep their digits as far out as float64 has numbers: what is nearly 0 is made from exponentials, never as a
 * difference of numbers that are nearly equal.
 */

import { gelu, geluSlope } from './gelu.js';

const LEAK = 0.01;

/** Where the power overflows, this is 0. @param {number} z */
const sigmoid = (z) => 1 / (1 + Math.exp(-z));

/**
 * @typedef {Object} Activation
 * @property {(z: number) => number} value        σ(z)
 * @property {(z: number) => number} derivative   σ'(z)
 */

/** @type {Record<import('../types.js').ActivationName, Activation>} */
export const ACTIVATIONS = {
  tanh: { value: Math.tanh, derivative: (z) => (1 / Math.cosh(z)) ** 2 },
  sigmoid: { value: sigmoid, derivative: (z) => 0.5 / (1 + Math.cosh(z)) },
  relu: { value: (z) => (z > 0 ? z : 0), derivative: (z) => (z > 0 ? 1 : 0) },
  leaky_relu: { value: (z) => (z > 0 ? z : LEAK * z), derivative: (z) => (z > 0 ? 1 : LEAK) },
  elu: { value: (z) => (z > 0 ? z : Math.expm1(z)), derivative: (z) => (z > 0 ? 1 : Math.exp(z)) },
  gelu: { value: gelu, derivative: geluSlope },
  softplus: { value: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))), derivative: sigmoid },
  sine: { value: Math.sin, derivative: Math.cos },
  linear: { value: (z) => z, derivative: () => 1 },
};

/** Names of the activations whose |σ(z)| never passes 1, so that their maps need no scale. */
export const BOUNDED_ACTIVATIONS = new Set(['tanh', 'sigmoid', 'sine']);
