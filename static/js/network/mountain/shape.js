/** @file The shape of the ground around a place of a slice: its slope there, and how it bends, by the Hessian's two eigenvalues. */

import { parametersAt } from './directions.js';
import { dot } from './eigen.js';
import { gradientOf } from './gradient.js';
import { createSliceCost } from './slice_cost.js';

/** @typedef {import('./problem.js').Problem} Problem */
/** @typedef {import('./slice_cost.js').Slice} Slice */

/** How far apart costs are compared for the Hessian: small beside anything that can be seen, large beside rounding. */
const NUDGE = 1e-3;

/**
 * @typedef {object} Shape
 * @property {number} cost
 * @property {Float64Array} gradient   ∂C/∂θ, all of it
 * @property {[number, number]} slope   its part in the slice: ∂C/∂u, ∂C/∂v
 * @property {[number, number]} bends   eigenvalues of the Hessian in the slice, the larger one first
 * @property {[number, number]} along   the direction, in u and v, of the larger one
 */

/**
 * @param {Problem} problem @param {Slice} slice @param {number} u @param {number} v
 * @returns {Shape}
 */
export function shapeAt(problem, slice, u, v) {
  const gradient = gradientOf(problem, parametersAt(slice, u, v));
  const costAt = createSliceCost(problem, slice);
  const at = (/** @type {number} */ du, /** @type {number} */ dv) => costAt(u + du * NUDGE, v + dv * NUDGE);
  const cost = at(0, 0), square = NUDGE * NUDGE;
  const uu = (at(1, 0) - 2 * cost + at(-1, 0)) / square;
  const vv = (at(0, 1) - 2 * cost + at(0, -1)) / square;
  const uv = (at(1, 1) - at(1, -1) - at(-1, 1) + at(-1, -1)) / (4 * square);
  const middle = (uu + vv) / 2, spread = Math.hypot((uu - vv) / 2, uv);
  const angle = Math.atan2(2 * uv, uu - vv) / 2;
  return {
    cost, gradient, slope: [dot(gradient, slice.first), dot(gradient, slice.second)],
    bends: [middle + spread, middle - spread], along: [Math.cos(angle), Math.sin(angle)],
  };
}
