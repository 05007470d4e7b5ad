/**
 * @file The cost of a network anywhere on a slice through its parameters, θ = base + u · first + v · second: the mean over all
 * samples plus the penalty, as the server has it.
 *
 * Layers before the first one that the slice changes are computed once, and that one's sums are linear in u and v.
 */

import { costRows } from './cost_rows.js';
import { bender, sumRows } from './dense.js';
import { offsetsOf } from './problem.js';

/** @typedef {import('./problem.js').Problem} Problem */

/**
 * @typedef {object} Slice   a plane in parameter space
 * @property {Float64Array} base   θ where u and v are 0
 * @property {Float64Array} first   a direction of length 1
 * @property {Float64Array} second   another, at right angles to it
 */

/** Samples whose rows lie in a processor's nearest memory. */
const BLOCK = 128;

/**
 * @param {Problem} problem
 * @param {Slice} slice
 * @returns {(u: number, v: number) => number}   NaN without samples
 */
export function createSliceCost(problem, { base, first, second }) {
  const { sizes, samples } = problem;
  const { offsets, count: parameterCount } = offsetsOf(sizes);
  const layers = sizes.length;
  const bend = bender(problem.activation), costOf = costRows(problem), penaltyOf = penalty(problem);
  const changed = firstChanged(offsets, first, second, layers);
  const neurons = sizes[changed - 1];
  const before = rowsBefore(problem, base, changed, bend);
  const [still, byU, byV] = [base, first, second].map((vector) => {
    const z = new Float64Array(neurons * samples);
    sumRows(before, 0, sizes[changed - 2], z, neurons, vector, offsets[changed], samples, samples);
    return z;
  });
  const theta = new Float64Array(parameterCount);
  const widest = Math.max(...sizes.slice(changed - 1));
  const rows = [new Float64Array(widest * BLOCK), new Float64Array(widest * BLOCK)];

  return (u, v) => {
    for (let at = 0; at < parameterCount; at++) theta[at] = base[at] + u * first[at] + v * second[at];
    let total = 0;
    for (let start = 0; start < samples; start += BLOCK) {
      const count = Math.min(BLOCK, samples - start);
      let z = rows[0], next = rows[1];
      for (let k = 0; k < neurons; k++) place(z, k * count, still, byU, byV, k * samples + start, u, v, count);
      for (let i = changed + 1; i <= layers; i++) {
        bend(z, sizes[i - 2] * count);
        sumRows(z, 0, sizes[i - 2], next, sizes[i - 1], theta, offsets[i], count, count);
        [z, next] = [next, z];
      }
      total += costOf(z, count, start);
    }
    return total / samples + penaltyOf(theta);
  };
}

/** @param {Float64Array} z @param {number} to @param {Float64Array} still @param {Float64Array} byU @param {Float64Array} byV
 *  @param {number} from @param {number} u @param {number} v @param {number} count */
function place(z, to, still, byU, byV, from, u, v, count) {
  for (let s = 0; s < count; s++) z[to + s] = still[from + s] + u * byU[from + s] + v * byV[from + s];
}

/** The first layer with a parameter that the slice changes. @param {number[]} offsets @param {Float64Array} first @param {Float64Array} second @param {number} layers */
function firstChanged(offsets, first, second, layers) {
  for (let at = 0; at < first.length; at++) {
    if (first[at] === 0 && second[at] === 0) continue;
    let layer = 2;
    while (layer < layers && offsets[layer + 1] <= at) layer++;
    return layer;
  }
  return layers;
}

/** What the layer before a layer hands on, rows of all samples. @param {Problem} problem @param {Float64Array} parameters @param {number} layer @param {ReturnType<typeof bender>} bend */
function rowsBefore({ sizes, samples, inputs }, parameters, layer, bend) {
  const { offsets } = offsetsOf(sizes);
  let rows = inputs;
  for (let i = 2; i < layer; i++) {
    const z = new Float64Array(sizes[i - 1] * samples);
    sumRows(rows, 0, sizes[i - 2], z, sizes[i - 1], parameters, offsets[i], samples, samples);
    bend(z, z.length);
    rows = z;
  }
  return rows;
}

/** l1 Σ|w| + (l2 / 2) Σ w², over weights only. @param {Problem} problem @returns {(parameters: Float64Array) => number} */
export function penalty({ sizes, l1, l2 }) {
  if (!l1 && !l2) return () => 0;
  const { offsets } = offsetsOf(sizes);
  return (parameters) => {
    let total = 0;
    for (let i = 2; i <= sizes.length; i++) {
      const end = offsets[i] + sizes[i - 2] * sizes[i - 1];
      for (let at = offsets[i]; at < end; at++) {
        const w = parameters[at];
        total += l1 * Math.abs(w) + 0.5 * l2 * w * w;
      }
    }
    return total;
  };
}
