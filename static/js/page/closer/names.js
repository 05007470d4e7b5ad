/**
 * @file Neurons as sentences name them.
 */
import { neuronName } from '../../figures/network/describe.js';
import { className, quoted } from '../../ui/class_words.js';
import { CLASS_NAMES } from '../../ui/shapes.js';

/** @typedef {import('../../network/architecture.js').Architecture} Architecture */

/**
 * "neuron 2 of layer 3", "input x1", "the circle’s output", "the output “setosa”".
 * @param {number} layer
 * @param {number} neuron
 * @param {Architecture} architecture
 */
export function nameOf(layer, neuron, architecture) {
  if (layer < architecture.layers) return neuronName(layer, neuron, architecture);
  if (architecture.task === 'regression') return 'the output';
  const name = className(architecture, architecture.classOf(neuron));
  return name === CLASS_NAMES[architecture.classOf(neuron)] ? `the ${name}’s output` : `the output ${quoted(name)}`;
}
