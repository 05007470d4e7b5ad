/** @file tanh. */

import { quickTanh, shaderTanh } from './quick_tanh.js';

/** @type {import('./types.js').Activation} */
export const tanh = {
  value: Math.tanh,
  slope: (z) => (1 / Math.cosh(z)) ** 2,
  grid(values, start, end) {
    for (let s = start; s < end; s++) values[s] = quickTanh(values[s]);
  },
  glsl: `return ${shaderTanh('z')};`,
};
