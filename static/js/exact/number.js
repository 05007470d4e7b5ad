/**
 * Numbers as people type them: "2", "−0.25", "0,5", "1e-3", and where they are allowed "1/3" and "20%"; or the name of
 * what is wrong with them.
 */

/**
 * @typedef {object} Exact
 * @property {number} value
 * @property {number | null} decimals how many stand behind the point, fewer than none in "12e2"; null: it is a
 *   fraction, which rounds nothing
 */

/** @typedef {'empty' | 'not a number' | 'zero below' | 'not finite' | 'too large'} Fault */

/**
 * What may be typed.
 * @typedef {object} Allowed
 * @property {boolean} [fraction] "1/3"
 * @property {boolean} [percent] "20%"
 * @property {boolean} [spaced] spaces between the digits, as in "1 000"; those around a number do no harm anywhere
 * @property {number} [largest] greatest magnitude
 */

const NUMBER = /^[-+]?(?:\d+\.?(?<behind>\d*)|\.(?<alone>\d+))(?:e(?<exponent>[-+]?\d+))?$/i;
const ENDLESS = /^[-+]?(?:inf(?:inity)?|∞)$/i;

/**
 * One number without a fraction line.
 * @param {string} text with plain signs
 * @param {boolean} percent
 * @returns {{value: number, decimals: number} | {fault: Fault}}
 */
function parseDecimal(text, percent) {
  const isPercentage = percent && text.endsWith('%');
  const plain = isPercentage ? text.slice(0, -1).trim() : text;
  if (ENDLESS.test(plain)) return { fault: 'not finite' };
  const found = NUMBER.exec(plain);
  if (!found) return { fault: 'not a number' };
  const value = Number(plain);
  if (!Number.isFinite(value)) return { fault: 'not finite' };
  const { behind, alone, exponent } = /** @type {Record<string, string | undefined>} */ (found.groups);
  const decimals = (behind ?? alone ?? '').length - Number(exponent ?? 0);
  return isPercentage ? { value: value / 100, decimals: decimals + 2 } : { value, decimals };
}

/**
 * @param {string} text
 * @param {Allowed} [allowed]
 * @returns {Exact | {fault: Fault}}
 */
export function parseExact(text, { fraction = false, percent = false, spaced = false, largest = Number.MAX_VALUE } = {}) {
  const plain = (spaced ? text.replace(/\s/g, '') : text.trim()).replaceAll('\u2212', '-').replaceAll('\u2044', '/').replaceAll(',', '.');
  if (plain === '') return { fault: 'empty' };
  const [above, below, ...more] = fraction ? plain.split('/').map((part) => part.trim()) : [plain];
  if (more.length > 0) return { fault: 'not a number' };
  const numerator = parseDecimal(above, percent);
  if ('fault' in numerator || below === undefined) return within(numerator, largest);
  const denominator = parseDecimal(below, percent);
  if ('fault' in denominator) return denominator;
  if (denominator.value === 0) return { fault: 'zero below' };
  return within({ value: numerator.value / denominator.value, decimals: null }, largest);
}

/** @param {Exact | {fault: Fault}} exact @param {number} largest @returns {Exact | {fault: Fault}} */
function within(exact, largest) {
  if ('fault' in exact) return exact;
  if (!Number.isFinite(exact.value)) return { fault: 'not finite' };
  return Math.abs(exact.value) > largest ? { fault: 'too large' } : exact;
}
