/**
 * A weight or bias as a person types it: a number, or a fraction such as "1/3"; else why it can't be one.
 */
import { faultSentence } from '../../exact/fault_words.js';
import { parseExact } from '../../exact/number.js';
import { formatCount } from '../../ui/format.js';

/** Beyond this every sum and every cost overflows sooner or later. */
export const LARGEST = 1_000_000;

/**
 * @param {string} text
 * @returns {{value: number} | {wrong: string}}
 */
export function typedValue(text) {
  const typed = parseExact(text, { fraction: true, percent: true, largest: LARGEST });
  if ('fault' in typed) return { wrong: faultSentence(typed.fault, text, largestWords()) };
  return { value: typed.value };
}

const largestWords = () => `A weight goes from −${formatCount(LARGEST)} to ${formatCount(LARGEST)}.`;
