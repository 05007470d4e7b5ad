/**
 * The names of the figure's elements, which formulas and captions share: a word and its place in the
 * picture have one key.
 *
 * Layers count from 1 and neurons from 0, as in the code; the symbols that people read count both from 1.
 */

/** @param {number} layer the layer it leads into @param {number} neuron @param {number} source */
export const weightKey = (layer, neuron, source) => `w:${layer}:${neuron}:${source}`;

/** @param {number} layer @param {number} neuron */
export const biasKey = (layer, neuron) => `b:${layer}:${neuron}`;

/** An input is its own element, x. @param {number} layer @param {number} neuron */
export const neuronKey = (layer, neuron) => (layer === 1 ? `x:${neuron}` : `a:${layer}:${neuron}`);

/** @param {number} layer */
export const layerKey = (layer) => `layer:${layer}`;

export const COST_KEY = 'C';

/** Keys of all neurons, layer by layer. @param {readonly number[]} sizes */
export const neuronKeys = (sizes) =>
  sizes.flatMap((size, at) => Array.from({ length: size }, (_, neuron) => neuronKey(at + 1, neuron)));

/**
 * @typedef {object} Element
 * @property {'weight' | 'bias' | 'neuron' | 'layer' | 'cost' | 'target'} kind
 * @property {number} layer 0 for the cost
 * @property {number} neuron 0 for a layer and the cost
 * @property {number} source −1 where there is none
 */

/**
 * What a key names; the pre-activation (z) and the blame (d) of a neuron lie at the neuron.
 * @param {string} key
 * @param {number} layers number of layers, for the target, which lies at the last
 * @returns {Element | null} null for what is no element's key
 */
export function parseKey(key, layers) {
  const [letter, ...rest] = key.split(':');
  const [first, second = 0, third = -1] = rest.map(Number);
  const element = (/** @type {Element['kind']} */ kind, layer = 0, neuron = 0, source = -1) =>
    ({ kind, layer, neuron, source });
  switch (letter) {
    case 'w': return element('weight', first, second, third);
    case 'b': return element('bias', first, second);
    case 'a': case 'z': case 'd': return element('neuron', first, second);
    case 'x': return element('neuron', 1, first);
    case 'y': return element('target', layers, first);
    case 'layer': return element('layer', first);
    case COST_KEY: return element('cost');
    default: return null;
  }
}
