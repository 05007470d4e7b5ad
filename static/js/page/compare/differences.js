/**
 * @file What may differ between runs that lie beside each other: a row for each setting, with the values that are offered.
 */
import { typedNumber } from '../../ui/parse.js';
import { counted } from '../../ui/format.js';

/** @typedef {import('../../types.js').Experiment} Experiment */
/** @typedef {import('../../types.js').Options} Options */
/** @typedef {import('../../types.js').Limits} Limits */
/** @typedef {{experiment: Experiment, options: Options, limits: Limits}} Now */

/**
 * @typedef {object} Difference
 * @property {keyof Experiment} field
 * @property {string} title as in "the same with another rate"
 * @property {string} plural
 * @property {(now: Now) => any[]} values that are offered, the run's own left out
 * @property {(value: any, options: Options | null) => string} words a value in words, such as "rate 0.5"
 * @property {(value: any, options: Options | null) => string} short the same where the setting is named beside it
 */

const RATES = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3];
const BATCHES = [1, 4, 10, 32, 100];
/** Beside the run's own rate. */
const NEAR = 3;
const SEEDS = 4;
const WIDEST = 16;
const USUAL = 4;

/** Words of a choice in the middle of a sentence: names and abbreviations keep their capitals. @param {string} title */
const inSentence = (title) => (/^[A-Z][a-z]+( |$)/.test(title) && !/^(Adam|Nesterov|Glorot|He|Gauss)/.test(title) ? title[0].toLowerCase() + title.slice(1) : title);

/** @param {'optimizer' | 'initializer' | 'activation'} field @returns {Difference['words']} */
const choice = (field) => (value, options) => {
  const table = /** @type {Record<string, {title: string}> | undefined} */ (/** @type {unknown} */ (options?.[field]));
  return inSentence(table?.[value]?.title ?? String(value));
};

/** @param {'optimizer' | 'initializer' | 'activation'} field @returns {Difference['values']} */
const others = (field) => ({ experiment, options }) => Object.keys(options[field]).filter((name) => name !== experiment[field]);

/** @param {Now} now */
function layersNear({ experiment: { hidden }, limits }) {
  const scaled = (/** @type {number} */ by) => hidden.map((neurons) => Math.max(1, Math.min(WIDEST, limits.max_neurons, Math.round(neurons * by))));
  const wished = [hidden.slice(0, -1), [...hidden, hidden[hidden.length - 1] ?? Math.min(USUAL, limits.max_neurons)], scaled(0.5), scaled(2)];
  const own = hidden.join();
  const seen = new Set([own]);
  return wished.filter((each) => {
    if (each.length > limits.max_hidden_layers || seen.has(each.join())) return false;
    seen.add(each.join());
    return true;
  });
}

/** @type {Difference[]} */
export const DIFFERENCES = [
  {
    field: 'learning_rate', title: 'rate', plural: 'rates',
    values({ experiment: { learning_rate: own } }) {
      const nearest = RATES.filter((rate) => rate !== own).sort((a, b) => Math.abs(Math.log(a / own)) - Math.abs(Math.log(b / own)));
      return nearest.slice(0, 2 * NEAR).sort((a, b) => a - b);
    },
    words: (value) => `rate ${typedNumber(value)}`, short: typedNumber,
  },
  { field: 'optimizer', title: 'optimizer', plural: 'optimizers', values: others('optimizer'), words: choice('optimizer'), short: choice('optimizer') },
  { field: 'initializer', title: 'initializer', plural: 'initializers', values: others('initializer'), words: (value, options) => `${choice('initializer')(value, options)} start`, short: choice('initializer') },
  {
    field: 'seed', title: 'seed', plural: 'seeds',
    values: ({ experiment: { seed } }) => Array.from({ length: SEEDS }, (_, index) => seed + index + 1),
    words: (value) => `seed ${value}`, short: String,
  },
  { field: 'activation', title: 'activation', plural: 'activations', values: others('activation'), words: choice('activation'), short: choice('activation') },
  {
    field: 'hidden', title: 'layers', plural: 'other layers', values: layersNear,
    words: (/** @type {number[]} */ value) => (value.length === 0 ? 'no hidden layer' : value.length === 1 ? `one layer of ${value[0]}` : `layers of ${value.join(' and ')}`),
    short: (/** @type {number[]} */ value) => (value.length === 0 ? 'none' : value.join(' and ')),
  },
  {
    field: 'batch_size', title: 'batch', plural: 'batches',
    values: ({ experiment: { batch_size: own } }) => BATCHES.filter((size) => size !== own),
    words: (value) => `batches of ${counted(value, 'point')}`, short: String,
  },
];

/** How a setting that is compared is called, and its value. @param {string} field @param {any} value @param {Options | null} options */
export function rowOf(field, value, options) {
  const known = DIFFERENCES.find((each) => each.field === field);
  if (known) return { title: known.title, value: known.short(value, options) };
  const words = Array.isArray(value) ? value.join(', ') : typeof value === 'number' ? typedNumber(value) : String(value ?? 'none').replaceAll('_', ' ');
  return { title: field.replaceAll('_', ' '), value: words };
}
