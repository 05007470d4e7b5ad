/** @file sine; its shader takes the one that `field/shaders.js` defines, as features do. */

/** @type {import('./types.js').Activation} */
export const sine = {
  value: Math.sin,
  slope: Math.cos,
  grid(values, start, end) {
    for (let s = start; s < end; s++) values[s] = Math.sin(values[s]);
  },
  glsl: 'return sine(z);',
};
