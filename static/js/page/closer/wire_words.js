/**
 * What a wire or a bias does, in words and in numbers.
 */
import { parseKey } from '../../network/keys.js';
import { className } from '../../ui/class_words.js';
import { formatNumber } from '../../ui/format.js';
import { byHand } from '../../ui/hand.js';
import { said, together } from '../../words/sentence.js';
import { tellsUpdate } from '../reading/step_words.js';
import { networkOf } from './answers.js';
import { nameOf } from './names.js';
import { activationsOver, extentOf, greatestOf, sumsOver, survey } from './survey.js';

/** @typedef {import('../snapshot.js').Snapshot} Snapshot */
/** @typedef {import('../../network/architecture.js').Architecture} Architecture */
/** @typedef {import('../../words/sentence.js').Sentence} Sentence */

/** Shares of the largest weight from which a wire is called strong, and below which it is called faint. */
const STRONG = 0.6;
const FAINT = 0.15;
const CHANGE_DIGITS = 4;

/** What opens its numbers. */
const WHY = () => `${byHand('Click it, or press Enter,', 'Tap it again')} to see why it moves.`;

/** The size of the largest weight, biases left out. @param {Architecture} architecture @param {ArrayLike<number>} parameters */
function largestWeight({ sizes, offsets }, parameters) {
  let largest = 0;
  sizes.slice(1).forEach((size, at) => {
    const start = offsets[at + 2];
    for (let index = start; index < start + sizes[at] * size; index += 1) largest = Math.max(largest, Math.abs(parameters[index]));
  });
  return largest;
}

/** What rises or falls at the wire's end. @param {Architecture} architecture @param {number} layer @param {number} neuron @param {boolean} up */
function effect(architecture, layer, neuron, up) {
  if (layer < architecture.layers || architecture.task === 'regression') {
    return `the sum of ${nameOf(layer, neuron, architecture)} ${up ? 'rises' : 'falls'}`;
  }
  return `the answer “${className(architecture, architecture.classOf(neuron))}” gets ${up ? 'likelier' : 'less likely'}`;
}

/** "last step +0.0017"; empty where it is not known. @param {Snapshot} snapshot @param {number} index @param {string} key @returns {Sentence} */
export function changeWords({ frame }, index, key) {
  if (!frame || !tellsUpdate(frame) || !Number.isFinite(frame.update[index])) return said('');
  const change = frame.update[index];
  if (change === 0) return said('last step: unmoved', { that: 'last change', key, printed: '0' });
  const printed = formatNumber(change, CHANGE_DIGITS);
  return said(`last step ${change > 0 ? '+' : ''}${printed}`, { that: 'last change', key, printed });
}

/** How far values go over the plane. @param {Float32Array} values @param {string} of @returns {Sentence} */
function extentWords(values, of) {
  const extent = extentOf(values);
  if (!extent) return said('');
  const [low, high] = [extent.low, extent.high].map((value) => formatNumber(value, 1));
  return said(low === high ? low : `${low} to ${high}`, { that: 'over the plane', of, low, high });
}

/**
 * @typedef {object} Picture a step of the equation
 * @property {Float32Array} values over the survey's grid
 * @property {number} greatest the magnitude that has the full colour
 * @property {string} caption
 * @property {Sentence} extent
 */

/**
 * @typedef {object} Told
 * @property {Sentence} title
 * @property {Sentence} words
 * @property {{incoming: Picture, value: Sentence, change: Sentence, product: Picture, between: string, sum: Picture} | null} equation
 */

/** @param {Snapshot} snapshot @param {string} key @returns {Told | null} */
export function wireWords(snapshot, key) {
  const network = networkOf(snapshot);
  const element = network && parseKey(key, network.architecture.layers);
  if (!network || !element) return null;
  const { architecture, parameters } = network;
  const { kind, layer, neuron, source } = element;
  if (layer > architecture.layers || neuron >= architecture.sizes[layer - 1]) return null;
  if (kind === 'bias') return biasWords(architecture, parameters, key, layer, neuron);
  return kind === 'weight' && source < architecture.sizes[layer - 2] ? weightWords(snapshot, architecture, parameters, key, element) : null;
}

