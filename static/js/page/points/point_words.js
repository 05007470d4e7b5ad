/**
 * What the network makes of the chosen point, in words.
 */
import { byClass } from '../../network/outputs.js';
import { OUTPUT_KINDS } from '../../network/output_kinds.js';
import { OUTPUT_WORDS } from '../../network/choices.js';
import { oneOf } from '../../ui/class_words.js';
import { capital, formatNumber, formatPercent } from '../../ui/format.js';
import { PLAIN_NAMING } from '../../ui/naming.js';
import { said, together } from '../../words/sentence.js';

/** @typedef {import('../../types.js').Point} Point */
/** @typedef {import('../../types.js').Task} Task */
/** @typedef {Pick<import('../../types.js').Experiment, 'task' | 'output'>} Question */
/** @typedef {import('../../words/sentence.js').Sentence} Sentence */
/** @typedef {import('../../ui/naming.js').Naming} Naming */

/** @param {ArrayLike<number>} values */
export function indexOfLargest(values) {
  let best = 0;
  for (let index = 1; index < values.length; index += 1) if (values[index] > values[best]) best = index;
  return best;
}

/** @param {Point} point @param {Task} task @param {Naming} [naming] @returns {Sentence} */
export function pointHeading({ x1, x2, more, target, test }, task, naming = PLAIN_NAMING) {
  const isClass = task === 'classification';
  const height = naming.height(target);
  const what = isClass ? naming.classes[target] : `point of height ${height}`;
  const kept = test ? ' kept for testing,' : '';
  const place = naming.place({ x1, x2, more });
  return said(`${capital(oneOf(what))}${kept} at ${place.join(', ')}`, {
    that: 'point', class: isClass ? naming.classes[target] : null, height: isClass ? null : height, place, test,
  });
}

/** A point's heading for those who go on with it. @param {Point} point @param {Task} task @param {Naming} [naming] */
export const pointTitle = (point, task, naming) => pointHeading(point, task, naming).text;

/** One of a network's answers in print. @param {Question} question @param {number} value */
const answered = ({ task, output }, value) =>
  (task === 'classification' && OUTPUT_WORDS[output].is_probability ? formatPercent(value) : formatNumber(value));

/** Whether one number, with a sign, is all that the network answers: then it stands for both classes. @param {Question} question */
const isSigned = ({ task, output }) => task === 'classification' && (OUTPUT_KINDS[output].levels?.[0] ?? 0) < 0;

/**
 * What the network says of each class, as it is compared and as it is printed.
 * @param {Question} question @param {ArrayLike<number>} a
 */
function answersOf(question, a) {
  const values = byClass(question.output, a, question.task === 'classification');
  const print = (/** @type {number} */ index) => answered(question, isSigned(question) ? a[0] : values[index]);
  return { values, print, largest: indexOfLargest(values) };
}

/** "circle", "circle and square", "circle, square and diamond". @param {string[]} names */
function listed(names) {
  const [last, ...others] = [...names].reverse();
  return others.length > 0 ? `${others.reverse().join(', ')} and ${last}` : last;
}

/**
 * Whose verdict it is where several classes get the most, as at zero weights.
 * @param {number[]} best
 * @param {number} target
 * @param {string} most
 * @param {Naming} naming
 */
function tieWords(best, target, most, { classes }) {
  const names = best.map((index) => classes[index]);
  const right = best[0] === target;
  return said(
    `The network can’t decide: ${listed(names)} get ${most} each. Of equals the first counts, ${names[0]}, which is `
    + `${right ? 'right' : 'wrong'}.`,
    { that: 'verdict', right, says: names[0], most, tie: names });
}

/** @param {number} target @param {Question} question @param {ArrayLike<number>} output @param {Naming} naming */
function verdictWords(target, question, output, naming) {
  const { values, print, largest } = answersOf(question, output);
  const best = Array.from(values).flatMap((value, index) => (value === values[largest] ? [index] : []));
  const most = print(largest);
  if (best.length > 1) return tieWords(best, target, most, naming);
  const says = naming.classes[largest];
  if (largest === target) {
    return said(`The network is right: it takes it for ${oneOf(says)}, with ${most}.`,
      { that: 'verdict', right: true, says, most, tie: null });
  }
  if (target >= values.length) {
    return said(`The network is wrong: it takes it for ${oneOf(says)}, with ${most}, as it has no output for its class yet.`,
      { that: 'verdict', right: false, says, most, tie: null, own: null });
  }
  if (isSigned(question)) {
    return said(`The network is wrong: it takes it for ${oneOf(says)}, with ${most}.`,
      { that: 'verdict', right: false, says, most, tie: null, own: null });
  }
  const own = print(target);
  return said(
    `The network is wrong: it takes it for ${oneOf(says)}, with ${most}; the right class gets ${own === most ? 'less' : own}.`,
    { that: 'verdict', right: false, says, most, tie: null, own: own === most ? null : own });
}

/**
 * @param {Point} point
 * @param {Question} question
 * @param {ArrayLike<number>} output the network's answer
 * @param {Naming} [naming]
 * @returns {Sentence}
 */
export function pointWords({ target, test }, question, output, naming = PLAIN_NAMING) {
  const unused = test ? said('It is kept for testing: training never sees it.', { that: 'kept for testing' }) : said('');
  if (!Array.from(output).every(Number.isFinite)) {
    return together(said('What the network makes of it is too large for a number here.', { that: 'answer beyond numbers' }), unused);
  }
  if (question.task === 'regression') {
    const [says, right] = [naming.height(output[0]), naming.height(target)];
    return together(said(`The network says ${says}; the right answer is ${right}.`, { that: 'answer', says, right }), unused);
  }
  return together(verdictWords(target, question, output, naming), unused);
}

/**
 * What a point is taken for, in a line: "A circle, taken for a square: 63%", "A point of height 0.50, taken for 0.31".
 * @param {Point} point
 * @param {Question} question
 * @param {ArrayLike<number>} output the network's answer
 * @param {Naming} [naming]
 * @returns {Sentence}
 */
export function takenWords({ target }, question, output, naming = PLAIN_NAMING) {
  const isClass = question.task === 'classification';
  const height = naming.height(target);
  const what = said(isClass ? capital(oneOf(naming.classes[target])) : `A point of height ${height}`,
    { that: 'is a', class: isClass ? naming.classes[target] : null, height: isClass ? null : height });
  if (!Array.from(output).every(Number.isFinite)) return what;
  const { text, claims } = answerText(question, output, naming);
  const told = text.replace(/, (?=[^,]*$)/, ': ');
  return said(`${what.text}, taken for ${isClass ? oneOf(told) : told}`, ...what.claims, ...claims);
}

/**
 * The answer in a cell of a table.
 * @param {Question} question
 * @param {ArrayLike<number>} output
 * @param {Naming} [naming]
 * @returns {Sentence}
 */
export function answerText(question, output, naming = PLAIN_NAMING) {
  if (!Array.from(output).every(Number.isFinite)) return said('too large for a number', { that: 'answer beyond numbers' });
  const { print, largest } = answersOf(question, output);
  const most = print(largest);
  if (question.task === 'regression') {
    const height = naming.height(output[0]);
    return said(height, { that: 'answer', says: height });
  }
  const says = naming.classes[largest];
  return said(`${says}, ${most}`, { that: 'class and share', says, most });
}
