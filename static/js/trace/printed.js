/**
 * @file Numbers that add up as printed: what a formula prints is reproduced by calculating with the printed numbers.
 *
 * A result is printed with few digits. Its factors get as many digits as it takes for the calculation with the printed
 * factors to give the printed result.
 */

const RESULT_DIGITS = 4;
/** A float64 has no more to show. */
const MOST_DIGITS = 17;
const SCIENTIFIC_BELOW = 1e-3;
const SCIENTIFIC_FROM = 1e5;

/**
 * The value that a reader gets who types in what was printed.
 * @param {number} value
 * @param {number} digits   significant ones
 */
export const asPrinted = (value, digits) => Number(value.toPrecision(digits));

/**
 * A number with the given significant digits: mantissa and exponent (0: none shown).
 * @param {number} value   finite
 * @param {number} digits
 * @returns {{negative: boolean, mantissa: string, exponent: number}}
 */
function parts(value, digits) {
  const size = Math.abs(asPrinted(value, digits));
  const negative = value < 0;
  if (size === 0) return { negative: false, mantissa: '0', exponent: 0 };
  if (size >= SCIENTIFIC_BELOW && size < SCIENTIFIC_FROM) {
    const text = size.toPrecision(digits);
    return { negative, mantissa: trimmed(text.includes('e') ? String(size) : text), exponent: 0 };
  }
  const [mantissa, exponent] = size.toExponential(digits - 1).split('e');
  return { negative, mantissa: trimmed(mantissa), exponent: Number(exponent) };
}

/** Whole numbers lose the zeros behind their point: 1.000 is 1. @param {string} text */
const trimmed = (text) => (/\.0*$/.test(text) ? text.replace(/\.0*$/, '') : text);

/**
 * In TeX; a negative one in brackets where it follows an operator.
 * @param {number} value
 * @param {number} digits
 * @param {{bracket?: boolean}} [options]
 */
export function texNumber(value, digits = RESULT_DIGITS, { bracket = false } = {}) {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '\\text{NaN}' : value > 0 ? '\\infty' : '-\\infty';
  const { negative, mantissa, exponent } = parts(value, digits);
  const size = exponent === 0 ? mantissa : `${mantissa}\\cdot10^{${exponent}}`;
  if (!negative) return size;
  return bracket ? `(-${size})` : `-${size}`;
}

/**
 * A setting, such as a learning rate, with the digits that were typed.
 * @param {number} value
 */
export function texSetting(value) {
  const [mantissa] = value.toExponential().split('e');
  return texNumber(value, mantissa.replace(/\D/g, '').length);
}

/**
 * In words that a screen reader reads rightly and a person can copy: "−0.0123", "1.2e−9".
 * @param {number} value
 * @param {number} [digits]
 */
export function plainNumber(value, digits = RESULT_DIGITS) {
  if (!Number.isFinite(value)) return String(value);
  const { negative, mantissa, exponent } = parts(value, digits);
  const size = exponent === 0 ? mantissa : `${mantissa}e${exponent}`.replace('e-', 'e\u2212');
  return negative ? `\u2212${size}` : size;
}

/**
 * How many digits the factors need so that calculating with them as printed gives the result as printed.
 * @param {number[]} factors
 * @param {(printed: number[]) => number} calculate
 * @param {number} [resultDigits]
 * @returns {{digits: number, result: number}}   result: what to print with `resultDigits`
 */
export function settle(factors, calculate, resultDigits = RESULT_DIGITS) {
  const result = calculate(factors);
  const wanted = asPrinted(result, resultDigits);
  for (let digits = RESULT_DIGITS; digits < MOST_DIGITS; digits++) {
    const reproduced = calculate(factors.map((factor) => asPrinted(factor, digits)));
    if (asPrinted(reproduced, resultDigits) === wanted) return { digits, result };
  }
  return { digits: MOST_DIGITS, result };
}
