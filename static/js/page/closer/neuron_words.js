/**
 * What a neuron makes of the training points, in words: a verdict from their numbers, and the numbers.
 */
import { outputClaims } from '../../figures/network/describe.js';
import { className, countedOf, manyOf } from '../../ui/class_words.js';
import { capital, formatNumber } from '../../ui/format.js';
import { byHand } from '../../ui/hand.js';
import { said, together } from '../../words/sentence.js';
import { answersOf, networkOf, thresholdOf } from './answers.js';
import { nameOf } from './names.js';

/** @typedef {import('../snapshot.js').Snapshot} Snapshot */
/** @typedef {import('../../network/architecture.js').Architecture} Architecture */
/** @typedef {import('../../words/sentence.js').Sentence} Sentence */
/** @typedef {import('./answers.js').Answer} Answer */
/** @typedef {import('./answers.js').Place} Place */

/** Of a class's points, above the threshold: what it takes to be told apart, and by how much two must differ for a leaning. */
const APART = 0.9;
const LEANING = 0.4;
/** Answers no further apart are nearly the same; where some pass 1, this share of the greatest. */
const NEARLY = 0.2;
/** A correlation with the points' heights from which a neuron goes with them. */
const GOES_WITH = 0.7;

/** @typedef {{kind: number, above: number, of: number}} Split of a class: how many of its points are above the threshold */

/** @param {readonly Answer[]} answers @param {number} threshold @returns {Split[]} in the order of classes */
export function splitsOf(answers, threshold) {
  const kinds = [...new Set(answers.map(({ target }) => target))].sort((one, other) => one - other);
  return kinds.map((kind) => {
    const own = answers.filter(({ target }) => target === kind);
    return { kind, above: own.filter(({ value }) => value > threshold).length, of: own.length };
  });
}

/** Pearson's coefficient; 0 where either does not vary. @param {readonly Answer[]} answers */
export function correlation(answers) {
  const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [heights, values] = [answers.map(({ target }) => target), answers.map(({ value }) => value)];
  const [height, value] = [mean(heights), mean(values)];
  const product = (/** @type {number[]} */ a, /** @type {number} */ ma, /** @type {number[]} */ b, /** @type {number} */ mb) =>
    a.reduce((sum, one, at) => sum + (one - ma) * (b[at] - mb), 0);
  const spread = Math.sqrt(product(heights, height, heights, height) * product(values, value, values, value));
  return spread > 0 ? product(heights, height, values, value) / spread : 0;
}

/**
 * @param {readonly Answer[]} answers
 * @param {Snapshot} snapshot
 * @param {number} threshold
 * @param {Architecture} architecture
 * @returns {{words: string, verdict: import('../../words/sentence.js').Claim}}
 */
function verdictOf(answers, { experiment }, threshold, architecture) {
  const values = answers.map(({ value }) => value);
  const verdict = (/** @type {string} */ words, /** @type {string} */ is, more = {}) => ({ words, verdict: { that: 'neuron verdict', is, ...more } });
  if (values.length === 0) return verdict('has no points to tell apart yet', 'no points');
  if (Math.max(...values) - Math.min(...values) <= NEARLY * Math.max(1, ...values.map(Math.abs))) return verdict('says nearly the same of every point', 'same');
  if (experiment?.task === 'regression') {
    if (answers.every(({ target }) => target === answers[0].target)) return verdict('has points of one height before it', 'one height');
    const r = correlation(answers);
    if (Math.abs(r) < GOES_WITH) return verdict('bends another way than the heights', 'other');
    return verdict(r > 0 ? 'rises with the heights' : 'falls where the heights rise', r > 0 ? 'rises' : 'falls');
  }
  const splits = splitsOf(answers, threshold);
  if (splits.length === 1) return verdict('has one kind of points before it', 'one kind');
  const shares = splits.map(({ above, of }) => above / of);
  const [most, least] = [Math.max(...shares), Math.min(...shares)];
  if (most >= APART && least <= 1 - APART) return verdict(splits.length === 2 ? 'tells the kinds apart' : 'tells kinds apart', 'apart');
  if (most - least < LEANING) return verdict(splits.length === 2 ? 'hardly tells the kinds apart' : 'hardly tells kinds apart', 'mixes');
  const towards = className(architecture, splits[shares.indexOf(most)].kind);
  return verdict(`leans to ${manyOf(towards)}`, 'leans', { towards });
}

/** @param {readonly Split[]} splits @param {number} threshold @param {Architecture} architecture @returns {Sentence} */
function countWords(splits, threshold, architecture) {
  const at = formatNumber(threshold, threshold === 0 ? 0 : 2);
  const parts = splits.map(({ kind, above, of }) => {
    const name = className(architecture, kind);
    return said(`${above} of ${countedOf(of, name)}`, { that: 'above', class: name, above: String(above), of: String(of) });
  });
  const [last, ...others] = [...parts].reverse();
  const list = others.length > 0 ? `${others.reverse().map(({ text }) => text).join(', ')} and for ${last.text}` : last.text;
  return said(`It rises above ${at} for ${list}.`, { that: 'threshold', at }, ...parts.flatMap(({ claims }) => claims));
}

/**
 * @param {Snapshot} snapshot
 * @param {Place} place
 * @returns {{title: Sentence, words: Sentence} | null}
 */
export function neuronWords(snapshot, place) {
  const network = networkOf(snapshot);
  const answers = answersOf(snapshot, place);
  if (!network || !answers) return null;
  const start = capital(nameOf(place.layer, place.neuron, network.architecture));
  const hold = said(`Pale is near zero. ${byHand('Click the neuron or press Enter', 'Tap it again')} to keep its map.`);
  if (!answers.every(({ value }) => Number.isFinite(value))) {
    return { title: said(`${start}, all over the plane`), words: together(said('For some point it is too large for a number here.', { that: 'neuron beyond numbers', ...place }), hold) };
  }
  const threshold = thresholdOf(network.architecture, place);
  const { words, verdict } = verdictOf(answers, snapshot, threshold, network.architecture);
  const isSplit = snapshot.experiment?.task === 'classification' && answers.length > 0;
  const counts = isSplit ? countWords(splitsOf(answers, threshold), threshold, network.architecture) : said('');
  return {
    title: said(`${start} ${words}`, { ...verdict, ...place }, ...outputClaims(place.layer, place.neuron, network.architecture)),
    words: together({ ...counts, claims: counts.claims.map((claim) => ({ ...claim, ...place })) }, hold),
  };
}
