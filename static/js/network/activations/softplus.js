/** @file softplus. */

import { sigmoid } from './sigmoid.js';

/** @param {number} z */
const value = (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/** @type {import('./types.js').Activation} */
export const softplus = {
  value,
  slope: sigmoid.value,
  grid(values, start, end) {
    for (let s = start; s < end; s++) values[s] = value(values[s]);
  },
  glsl: 'return max(z, 0.0) + log(1.0 + exp(-abs(z)));',
};
