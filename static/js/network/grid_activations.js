/**
 * @file The activation functions as loops over float32 arrays, in place. One loop each, so that each is
 * compiled alone.
 */

import { ACTIVATIONS } from './activations.js';

/** |x| beyond which tanh x is 1 in float32. */
const SATURATION = 9;

/**
 * tanh to 3·10⁻⁸, several times as fast as Math.tanh: Lambert's continued fraction of tanh at x/2, cut after
 * its seventh level, which gives a quotient N/D; then tanh x = 2 t / (1 + t²) with t = N/D.
 * @param {number} x
 */
export function quickTanh(x) {
  const half = 0.5 * (x > SATURATION ? SATURATION : x < -SATURATION ? -SATURATION : x);
  const square = half * half;
  const numerator = half * (135135 + square * (17325 + square * (378 + square)));
  const denominator = 135135 + square * (62370 + square * (3150 + square * 28));
  return (2 * numerator * denominator) / (denominator * denominator + numerator * numerator);
}

const GELU_SCALE = Math.sqrt(2 / Math.PI);
const GELU_CUBIC = 0.044715;

const { elu, leaky_relu, relu, sine, softplus } = ACTIVATIONS;

/**
 * @type {Record<import('../types.js').ActivationName, (values: Float32Array, start: number, end: number) =>
 *   void>}
 */
export const GRID_ACTIVATIONS = {
  tanh(values, start, end) {
    for (let s = start; s < end; s++) values[s] = quickTanh(values[s]);
  },
  sigmoid(values, start, end) {
    for (let s = start; s < end; s++) values[s] = 0.5 + 0.5 * quickTanh(0.5 * values[s]);
  },
  relu(values, start, end) {
    for (let s = start; s < end; s++) values[s] = relu.value(values[s]);
  },
  leaky_relu(values, start, end) {
    for (let s = start; s < end; s++) values[s] = leaky_relu.value(values[s]);
  },
  elu(values, start, end) {
    for (let s = start; s < end; s++) values[s] = elu.value(values[s]);
  },
  gelu(values, start, end) {
    for (let s = start; s < end; s++) {
      const z = values[s];
      values[s] = 0.5 * z * (1 + quickTanh(GELU_SCALE * (z + GELU_CUBIC * z * z * z)));
    }
  },
  softplus(values, start, end) {
    for (let s = start; s < end; s++) values[s] = softplus.value(values[s]);
  },
  sine(values, start, end) {
    for (let s = start; s < end; s++) values[s] = sine.value(values[s]);
  },
  linear() {},
};
