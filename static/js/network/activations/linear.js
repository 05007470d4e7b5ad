/** @file The activation that does nothing. */

/** @type {import('./types.js').Activation} */
export const linear = {
  value: (z) => z,
  slope: () => 1,
  grid() {},
  glsl: 'return z;',
};
