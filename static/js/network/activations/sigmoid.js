/** @file sigmoid. */

import { quickTanh, shaderTanh } from './quick_tanh.js';

/** @type {import('./types.js').Activation} */
export const sigmoid = {
  /** Where the power overflows, this is 0. */
  value: (z) => 1 / (1 + Math.exp(-z)),
  slope: (z) => 0.5 / (1 + Math.cosh(z)),
  grid(values, start, end) {
    for (let s = start; s < end; s++) values[s] = 0.5 + 0.5 * quickTanh(0.5 * values[s]);
  },
  glsl: `return 0.5 + 0.5 * ${shaderTanh('0.5 * z')};`,
};
