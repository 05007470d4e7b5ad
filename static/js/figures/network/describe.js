/**
 * The network in words, for those who explore it by keyboard or hear it read out.
 */

import { FEATURE_WORDS } from '../../network/choices.js';
import { counted, formatCost, formatNumber } from '../../ui/format.js';
import { className } from '../../ui/class_words.js';
import { said } from '../../words/sentence.js';
import { valueOf } from './highlights.js';
import { biasKey, parseKey } from '../../network/keys.js';

/** @typedef {import('../../network/architecture.js').Architecture} Architecture */
/** @typedef {import('./scene.js').NetworkScene} NetworkScene */
/** @typedef {import('../../words/sentence.js').Sentence} Sentence */

/** @param {number} layer @param {Architecture} architecture */
export function layerName(layer, { layers }) {
  if (layer === 1) return 'Input';
  return layer === layers ? 'Output' : `Layer ${layer}`;
}

/** @param {number} layer @param {number} neuron @param {Architecture} architecture */
export function neuronName(layer, neuron, architecture) {
  const { features, layers, task } = architecture;
  if (layer === 1) return `input ${FEATURE_WORDS[features[neuron]].spoken}`;
  if (layer < layers) return `neuron ${neuron + 1} of layer ${layer}`;
  return task === 'classification' ? `output ${neuron + 1}, ${className(architecture, architecture.classOf(neuron))}` : 'output';
}

/** That an output is a class's. @param {number} layer @param {number} neuron @param {Architecture} architecture @returns {import('../../words/sentence.js').Claim[]} */
export const outputClaims = (layer, neuron, architecture) => (
  layer === architecture.layers && architecture.task === 'classification'
    ? [{ that: 'output of', layer, neuron, name: className(architecture, architecture.classOf(neuron)) }] : []);

/** "Layer 2, 1 neuron". @param {string} name @param {number} count */
export const layerWords = (name, count) => said(`${name}, ${counted(count, 'neuron')}`, { that: 'neurons', layer: name, count: String(count) });

/** "Network of 4 layers: 2, 6, 4 and 3 neurons". @param {Architecture} architecture @returns {Sentence} */
export function networkName({ sizes }) {
  const [last, ...others] = [...sizes].reverse();
  return said(`Network of ${sizes.length} layers: ${others.reverse().join(', ')} and ${counted(last, 'neuron')}`,
    { that: 'sizes', layers: String(sizes.length), sizes: sizes.map(String) });
}

/** @param {string} what @param {string} gap @param {Sentence} number @returns {Sentence} */
const named = (what, gap, { text, claims }) => said(text ? `${what}${gap}${text}` : what, ...claims);

/**
 * An element with its value, such as "weight from neuron 4 of layer 2 to neuron 3 of layer 3, −1.51"; activations are
 * those of the point that is followed.
 * @param {string} key
 * @param {NetworkScene} scene
 * @returns {Sentence}
 */
export function describe(key, scene) {
  const { architecture, costName } = scene;
  const element = parseKey(key, architecture.layers);
  if (!element) return said('');
  const { kind, layer, neuron, source } = element;
  const numberOf = (/** @type {string} */ of, print = formatNumber) => {
    const value = valueOf(of, { ...scene, hover: null });
    if (value === null || Number.isNaN(value)) return said('');
    const printed = print(value);
    return said(printed, { that: 'value', key: of, printed });
  };
  const name = neuronName(layer, neuron, architecture);
  switch (kind) {
    case 'weight': return named(`weight from ${neuronName(layer - 1, source, architecture)} to ${name}`, ', ', numberOf(key));
    case 'bias': return named(`bias of ${name}`, ', ', numberOf(key));
    case 'cost': return named(costName, ', ', numberOf(key, formatCost));
    case 'layer': return said(layerName(layer, architecture));
    case 'target': return said(`target of ${name}`);
    default: break;
  }
  const activation = numberOf(key);
  if (layer === 1) return named(name, ', ', activation);
  const own = named(`${name}, bias`, ' ', numberOf(biasKey(layer, neuron)));
  const [text, claims] = [own.text, [...own.claims, ...outputClaims(layer, neuron, architecture)]];
  return activation.text ? said(`${text}, activation ${activation.text}`, ...claims, ...activation.claims) : said(text, ...claims);
}
