/** @file Heights over a square of a slice, coarse at first and then finer, in pieces: whoever asked may want something else meanwhile. */

import { createSliceCost } from './slice_cost.js';

/** @typedef {import('./problem.js').Problem} Problem */
/** @typedef {import('./slice_cost.js').Slice} Slice */

/**
 * @typedef {object} Square   of a slice, seen from above
 * @property {[number, number]} centre   u and v
 * @property {number} half   of its side
 */

/** Nodes along a side, each level with all nodes of the one before. */
export const LEVELS = [17, 33, 65];

/**
 * @typedef {object} Heights
 * @property {number} nodes   along a side
 * @property {Float64Array} costs   nodes², row by row from the low corner; not finite where the cost overflows
 */

/**
 * After each row of a level it yields the share that is done of this level, and after the last one the level's heights.
 * @param {Problem} problem
 * @param {Slice} slice
 * @param {Square} square
 * @param {readonly number[]} levels
 * @returns {Generator<{share: number, heights: Heights | null}>}
 */
export function* measured(problem, slice, { centre, half }, levels) {
  const costAt = createSliceCost(problem, slice);
  /** @type {Heights | null} */
  let coarse = null;
  for (const nodes of levels) {
    const costs = new Float64Array(nodes * nodes);
    const every = coarse ? (nodes - 1) / (coarse.nodes - 1) : 0;
    for (let row = 0; row < nodes; row++) {
      const v = placeOf(centre[1], half, row, nodes);
      for (let column = 0; column < nodes; column++) {
        const isKnown = row % every === 0 && column % every === 0;
        costs[row * nodes + column] = coarse && isKnown
          ? coarse.costs[(row / every) * coarse.nodes + column / every] : costAt(placeOf(centre[0], half, column, nodes), v);
      }
      yield { share: (row + 1) / nodes, heights: null };
    }
    coarse = { nodes, costs };
    yield { share: 1, heights: coarse };
  }
}

/** The same number for the same place on every level. @param {number} centre @param {number} half @param {number} at @param {number} nodes */
const placeOf = (centre, half, at, nodes) => centre + half * ((2 * at) / (nodes - 1) - 1);
