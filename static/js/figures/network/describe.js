/**
 * The network in words, for those who walk it by keyboard or hear it read.
 */

import { formatNumber } from '../../ui/format.js';
import { CLASS_NAMES } from '../../ui/shapes.js';
import { valueOf } from './highlights.js';
import { parseKey } from './keys.js';

/** @typedef {import('../../network/architecture.js').Architecture} Architecture */
/** @typedef {import('./network.js').NetworkScene} NetworkScene */

/** @type {Record<import('../../types.js').FeatureName, string>} */
export const FEATURE_WORDS = {
  'x1': 'x1',
  'x2': 'x2',
  'x1^2': 'x1 squared',
  'x2^2': 'x2 squared',
  'x1*x2': 'x1 times x2',
  'sin x1': 'sine of x1',
  'sin x2': 'sine of x2',
};

/** @param {number} layer @param {Architecture} architecture */
export function layerName(layer, { layers }) {
  if (layer === 1) return 'Input';
  return layer === layers ? 'Output' : `Layer ${layer}`;
}

/** @param {number} layer @param {number} neuron @param {Architecture} architecture */
export function neuronName(layer, neuron, { features, layers, task }) {
  if (layer === 1) return `input ${FEATURE_WORDS[features[neuron]]}`;
  if (layer < layers) return `neuron ${neuron + 1} of layer ${layer}`;
  return task === 'classification' ? `output ${neuron + 1}, ${CLASS_NAMES[neuron]}` : 'output';
}

/** "Network of 4 layers: 2, 6, 4 and 3 neurons". @param {Architecture} architecture */
export function networkName({ sizes }) {
  const [last, ...others] = [...sizes].reverse();
  return `Network of ${sizes.length} layers: ${others.reverse().join(', ')} and ${last} neurons`;
}

/**
 * An element with its value, such as "weight from neuron 4 of layer 2 to neuron 3 of layer 3, −1.51".
 * @param {string} key
 * @param {NetworkScene} scene
 */
export function describe(key, scene) {
  const { architecture, parameters } = scene;
  const element = parseKey(key, architecture.layers);
  if (!element) return '';
  const { kind, layer, neuron, source } = element;
  const name = neuronName(layer, neuron, architecture);
  const value = valueOf(key, scene);
  const number = value === null ? '' : formatNumber(value);
  switch (kind) {
    case 'weight': return `weight from ${neuronName(layer - 1, source, architecture)} to ${name}, ${number}`;
    case 'bias': return `bias of ${name}, ${number}`;
    case 'cost': return number ? `cost, ${number}` : 'cost';
    case 'layer': return layerName(layer, architecture);
    case 'target': return `target of ${name}`;
    default: break;
  }
  const bias = layer > 1 ? `bias ${formatNumber(parameters[architecture.biasIndex(layer, neuron)])}` : '';
  return [name, bias, number && (layer > 1 ? `activation ${number}` : number)].filter(Boolean).join(', ');
}
