/**
 * @file Neurons as sentences name them.
 */
import { neuronName } from '../../figures/network/describe.js';
import { CLASS_NAMES } from '../../ui/shapes.js';

/** @typedef {import('../../network/architecture.js').Architecture} Architecture */

/**
 * "neuron 2 of layer 3", "input x1", "the circle’s output".
 * @param {number} layer
 * @param {number} neuron
 * @param {Architecture} architecture
 */
export function nameOf(layer, neuron, architecture) {
  if (layer < architecture.layers) return neuronName(layer, neuron, architecture);
  return architecture.task === 'classification' ? `the ${CLASS_NAMES[neuron]}’s output` : 'the output';
}

/** @param {string} text */
export const capital = (text) => `${text[0].toUpperCase()}${text.slice(1)}`;
