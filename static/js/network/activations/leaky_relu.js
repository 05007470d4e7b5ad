/** @file Leaky ReLU. */

const LEAK = 0.01;

/** @type {import('./types.js').Activation} */
export const leaky_relu = {
  value: (z) => (z > 0 ? z : LEAK * z),
  slope: (z) => (z > 0 ? 1 : LEAK),
  grid(values, start, end) {
    for (let s = start; s < end; s++) if (!(values[s] > 0)) values[s] *= LEAK;
  },
  glsl: `return max(z, ${LEAK} * z);`,
};
