/**
 * Every neuron over a coarse grid of the plane, for small pictures and for how far values go.
 */
import { createGrid, feedforwardGrid } from '../../network/grid.js';

/** @typedef {import('../../network/architecture.js').Architecture} Architecture */
/** @typedef {import('../../network/grid.js').Grid} Grid */

/** Nodes along a side; odd, so that the axes are among them. */
export const SIDE = 33;

/** @type {{architecture: Architecture, grid: Grid, parameters: ArrayLike<number> | null} | null} */
let last = null;

/**
 * @param {Architecture} architecture
 * @param {ArrayLike<number>} parameters not changed in place
 * @returns {Grid} valid until the next survey
 */
export function survey(architecture, parameters) {
  if (last?.architecture !== architecture) last = { architecture, grid: createGrid(architecture, SIDE), parameters: null };
  if (last.parameters !== parameters) {
    feedforwardGrid(architecture, parameters, last.grid);
    last.parameters = parameters;
  }
  return last.grid;
}

/** A neuron's activations over the grid. @param {Grid} grid @param {number} layer @param {number} neuron */
export function activationsOver({ activations, resolution }, layer, neuron) {
  const samples = resolution * resolution;
  return /** @type {Float32Array} */ (activations[layer]).subarray(neuron * samples, (neuron + 1) * samples);
}

/**
 * A neuron's sums over the grid (F1).
 * @param {Architecture} architecture
 * @param {ArrayLike<number>} parameters
 * @param {Grid} grid that holds these parameters' activations
 * @param {number} layer 2..n
 * @param {number} neuron
 */
export function sumsOver(architecture, parameters, grid, layer, neuron) {
  const sums = new Float32Array(grid.resolution ** 2).fill(parameters[architecture.biasIndex(layer, neuron)]);
  for (let source = 0; source < architecture.sizes[layer - 2]; source += 1) {
    const weight = parameters[architecture.weightIndex(layer, neuron, source)];
    activationsOver(grid, layer - 1, source).forEach((value, at) => { sums[at] += weight * value; });
  }
  return sums;
}

/** From the least to the greatest; null where a value is none. @param {Float32Array} values */
export function extentOf(values) {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) return null;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low, high };
}

/** The greatest magnitude. @param {Float32Array} values */
export const greatestOf = (values) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
