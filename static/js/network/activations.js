/**
 * @file Activation functions σ(z) with their derivatives σ'(z), both as functions of the pre-activation z.
 */

const LEAK = 0.01;
const GELU_SCALE = Math.sqrt(2 / Math.PI);
const GELU_CUBIC = 0.044715;

/** @param {number} z */
const sigmoid = (z) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : 1 - 1 / (1 + Math.exp(z)));

/** The inner tanh of GELU's tanh form. @param {number} z */
const geluGate = (z) => Math.tanh(GELU_SCALE * (z + GELU_CUBIC * z * z * z));

/**
 * @typedef {Object} Activation
 * @property {(z: number) => number} value        σ(z)
 * @property {(z: number) => number} derivative   σ'(z)
 */

/** @type {Record<import('../types.js').ActivationName, Activation>} */
export const ACTIVATIONS = {
  tanh: { value: Math.tanh, derivative: (z) => 1 - Math.tanh(z) ** 2 },
  sigmoid: { value: sigmoid, derivative: (z) => sigmoid(z) * sigmoid(-z) },
  relu: { value: (z) => (z > 0 ? z : 0), derivative: (z) => (z > 0 ? 1 : 0) },
  leaky_relu: { value: (z) => (z > 0 ? z : LEAK * z), derivative: (z) => (z > 0 ? 1 : LEAK) },
  elu: { value: (z) => (z > 0 ? z : Math.expm1(z)), derivative: (z) => (z > 0 ? 1 : Math.exp(z)) },
  gelu: {
    value: (z) => 0.5 * z * (1 + geluGate(z)),
    derivative: (z) => {
      const gate = geluGate(z);
      return 0.5 * (1 + gate) + 0.5 * z * (1 - gate * gate) * GELU_SCALE * (1 + 3 * GELU_CUBIC * z * z);
    },
  },
  softplus: { value: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))), derivative: sigmoid },
  sine: { value: Math.sin, derivative: Math.cos },
  linear: { value: (z) => z, derivative: () => 1 },
};

/** Names of the activations whose |σ(z)| never passes 1, so that their maps need no scale. */
export const BOUNDED_ACTIVATIONS = new Set(['tanh', 'sigmoid', 'sine']);
