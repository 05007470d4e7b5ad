/**
 * What an exercise says: why a typed text can't be used, and what a mark means.
 */
import { faultSentence } from '../../exact/fault_words.js';
import { formatCount } from '../../ui/format.js';
import { quantityName } from './names.js';

/** @typedef {import('../../exact/number.js').Fault} Fault */
/** @typedef {import('../../exact/marking.js').Mark} Mark */

/**
 * @param {Fault} fault
 * @param {string} text as it was typed
 * @param {number} [largest] greatest magnitude that is allowed, where there is a limit
 */
export function faultWords(fault, text, largest) {
  if (fault === 'empty') return 'A number is missing here. Type one, such as 2, −0.25 or 1/3.';
  const hasLimit = fault === 'too large' && largest !== undefined;
  return faultSentence(fault, text, hasLimit
    ? `This number goes from −${formatCount(largest)} to ${formatCount(largest)}.` : 'Type a smaller number.');
}

/** @param {Mark} mark @returns {string} */
function markWords({ verdict, reason }) {
  if (verdict === 'right') return 'Right.';
  switch (reason) {
    case 'sign': return 'Close: the sign is wrong.';
    case 'digits': return 'Close: right as far as it goes. Give at least two digits.';
    case 'cut': return 'Close: cut off, not rounded. The digit that comes next is 5 or more, so the last one goes up.';
    case 'last': return 'Close: the last digit is off by one.';
    case 'near': return 'Close, but not right: it is off by less than half a percent. Was something rounded on the way?';
    case 'inexact': return 'Close: near, but a fraction has to be exact. Type a decimal if you rounded.';
    default: return 'Not this.';
  }
}

/**
 * What is said of an answer.
 * @param {import('./types.js').Answer} answer
 * @param {import('../../network/architecture.js').Architecture} architecture
 */
export function answerWords({ fault, mark, other }, architecture) {
  if (fault) return fault;
  if (!mark) return 'The server has not marked this yet.';
  return other ? `Not this: it is the ${quantityName(other, architecture)}.` : markWords(mark);
}

/** @param {number} right @param {number} all */
export const progressWords = (right, all) => (right === all ? `All ${all} right` : `${right} of ${all} right`);
