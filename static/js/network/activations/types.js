/**
 * @file What an activation's module holds. Types only.
 *
 * Value and slope keep their digits as far out as float64 has numbers: what is nearly 0 is made from exponentials, never
 * as a difference of numbers that are nearly equal.
 */

/**
 * @typedef {Object} Activation   σ in all the ways in which the browser calculates it
 * @property {(z: number) => number} value   σ(z)
 * @property {(z: number) => number} slope   σ'(z); where σ bends at 0, σ'(0) is the slope on the left
 * @property {(values: Float32Array, start: number, end: number) => void} grid   z to σ(z) in place, for pictures: a loop
 *   of its own, so that it is compiled alone
 * @property {string} glsl   the body of a shader's `vec4 activate(vec4 z)`
 */

export {};