/** @param {string} title @param {string} key @returns {Told} */
const beyond = (title, key) => (
  { title: said(title), words: said('Its value is too large for a number here.', { that: 'parameter beyond numbers', key }), equation: null });

/** @param {Architecture} architecture @param {ArrayLike<number>} parameters @param {string} key @param {number} layer @param {number} neuron
 *  @returns {Told} */
function biasWords(architecture, parameters, key, layer, neuron) {
  const value = parameters[architecture.biasIndex(layer, neuron)];
  if (!Number.isFinite(value)) return beyond(`The bias of ${nameOf(layer, neuron, architecture)}`, key);
  const printed = formatNumber(value);
  const claim = { that: 'parameter is', key, printed };
  const sum = `the sum of ${nameOf(layer, neuron, architecture)}`;
  return {
    title: said(`The bias of ${nameOf(layer, neuron, architecture)}`),
    words: together(
      said(value === 0 ? `It adds nothing to ${sum}: it is 0.` : `It adds ${printed} to ${sum}, wherever the point lies.`, claim),
      said(WHY()),
    ),
    equation: null,
  };
}

/** @param {Snapshot} snapshot @param {Architecture} architecture @param {Float32Array} parameters @param {string} key
 *  @param {import('../../network/keys.js').Element} element @returns {Told} */
function weightWords(snapshot, architecture, parameters, key, { layer, neuron, source }) {
  const index = architecture.weightIndex(layer, neuron, source);
  const weight = parameters[index];
  const [from, to] = [nameOf(layer - 1, source, architecture), nameOf(layer, neuron, architecture)];
  if (!Number.isFinite(weight)) return beyond(`A wire, from ${from} to ${to}`, key);
  const share = Math.abs(weight) / largestWeight(architecture, parameters);
  const strength = share > STRONG ? 'strong' : share < FAINT ? 'faint' : null;
  const printed = formatNumber(weight);
  const sign = weight > 0 ? 'Solid' : 'Dashed';
  const claims = [{ that: 'parameter is', key, printed }, { that: 'wire sign', key, sign: Math.sign(weight) }];
  const does = weight === 0
    ? said('It is 0, and carries nothing.', ...claims)
    : said(`${sign}: where the ${layer === 2 ? 'input' : 'neuron'} is high, ${effect(architecture, layer, neuron, weight > 0)}. It multiplies it by `
      + `${printed}, which ${weight > 0 ? 'keeps its shape' : 'swaps its colours'}.`, ...claims);
  return {
    title: said(`A ${strength ? `${strength} ` : ''}wire, from ${from} to ${to}`, { that: 'wire strength', key, strength }),
    words: together(does, said(WHY())),
    equation: equationOf(snapshot, architecture, parameters, key, { layer, neuron, source }),
  };
}

/** @param {Snapshot} snapshot @param {Architecture} architecture @param {Float32Array} parameters @param {string} key
 *  @param {{layer: number, neuron: number, source: number}} place @returns {Told['equation']} */
function equationOf(snapshot, architecture, parameters, key, { layer, neuron, source }) {
  const grid = survey(architecture, parameters);
  const index = architecture.weightIndex(layer, neuron, source);
  const weight = parameters[index];
  const incoming = activationsOver(grid, layer - 1, source).slice();
  const product = incoming.map((value) => weight * value);
  const sum = sumsOver(architecture, parameters, grid, layer, neuron);
  const others = architecture.sizes[layer - 2] - 1;
  const rest = others === 0 ? '' : `${others} ${others === 1 ? 'other' : 'others'} + `;
  // One scale before and after the weight: what it does to the values is seen.
  const greatest = Math.max(greatestOf(incoming), greatestOf(product));
  const picture = (/** @type {Float32Array} */ values, /** @type {string} */ caption, /** @type {string} */ of, scale = greatest) =>
    ({ values, greatest: scale, caption, extent: extentWords(values, `${of} ${key}`) });
  return {
    incoming: picture(incoming, layer === 2 ? 'the input' : 'what the neuron says', 'incoming'),
    value: said(formatNumber(weight), { that: 'parameter is', key, printed: formatNumber(weight) }),
    change: changeWords(snapshot, index, key),
    product: picture(product, 'what arrives', 'product'),
    between: `+ ${rest}bias =`,
    sum: picture(sum, 'the whole sum', 'sum', greatestOf(sum)),
  };
}
