/** @file Each activation function as captions write it: with z in symbols, or with a number. */

/**
 * @typedef {Object} ActivationTex
 * @property {string} name
 * @property {(z: string) => string} value   σ(z) in TeX
 */

/** @type {Record<import('../../types.js').ActivationName, ActivationTex>} */
export const ACTIVATION_TEX = {
  tanh: { name: 'tanh', value: (z) => `\\tanh(${z})` },
  sigmoid: { name: 'sigmoid', value: (z) => `\\frac{1}{1+e^{-(${z})}}` },
  relu: { name: 'ReLU', value: (z) => `\\max(0, ${z})` },
  leaky_relu: { name: 'leaky ReLU', value: (z) => `\\max(0.01\\cdot(${z}),\\ ${z})` },
  elu: { name: 'ELU', value: (z) => `\\mathrm{ELU}(${z})` },
  gelu: { name: 'GELU', value: (z) => `\\mathrm{GELU}(${z})` },
  softplus: { name: 'softplus', value: (z) => `\\ln(1+e^{${z}})` },
  sine: { name: 'sine', value: (z) => `\\sin(${z})` },
  linear: { name: 'linear', value: (z) => z },
};
