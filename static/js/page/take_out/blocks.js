/** @file The weights and biases of a layer, as lists of numbers. */

/** @typedef {import('../../network/architecture.js').Architecture} Architecture */

/**
 * A row for each neuron of this layer, a column for each of the layer before.
 * @param {Architecture} architecture
 * @param {ArrayLike<number>} parameters
 * @param {number} layer from 2
 */
export const weightsOf = (architecture, parameters, layer) => Array.from({ length: architecture.sizes[layer - 1] }, (_, k) => (
  Array.from({ length: architecture.sizes[layer - 2] }, (__, j) => parameters[architecture.weightIndex(layer, k, j)])));

/**
 * @param {Architecture} architecture
 * @param {ArrayLike<number>} parameters
 * @param {number} layer from 2
 */
export const biasesOf = (architecture, parameters, layer) => Array.from(
  { length: architecture.sizes[layer - 1] }, (_, k) => parameters[architecture.biasIndex(layer, k)]);
