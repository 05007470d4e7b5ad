/**
 * The experiment as three sentences: data by the plane, structure by the network, training by the run.
 *
 * A sentence is a list of pieces: plain text, or a phrase that opens the setting it names.
 */
import { typedNumber, typedPercent } from '../../ui/parse.js';
import { counted, formatPercent } from '../../ui/format.js';
import { titleOf } from './choice_words.js';

/** @typedef {import('../../types.js').Experiment} Experiment */
/** @typedef {import('../../types.js').Point} Point */
/** @typedef {import('../../types.js').Sample} Sample */
/** @typedef {import('../../types.js').Options} Options */

/**
 * @typedef {object} Phrase
 * @property {string} text
 * @property {string} setting name of the setting that it opens
 * @property {import('../../words/sentence.js').Claim[]} [claims] that it makes
 * @property {string} [label] what it is called where it has no text of its own
 * @property {1 | 2} [rank] left out where there is little room: 1 first, then 2; the others stay
 */
/** @typedef {Array<string | Phrase>} Sentence */

/**
 * @param {Point[]} points
 * @param {Sample | null} sample
 * @param {Pick<import('../../types.js').Dataset, 'title' | 'is_table'> | null} dataset of the sample
 * @param {string | null} [table] name of the table that they were taken from
 * @returns {Sentence}
 */
export function dataSentence(points, sample, dataset, table = null) {
  if (points.length === 0) return [{ text: 'No points', setting: 'dataset', claims: [{ that: 'points', points: '0' }] }];
  const tests = points.filter((point) => point.test).length;
  const count = String(points.length);
  const share = formatPercent(tests / points.length);
  /** @type {Sentence} */
  const sentence = [];
  if (sample && dataset) {
    sentence.push({ text: dataset.title, setting: 'dataset' }, ', ');
    if (!dataset.is_table) sentence.push({ text: `noise ${typedNumber(sample.noise)}`, setting: 'noise', rank: 2 }, ', ');
  }
  if (sentence.length === 0) {
    const name = `${table ? `${table}, ` : ''}${counted(points.length, 'point')}`;
    sentence.push({ text: name, setting: 'dataset', claims: [{ that: 'points', points: count }] }, ', ');
  }
  return [...sentence, {
    text: tests === 0 ? 'none for testing' : `${share} for testing`, setting: 'test_share', rank: 1,
    claims: [{ that: 'share for testing', share }],
  }];
}

/** @param {Experiment} experiment @param {Options} options @returns {Sentence} */
export function networkSentence(experiment, options) {
  const { features, hidden, task, classes } = experiment;
  const isClass = task === 'classification';
  const goal = isClass ? counted(classes, 'class', 'classes') : 'a real number';
  const activation = titleOf(options, 'activation', experiment.activation);
  /** @type {Sentence} */
  const neurons = hidden.length > 0
    ? [{ text: activation, setting: 'activation' }, ' neurons, ']
    : [{ text: `no hidden ${activation} neurons`, setting: 'activation', claims: [{ that: 'no hidden layer' }] }, ', '];
  return [
    {
      text: counted(features.length, 'input'), setting: 'features',
      claims: [{ that: 'setting', of: 'inputs', printed: String(features.length) }],
    },
    ', ',
    ...neurons,
    { text: goal, setting: 'task', claims: isClass ? [{ that: 'setting', of: 'classes', printed: String(classes) }] : [] },
    ' by ',
    { text: titleOf(options, 'output', experiment.output), setting: 'output' },
    ', ',
    { text: `${titleOf(options, 'initializer', experiment.initializer)} start`, setting: 'initializer' },
    ', ',
    {
      text: `seed ${experiment.seed}`, setting: 'seed', rank: 1,
      claims: [{ that: 'setting', of: 'seed', printed: String(experiment.seed) }],
    },
  ];
}

/** @param {Experiment} experiment */
function penaltyPhrase(experiment) {
  const parts = /** @type {const} */ (['l1', 'l2']).filter((of) => experiment[of] > 0)
    .map((of) => ({ that: 'setting', of, printed: typedNumber(experiment[of]) }));
  const text = parts.map(({ of, printed }) => `${of.toUpperCase()} ${printed}`).join(' and ');
  return { text: text || 'no penalty', claims: parts };
}

/** @param {string} text */
const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** The rate with how it goes from there. @param {Experiment} experiment @param {Options} options */
function ratePhrase({ learning_rate, schedule, warm_up }, options) {
  const rate = typedNumber(learning_rate);
  const way = options.schedule[schedule].phrase || (warm_up > 0 ? 'after a warm-up' : '');
  return {
    text: way ? `${rate}, ${way}` : rate, setting: 'learning_rate',
    claims: [{ that: 'setting', of: 'learning_rate', printed: rate }, { that: 'rate goes', scheduled: way !== '' }],
  };
}

/** @param {Experiment} experiment @param {Options} options */
function optimizerPhrase({ optimizer, largest_norm }, options) {
  const title = capital(titleOf(options, 'optimizer', optimizer));
  if (largest_norm === 0) return { text: title, setting: 'optimizer' };
  const longest = typedNumber(largest_norm);
  return { text: `${title} clipped at ${longest}`, setting: 'optimizer', claims: [{ that: 'setting', of: 'largest_norm', printed: longest }] };
}

/** What training stops at; null where nothing but a person stops it. @param {Experiment} experiment */
function untilPhrase({ until_step: step, until_cost: cost, until_share: share, until_patience: epochs }) {
  const ends = [
    ...(step > 0 ? [{ of: 'until_step', printed: typedNumber(step), text: `step ${typedNumber(step)}` }] : []),
    ...(cost > 0 ? [{ of: 'until_cost', printed: typedNumber(cost), text: `cost ${typedNumber(cost)}` }] : []),
    ...(share > 0 ? [{ of: 'until_share', printed: typedPercent(share), text: `${typedPercent(share)} of training points right` }] : []),
    ...(epochs > 0 ? [{ of: 'until_patience', printed: typedNumber(epochs), text: `no lower cost for ${counted(epochs, 'epoch')}` }] : []),
  ];
  if (ends.length === 0) return null;
  const claims = ends.map(({ of, printed }) => ({ that: 'setting', of, printed }));
  return { text: `until ${ends.map(({ text }) => text).join(' or ')}`, setting: 'until', claims };
}

/** The way to a goal where there is none: no words of the sentence. @type {Phrase} */
const NO_GOAL = { text: '', label: '+ goal', setting: 'until', rank: 2, claims: [{ that: 'no end' }] };

/**
 * @param {Experiment} experiment
 * @param {number} trainingPoints
 * @param {number} points of which those are a part
 * @param {Options} options
 * @returns {Sentence}
 */
export function runSentence(experiment, trainingPoints, points, options) {
  const size = String(experiment.batch_size);
  const full = trainingPoints > 0 && experiment.batch_size >= trainingPoints;
  const every = trainingPoints === points;
  const until = untilPhrase(experiment);
  return [
    optimizerPhrase(experiment, options),
    ', rate ',
    ratePhrase(experiment, options),
    full ? ', ' : ', batches of ',
    full
      ? { text: `all ${every ? '' : 'training '}points at once`, setting: 'batch', claims: [{ that: 'full batch', every }] }
      : { text: size, setting: 'batch', claims: [{ that: 'setting', of: 'batch_size', printed: size }] },
    ', ',
    { text: titleOf(options, 'cost', experiment.cost), setting: 'cost' },
    ', ',
    { ...penaltyPhrase(experiment), setting: 'penalty', rank: 1 },
    until ? ', ' : ' ',
    until ?? NO_GOAL,
  ];
}
