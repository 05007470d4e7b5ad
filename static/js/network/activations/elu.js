/** @file ELU. */

/** @type {import('./types.js').Activation} */
export const elu = {
  value: (z) => (z > 0 ? z : Math.expm1(z)),
  slope: (z) => (z > 0 ? 1 : Math.exp(z)),
  grid(values, start, end) {
    for (let s = start; s < end; s++) if (!(values[s] > 0)) values[s] = Math.expm1(values[s]);
  },
  glsl: 'return mix(exp(min(z, 0.0)) - 1.0, z, vec4(greaterThan(z, vec4(0.0))));',
};
