/** @file What is said to an answer: the verdict first, then why, and never the answer itself. */
import { faultSentence } from '../exact/fault_words.js';
import { nameOf } from '../paper/names.js';
import { digitsOf } from '../paper/print.js';
import { digitsTyped } from '../paper/slips/digits.js';
import { said } from '../words/sentence.js';

/** @typedef {import('./work.js').Work} Work */
/** @typedef {import('./work.js').Answer} Answer */
/** @typedef {import('../words/sentence.js').Sentence} Sentence */

const FULL_DIGITS = 7;

/**
 * @typedef {object} Verdict
 * @property {Sentence} head in bold
 * @property {Sentence} rest
 * @property {string} sign
 */

/** @param {string} text as typed */
function faultWords(text, /** @type {import('../exact/number.js').Fault} */ fault) {
  if (fault === 'not a number' && /[.,].*[.,]/.test(text)) return ['A number has one point.', 'Write 0.007, 7/1000 or 7e−3; a comma for the point is fine too.'];
  if (fault === 'not a number') return ['That is not a number.', 'Write 0.007, 7/1000 or 7e−3; a comma for the point is fine too.'];
  return [faultSentence(fault, text, 'Write a smaller one.'), ''];
}

/** @param {Work} work @param {import('../paper/quantities.js').Quantity} quantity @param {Answer} answer @returns {Verdict | null} */
export function markWords({ sheet, setup, answer: answerOf }, { key }, answer) {
  if (answer.fault) {
    const [head, rest] = faultWords(answer.text, answer.fault);
    return { head: said(head), rest: said(rest), sign: '' };
  }
  if (!answer.mark || answer.isGiven) return null;
  const { verdict, findings, given, onTheWay } = answer.mark;
  const value = sheet.valueOf(key);
  const full = digitsOf(value, FULL_DIGITS);
  const claim = { that: 'printed', key, text: full };
  switch (verdict) {
    case 'right': return { head: said('Right.', { that: 'right', key }), rest: said(''), sign: 'check' };
    case 'rounded': return {
      head: said(onTheWay ? 'Right, from rounded numbers.' : 'Right, as far as it goes.', { that: 'right', key }),
      rest: said(`With all its digits it is ${full}, and the sheet goes on with those.`, claim), sign: '≈',
    };
    case 'short': return { head: said('One digit could be many numbers.'), rest: said('Give two at least.'), sign: '' };
    case 'follow': return {
      head: said(`Right, given your value for ${given.map((one) => nameOf(setup, one)).join(' and ')}.`, { that: 'follows', key, given }),
      rest: said(`You had ${given.map((one) => answerOf(one)?.text ?? '').join(' and ')} there. Mend that, and this changes with it.`), sign: 'check',
    };
    case 'slip': return slipWords(findings);
    default: return digitsTyped(/** @type {import('../exact/number.js').Exact} */ (answer.exact)) < 2
      ? { head: said('Not this number.', { that: 'unknown', key }), rest: said('Of two digits or more it can be told which slip leads to it.'), sign: 'close' }
      : { head: said('Not this number, and no slip that is known here leads to it.', { that: 'unknown', key }), rest: said('Work it out in parts; each is marked by itself.'), sign: 'close' };
  }
}

/** One slip is named; of several it is asked which it was. @param {import('../paper/marking.js').Mark['findings']} findings @returns {Verdict} */
function slipWords(findings) {
  const claims = findings.map(({ name }) => ({ that: 'slip', name }));
  if (findings.length === 1) return { head: said(findings[0].told, ...claims), rest: said(findings[0].why), sign: 'close' };
  return { head: said(`${findings.length === 2 ? 'Two' : 'Three'} slips lead to this number. Which was it?`, ...claims), rest: said(''), sign: 'close' };
}
