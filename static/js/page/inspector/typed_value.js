/**
 * A weight or bias as a person types it: a number, or a fraction such as "1/3"; else why it can't be one.
 */
import { parseExact } from '../../exact/number.js';
import { formatCount } from '../../ui/format.js';

/** Beyond this every sum and every cost overflows sooner or later. */
export const LARGEST = 1_000_000;

/** @param {string} text */
const quoted = (text) => `“${text.length > 24 ? `${text.slice(0, 24)}…` : text}”`;

/**
 * @param {string} text
 * @returns {{value: number} | {wrong: string}}
 */
export function typedValue(text) {
  const typed = parseExact(text, { fraction: true, percent: true, largest: LARGEST });
  if (!('fault' in typed)) return { value: typed.value };
  switch (typed.fault) {
    case 'zero below': return { wrong: 'Nothing can be divided by 0. Put another number below the line.' };
    case 'too large': return { wrong: `${quoted(text)} is too large. ${largestWords()}` };
    case 'not finite': return { wrong: `${quoted(text)} is more than the computer can hold. ${largestWords()}` };
    default: return { wrong: `${quoted(text)} is not a number. Type digits, such as 0.25 or −1/3.` };
  }
}

const largestWords = () => `A weight goes from −${formatCount(LARGEST)} to ${formatCount(LARGEST)}.`;
