/**
 * @file GELU in its tanh form, z / (1 + e^−v) with v = 2 √(2/π) (z + 0.044715 z³), with all its digits.
 *
 * A relative error of v counts |v| times in e^−v, up to 700, so that v is made in two parts: from h, which is z rounded
 * to sixteenths, and the coefficients cut to a few bits, a part that is exact; and a rest so small that its rounding
 * does not matter.
 */

import { quickTanh, shaderTanh } from './quick_tanh.js';

// v = LINEAR z + CUBIC z³. What is cut off is the rest of the true coefficient, not of its nearest float64.
const LINEAR = { cut: 0x19884534 / 2 ** 28, rest: -6.37196839509747e-10 };
const CUBIC = { cut: 0x12444f3 / 2 ** 28, rest: -1.3264579024687784e-9 };
/** |z| beyond which e^v is 0 or infinite. */
const FURTHEST = 40;

/** z where e^−v is neither 0 nor infinite. @param {number} z */
const held = (z) => Math.max(-FURTHEST, Math.min(FURTHEST, z));

/** e^−v. @param {number} z */
function power(z) {
  const h = Math.round(z * 16) / 16;
  const rest = z - h;
  const exact = LINEAR.cut * h + CUBIC.cut * h ** 3;
  const cubedRest = rest * (h * h + z * (z + h)); // z³ − h³
  const small = LINEAR.cut * rest + LINEAR.rest * z + CUBIC.rest * h ** 3 + (CUBIC.cut + CUBIC.rest) * cubedRest;
  return Math.exp(-exact) * Math.exp(-small);
}

/** g (1 + z v' (1 − g)) by the product rule, where g = 1 / (1 + e^−v) and 1 − g = 1 / (1 + e^v). @param {number} z */
function slope(z) {
  const near = held(z);
  const p = power(near);
  const steepness = LINEAR.cut + LINEAR.rest + 3 * (CUBIC.cut + CUBIC.rest) * near * near;
  return (1 + near * steepness / (1 + 1 / p)) / (1 + p);
}

const SCALE = Math.sqrt(2 / Math.PI);
const CUBED = 0.044715;

/** @type {import('./types.js').Activation} */
export const gelu = {
  value: (z) => z / (1 + power(held(z))),
  slope,
  grid(values, start, end) {
    for (let s = start; s < end; s++) {
      const z = values[s];
      values[s] = 0.5 * z * (1 + quickTanh(SCALE * (z + CUBED * z * z * z)));
    }
  },
  glsl: `vec4 inner = ${SCALE} * (z + ${CUBED} * z * z * z);
    return 0.5 * z * (1.0 + ${shaderTanh('inner')});`,
};
