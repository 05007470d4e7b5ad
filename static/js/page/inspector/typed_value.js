/**
 * A weight or bias as a person types it: a number, or a fraction such as "1/3"; else why it can't be one.
 */
import { formatCount } from '../../ui/format.js';
import { parseNumber } from '../../ui/parse.js';

/** Beyond this every sum and every cost overflows sooner or later. */
export const LARGEST = 1_000_000;

/** @param {string} text */
const quoted = (text) => `“${text.length > 24 ? `${text.slice(0, 24)}…` : text}”`;

/**
 * @param {string} text
 * @returns {{value: number} | {wrong: string}}
 */
export function typedValue(text) {
  const [above, below, ...more] = text.split('/');
  const numerator = parseNumber(above);
  const denominator = below === undefined ? 1 : parseNumber(below);
  if (numerator === null || denominator === null || more.length > 0) {
    const isEndless = /^[-+\u2212]?(inf(inity)?|∞|\d.*e\+?\d{3,})$/i.test(text.trim());
    return { wrong: isEndless
      ? `${quoted(text)} is more than the computer can hold. ${largestWords()}`
      : `${quoted(text)} is not a number. Type digits, such as 0.25 or −1/3.` };
  }
  if (denominator === 0) return { wrong: 'Nothing can be divided by 0. Put another number below the line.' };
  const value = numerator / denominator;
  if (!Number.isFinite(value) || Math.abs(value) > LARGEST) return { wrong: `${quoted(text)} is too large. ${largestWords()}` };
  return { value };
}

const largestWords = () => `A weight goes from −${formatCount(LARGEST)} to ${formatCount(LARGEST)}.`;
