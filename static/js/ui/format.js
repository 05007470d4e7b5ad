/**
 * Numbers as people read them: a true minus, never a zero that is not one, no more digits than help, and no fewer than
 * it takes to come within a twentieth of the number.
 */

const MINUS = '\u2212';
const SUPERSCRIPTS = [...'\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079'];
const THIN_SPACE = '\u2009';
const SCIENTIFIC_FROM = 1e5;
const SCIENTIFIC_BELOW = 1e-3;
/** What is printed comes as near to a number as this share of it. */
const NEAR = 0.05;
/** Stands where there is no number. */
export const NONE = '\u2013';
const FULL_INTEGER_DIGITS = 3;

/** @param {number} value */
function specialName(value) {
  if (Number.isNaN(value)) return NONE;
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

/** Whether a text says a number well enough. @param {string} text @param {number} size not below 0 */
const isNear = (text, size) => Math.abs(Number(text) - size) <= NEAR * size;

/**
 * A number with the given decimals, or with as many more as it takes to come near it; numbers of more than three digits
 * before the point give decimals up, very large and very small ones turn scientific. What is no number reads "–".
 * @param {number} value
 * @param {number} [decimals]
 */
export function formatNumber(value, decimals = 2) {
  if (!Number.isFinite(value)) return specialName(value);
  const size = Math.abs(value);
  if (size >= SCIENTIFIC_FROM) return formatScientific(value);
  const integerDigits = String(Math.trunc(size)).length;
  let kept = Math.max(0, decimals - Math.max(0, integerDigits - FULL_INTEGER_DIGITS));
  let text = size.toFixed(kept);
  if (size < SCIENTIFIC_BELOW && !isNear(text, size)) return formatScientific(value);
  while (!isNear(text, size)) text = size.toFixed(kept += 1);
  return value < 0 ? MINUS + text : text;
}

/** A cost: the same digits wherever one is printed. @param {number} cost */
export const formatCost = (cost) => formatNumber(cost, 3);

/**
 * A count with its thousands apart, from five digits on: "9999", "12 345".
 * @param {number} value
 */
export function formatCount(value) {
  if (!Number.isFinite(value)) return specialName(value);
  const digits = String(Math.round(Math.abs(value)));
  const text = digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  return value < 0 && text !== '0' ? MINUS + text : text;
}

/** A smaller rest is not told in digits. */
const LEAST_PERCENT = 0.01;

/**
 * A share (0..1): in whole per cent between 1 and 99, outside with the decimals that tell how far from nothing or from
 * all it is, "<0.01%" and ">99.99%" at the ends.
 * @param {number} share
 */
export function formatPercent(share) {
  if (!Number.isFinite(share)) return specialName(share);
  const percent = 100 * Math.min(1, Math.max(0, share));
  const rest = Math.min(percent, 100 - percent);
  if (rest >= 1 || rest === 0) return `${Math.round(percent)}%`;
  if (rest < LEAST_PERCENT) return percent < 50 ? `<${LEAST_PERCENT}%` : `>${100 - LEAST_PERCENT}%`;
  const short = percent.toFixed(1);
  const told = percent < 50 ? Number(short) : 100 - Number(short);
  return `${isNear(String(told), rest) ? short : percent.toFixed(2)}%`;
}

/** @param {string} text */
export const capital = (text) => `${text[0].toUpperCase()}${text.slice(1)}`;

/** "1 point", "2 points". @param {number} count @param {string} one @param {string} [many] */
export const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
