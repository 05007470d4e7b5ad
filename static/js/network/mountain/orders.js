/** @file What a page and the worker that measures for it tell one another. Types only. */

/** @typedef {import('./problem.js').Problem} Problem */
/** @typedef {import('./slice_cost.js').Slice} Slice */

/**
 * @typedef {object} Measure   ends what is being measured
 * @property {'measure'} type
 * @property {number} id
 * @property {Problem} problem
 * @property {Slice} slice
 * @property {import('./measure.js').Square} square
 * @property {readonly number[]} levels
 * @property {number} most   milliseconds that a level after the first may take, by what the one before took
 */
/** @typedef {{type: 'shape', id: number, problem: Problem, slice: Slice, place: [number, number]}} AskShape */
/** @typedef {Measure | AskShape} Order */

/**
 * @typedef {{type: 'share', id: number, share: number}
 *   | {type: 'heights', id: number, heights: import('./measure.js').Heights, milliseconds: number, isLast: boolean}
 *   | {type: 'shape', id: number, shape: import('./shape.js').Shape}} Report
 */

export {};
