/**
 * @file What is said of a layer's health, and what may help.
 */
import { capital, counted, formatCount, formatNumber } from '../../ui/format.js';
import { said, together } from '../../words/sentence.js';

/** @typedef {import('../../network/health.js').Ailment} Ailment */
/** @typedef {import('../../network/health.js').Health} Health */
/** @typedef {import('../../types.js').Experiment} Experiment */
/** @typedef {import('../../words/sentence.js').Sentence} Sentence */
/** @typedef {{text: string, changes: Partial<Experiment>}} Remedy */

/** Two digits at least that count. @param {number} value */
export const sizeText = (value) => formatNumber(value, 3);

/** At the layer's heading. @param {Ailment} ailment */
export const markText = ({ kind, neurons }) => (kind === 'vanishing' ? 'blame vanishes' : `${neurons.length} ${kind}`);

/** @param {Ailment} ailment @param {Health} health @returns {Sentence} */
export function ailmentTitle({ layer, kind, neurons }, { layers }) {
  const { size } = layers[layer - 2];
  const claim = { that: 'layer ails', layer, kind, neurons: String(neurons.length), size: String(size) };
  if (kind === 'vanishing') return said(`Layer ${layer}: hardly any blame comes back to it`, claim);
  return said(`Layer ${layer}: ${neurons.length} of ${counted(size, 'neuron')} ${neurons.length === 1 ? 'is' : 'are'} ${kind}`, claim);
}

/** How many points it is said of, where those are not all. @param {Health} health */
function sampleWords({ looked, points }) {
  if (looked === points) return said('');
  const [some, all] = [looked, points].map(formatCount);
  return said(`Of the ${all} training points ${some} were looked at.`, { that: 'points looked at', looked: some, points: all });
}

/** @param {Health} health */
const those = ({ looked, points }) => (looked < points ? ' that was looked at' : '');

/** @type {Record<Ailment['kind'], (ailment: Ailment, health: Health) => Sentence>} */
const WHY = {
  dead: ({ layer, neurons }, health) => {
    const [these, them, learn] = neurons.length === 1 ? ['this one', 'it', 'it learns'] : [`these ${neurons.length}`, 'them', 'they learn'];
    const unless = layer === 2 ? '' : `, unless the layers before change what reaches ${them}`;
    const helps = layer === 2 ? 'points that bring the sum above zero, or leaky ReLU' : 'leaky ReLU';
    return said(`The sum of ${these} is not above zero for any training point${those(health)}: there ReLU answers 0 with the slope 0, and no blame passes. So ${learn} nothing from these points${unless}. What would help: ${helps}, which has a slope there.`,
      { that: 'neurons are dead', layer, neurons, count: String(neurons.length), zero: '0' });
  },
  saturated: ({ layer, neurons }, { looked, points }) => {
    const these = neurons.length === 1 ? 'this neuron' : `these ${neurons.length} neurons`;
    return said(`For nine in ten of the training points${looked < points ? ' that were looked at' : ''} at least, the sum of ${these} lies so far out that the activation is flat there: `
      + 'its slope is below 0.05, and next to no blame gets through.', { that: 'neurons are saturated', layer, neurons, count: String(neurons.length), slope: '0.05' });
  },
  vanishing: ({ layer }, { layers }) => {
    const [here, there] = [layers[layer - 2], layers[layers.length - 1]].map(({ blame }) => sizeText(blame));
    return said(`The mean size of δ is ${here} here and ${there} at the output, more than a hundred times as much: `
      + 'on its way back it is multiplied by weights and slopes, layer for layer. What reaches this layer hardly moves it.',
    { that: 'blame vanishes', layer, here, there });
  },
};

/** @param {Ailment} ailment @param {Health} health @returns {Sentence} */
export const ailmentWords = (ailment, health) => together(WHY[ailment.kind](ailment, health), sampleWords(health));

/** @param {Health} health @param {readonly Ailment[]} found now @returns {{title: Sentence, words: Sentence}} */
export const healthWords = (health, found) => ({
  title: said('How the layers fare'),
  words: together(
    found.length > 0 ? said('Something shows that has not held for twenty steps yet.', { that: 'layers ail', some: true })
      : said('No hidden neuron is dead, nowhere is half of a layer saturated, and of the output’s blame a hundredth at least reaches every layer.',
        { that: 'layers ail', some: false }),
    sampleWords(health),
  ),
});

/** A tenth of the rate, without the digits of binary fractions. @param {number} rate */
const tenth = (rate) => Number((rate / 10).toPrecision(6));

/** What may help, each done by its phrase. @param {Ailment} ailment @param {Experiment} experiment @returns {Remedy[]} */
export function remediesFor({ kind }, { activation, optimizer, learning_rate: rate, l2, initializer }) {
  /** @type {Remedy} */
  const slower = { text: `rate ${tenth(rate)}`, changes: { learning_rate: tenth(rate) } };
  /** @type {Remedy[]} */
  const all = {
    dead: [{ text: 'leaky ReLU', changes: { activation: /** @type {const} */ ('leaky_relu') } }, slower],
    saturated: [
      ...(l2 < 0.01 ? [{ text: 'an L2 penalty of 0.01', changes: { l2: 0.01 } }] : []), slower,
      { text: 'ReLU', changes: { activation: /** @type {const} */ ('relu') } },
    ],
    vanishing: [
      ...(activation === 'relu' ? [] : [{ text: 'ReLU', changes: { activation: /** @type {const} */ ('relu') } }]),
      ...(optimizer === 'adam' ? [] : [{ text: 'Adam', changes: { optimizer: /** @type {const} */ ('adam'), learning_rate: 0.01 } }]),
      ...(initializer === 'he' ? [] : [{ text: 'a He start', changes: { initializer: /** @type {const} */ ('he') } }]),
    ],
  }[kind];
  return all;
}

/** A row's name for those who hear it. @param {number} layer @param {number} layers */
export const layerTitle = (layer, layers) => capital(layer === layers ? 'output' : `layer ${layer}`);
