/**
 * Numbers as people read them: a true minus, never a zero that is not one, no more digits than help.
 */

const MINUS = '\u2212';
const SUPERSCRIPTS = [...'\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079'];
const THIN_SPACE = '\u2009';
const SCIENTIFIC_FROM = 1e5;
const FULL_INTEGER_DIGITS = 3;

/** @param {number} value */
function specialName(value) {
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? '\u221e' : `${MINUS}\u221e`;
}

/** @param {number} exponent */
function superscript(exponent) {
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
  return exponent < 0 ? `\u207b${digits}` : digits;
}

/**
 * A number as mantissa and power of ten, such as "1.2·10⁵".
 * @param {number} value
 * @param {number} [decimals] decimals of the mantissa
 */
export function formatScientific(value, decimals = 1) {
  if (!Number.isFinite(value)) return specialName(value);
  if (value === 0) return '0';
  const [mantissa, exponent] = Math.abs(value).toExponential(decimals).split('e');
  return `${value < 0 ? MINUS : ''}${mantissa}\u00b710${superscript(Number(exponent))}`;
}

/**
 * A number with the given decimals; numbers of more than three digits before the point give decimals up,
 * very large ones turn scientific, and one that is not zero but would print as zero reads "≈0".
 * @param {number} value
 * @param {number} [decimals]
 */
export function formatNumber(value, decimals = 2) {
  if (!Number.isFinite(value)) return specialName(value);
  const size = Math.abs(value);
  if (size >= SCIENTIFIC_FROM) return formatScientific(value);
  const integerDigits = String(Math.trunc(size)).length;
  const kept = Math.max(0, decimals - Math.max(0, integerDigits - FULL_INTEGER_DIGITS));
  const text = size.toFixed(kept);
  if (Number(text) === 0) return value === 0 ? text : '\u22480';
  return value < 0 ? MINUS + text : text;
}

/**
 * A count with its thousands apart, from five digits on: "9999", "12 345".
 * @param {number} value
 */
export function formatCount(value) {
  if (!Number.isFinite(value)) return specialName(value);
  const digits = String(Math.round(Math.abs(value)));
  const text = digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  return value < 0 ? MINUS + text : text;
}

/**
 * A share (0..1) in per cent, never rounded up to a perfection or down to a nothing that it is not.
 * @param {number} share
 */
export function formatPercent(share) {
  if (!Number.isFinite(share)) return specialName(share);
  const rounded = Math.round(share * 100);
  if (rounded === 100 && share < 1) return '99%';
  if (rounded === 0 && share > 0) return '1%';
  return `${rounded}%`;
}
