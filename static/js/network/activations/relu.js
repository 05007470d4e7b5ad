/** @file ReLU. */

/** @type {import('./types.js').Activation} */
export const relu = {
  value: (z) => (z > 0 ? z : 0),
  slope: (z) => (z > 0 ? 1 : 0),
  grid(values, start, end) {
    for (let s = start; s < end; s++) values[s] = values[s] > 0 ? values[s] : 0;
  },
  glsl: 'return max(z, 0.0);',
};
