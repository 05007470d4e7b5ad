/**
 * Why what a person typed is no number that can be used, in words.
 */

const LONGEST_QUOTE = 24;

/** @param {string} text */
const quoted = (text) => `“${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}”`;

/**
 * @param {import('./number.js').Fault} fault
 * @param {string} text as it was typed
 * @param {string} instead what to type where it is too large
 */
export function faultSentence(fault, text, instead) {
  switch (fault) {
    case 'zero below': return 'Nothing can be divided by 0. Put another number below the line.';
    case 'too large': return `${quoted(text)} is too large. ${instead}`;
    case 'not finite': return `${quoted(text)} is more than the computer can hold. ${instead}`;
    default: return `${quoted(text)} is not a number. Type digits, such as 0.25 or −1/3.`;
  }
}
