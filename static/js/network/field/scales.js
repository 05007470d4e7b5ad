/** @file What counts as full colour in a neuron's map, for neurons whose activations pass ±1. */

import { ACTIVATIONS } from '../activations.js';
import { createGrid, feedforwardGrid } from '../grid.js';

/** @typedef {import('../architecture.js').Architecture} Architecture */

/**
 * @typedef {Object} Scales   divisors of activations
 * @property {number[]} inputs   of each feature
 * @property {number[]} layers   of each layer, by its number
 */

/** Few nodes, corners included: a maximum a little too small is only clipped a little. */
const RESOLUTION = 13;

/**
 * @param {Float32Array} values
 * @param {number} start
 * @param {number} end
 */
function greatestMagnitude(values, start, end) {
  let greatest = 1;
  for (let s = start; s < end; s++) if (Math.abs(values[s]) > greatest) greatest = Math.abs(values[s]);
  return greatest;
}

/** Places of z that σ is asked at: near the bend and far out. */
export const PROBES = Array.from({ length: 81 }, (_, at) => Math.sinh((at - 40) / 8));

/** Whether |σ(z)| never passes 1, so that maps need no scale. @param {import('../activations/types.js').Activation} activation */
const isBounded = ({ value }) => PROBES.every((z) => Math.abs(value(z)) <= 1);

/**
 * Finds by how much to divide activations so that maps use the whole ramp: 1 where they stay within ±1. A
 * layer of unbounded neurons (ReLU, ...) shares the greatest |a| of the layer, so that its neurons compare
 * with each other; a feature has its own, as features have different units. The output layer keeps its
 * values.
 * @param {Architecture} architecture
 * @returns {(parameters: ArrayLike<number>) => Scales}
 */
export function createScales(architecture) {
  const grid = createGrid(architecture, RESOLUTION);
  const samples = RESOLUTION * RESOLUTION;
  const { sizes, layers } = architecture;
  const bounded = isBounded(ACTIVATIONS[architecture.activation]);
  const layerScales = new Array(layers + 1).fill(1);
  const features = /** @type {Float32Array} */ (grid.activations[1]);
  const inputs = architecture.features.map(
    (_, j) => greatestMagnitude(features, j * samples, (j + 1) * samples));
  return (parameters) => {
    if (!bounded) {
      feedforwardGrid(architecture, parameters, grid);
      for (let i = 2; i < layers; i++) {
        const values = /** @type {Float32Array} */ (grid.activations[i]);
        layerScales[i] = greatestMagnitude(values, 0, sizes[i - 1] * samples);
      }
    }
    return { inputs, layers: layerScales };
  };
}
