/**
 * Exact numbers as people type them: "2", "-0.25", "1/3", "1e-3"; or the name of what is wrong with them.
 */

/**
 * @typedef {object} Exact
 * @property {number} value
 * @property {number | null} decimals how many stand behind the point, fewer than none in "12e2"; null: it is a
 *   fraction, which rounds nothing
 */

/** @typedef {'empty' | 'not a number' | 'zero below' | 'not finite' | 'too large'} Fault */

const NUMBER = /^[-+]?(?:\d+\.?(?<behind>\d*)|\.(?<alone>\d+))(?:e(?<exponent>[-+]?\d+))?$/i;
const ENDLESS = /^[-+]?(?:inf(?:inity)?|∞|nan)$/i;

/**
 * One number without a fraction line.
 * @param {string} text trimmed, with plain signs
 * @returns {{value: number, decimals: number} | {fault: Fault}}
 */
function parseDecimal(text) {
  if (ENDLESS.test(text)) return { fault: 'not finite' };
  const found = NUMBER.exec(text);
  if (!found) return { fault: 'not a number' };
  const value = Number(text);
  if (!Number.isFinite(value)) return { fault: 'not finite' };
  const { behind, alone, exponent } = /** @type {Record<string, string | undefined>} */ (found.groups);
  const written = (behind ?? alone ?? '').length;
  return { value, decimals: written - Number(exponent ?? 0) };
}

/**
 * @param {string} text
 * @param {number} [largest] greatest magnitude that is allowed
 * @returns {Exact | {fault: Fault}}
 */
export function parseExact(text, largest = Number.MAX_VALUE) {
  const plain = text.replace(/\s/g, '').replace(/\u2212/g, '-').replace(/\u2044/g, '/').replaceAll(',', '.');
  if (plain === '') return { fault: 'empty' };
  const [above, below, ...more] = plain.split('/');
  if (more.length > 0) return { fault: 'not a number' };
  const numerator = parseDecimal(above);
  if ('fault' in numerator) return numerator;
  if (below === undefined) return within({ ...numerator }, largest);
  const denominator = parseDecimal(below);
  if ('fault' in denominator) return denominator;
  if (denominator.value === 0) return { fault: 'zero below' };
  return within({ value: numerator.value / denominator.value, decimals: null }, largest);
}

/** @param {Exact} exact @param {number} largest @returns {Exact | {fault: Fault}} */
function within(exact, largest) {
  if (!Number.isFinite(exact.value)) return { fault: 'not finite' };
  return Math.abs(exact.value) > largest ? { fault: 'too large' } : exact;
}
