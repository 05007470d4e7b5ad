/**
 * The experiment as three sentences: data by the plane, structure by the network, training by the run.
 *
 * A sentence is a list of pieces: plain text, or a phrase that opens the setting it names.
 */
import { typedNumber } from '../ui/parse.js';
import { formatPercent } from '../ui/format.js';
import { titleOf } from './settings/words.js';

/** @typedef {import('../types.js').Experiment} Experiment */
/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../types.js').Sample} Sample */

/**
 * @typedef {object} Phrase
 * @property {string} text
 * @property {string} setting name of the setting that it opens
 * @property {1 | 2} [rank] left out where there is little room: 1 first, then 2; the others stay
 */
/** @typedef {Array<string | Phrase>} Sentence */

/** @param {number} count @param {string} one @param {string} many */
const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/**
 * @param {Point[]} points
 * @param {Sample | null} sample
 * @param {string | null} title of the sample's data set
 * @returns {Sentence}
 */
export function dataSentence(points, sample, title) {
  if (points.length === 0) return [{ text: 'No points yet', setting: 'dataset' }];
  const tests = points.filter((point) => point.test).length;
  const share = tests === 0 ? 'none for testing' : `${formatPercent(tests / points.length)} for testing`;
  const name = sample && title ? title : counted(points.length, 'point', 'points');
  /** @type {Sentence} */
  const sentence = [{ text: name, setting: 'dataset' }, ', '];
  if (sample && title) {
    sentence.push({ text: `noise ${typedNumber(sample.noise)}`, setting: 'noise', rank: 2 }, ', ');
  }
  return [...sentence, { text: share, setting: 'test_share', rank: 1 }];
}

/** @param {Experiment} experiment @returns {Sentence} */
export function networkSentence(experiment) {
  const { features, task, classes } = experiment;
  const goal = task === 'regression' ? 'a real number' : counted(classes, 'class', 'classes');
  return [
    { text: counted(features.length, 'input', 'inputs'), setting: 'features' },
    ', ',
    { text: titleOf('activation', experiment.activation), setting: 'activation' },
    ' neurons, ',
    { text: goal, setting: 'task' },
    ' by ',
    { text: titleOf('output', experiment.output), setting: 'output' },
    ', ',
    { text: `${titleOf('initializer', experiment.initializer)} start`, setting: 'initializer' },
    ', ',
    { text: `seed ${experiment.seed}`, setting: 'seed', rank: 1 },
  ];
}

/** @param {Experiment} experiment */
function penaltyText({ l1, l2 }) {
  const parts = [];
  if (l1 > 0) parts.push(`L1 ${typedNumber(l1)}`);
  if (l2 > 0) parts.push(`L2 ${typedNumber(l2)}`);
  return parts.join(' and ') || 'no penalty';
}

/** @param {string} text */
const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** @param {Experiment} experiment @param {number} trainingPoints @returns {Sentence} */
export function runSentence(experiment, trainingPoints) {
  const { batch_size: size } = experiment;
  const full = trainingPoints > 0 && size >= trainingPoints;
  return [
    { text: capital(titleOf('optimizer', experiment.optimizer)), setting: 'optimizer' },
    ', rate ',
    { text: typedNumber(experiment.learning_rate), setting: 'learning_rate' },
    full ? ', ' : ', batches of ',
    { text: full ? 'all points at once' : String(size), setting: 'batch' },
    ', ',
    { text: titleOf('cost', experiment.cost), setting: 'cost' },
    ', ',
    { text: penaltyText(experiment), setting: 'penalty', rank: 1 },
  ];
}
