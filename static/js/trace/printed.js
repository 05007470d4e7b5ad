/**
 * @file Numbers that add up as printed: calculating with the printed numbers gives what the formula prints.
 *
 * A result is printed with few digits. Its factors get as many digits as it takes for the calculation with the printed
 * factors to give the printed result; where even all of them do not, because nearly everything cancels, the sign is ≈.
 */

const RESULT_DIGITS = 4;
/** A float64 has no more to show. */
const MOST_DIGITS = 17;
const SCIENTIFIC_BELOW = 1e-3;
const SCIENTIFIC_FROM = 1e5;

/** Digits before the point are all printed, even where there are more than asked for. @param {number} size @param {number} digits */
const shownDigits = (size, digits) =>
  (size >= 1 && size < SCIENTIFIC_FROM ? Math.max(digits, String(Math.trunc(size)).length) : digits);

/**
 * The value that a reader gets by typing in what was printed.
 * @param {number} value
 * @param {number} digits   significant ones
 */
export const asPrinted = (value, digits) => Number(value.toPrecision(shownDigits(Math.abs(value), digits)));

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
    const text = size.toPrecision(shownDigits(size, digits));
    return { negative, mantissa: withoutZeros(text, Math.abs(value)), exponent: 0 };
  }
  const [mantissa, exponent] = size.toExponential(digits - 1).split('e');
  return { negative, mantissa: size === Math.abs(value) ? withoutZeros(mantissa, Number(mantissa)) : mantissa, exponent: Number(exponent) };
}

/** A whole number loses the zeros after its point: 1 is 1, but 0.99999 stays 1.000. @param {string} text @param {number} size */
const withoutZeros = (text, size) => (Number(text) === size ? text.replace(/\.0*$/, '') : text);

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
 * As text that a screen reader reads correctly and a person can copy: "−0.0123", "1.2e−9".
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
 * How many digits it takes to print two unequal numbers so that a reader can tell them apart.
 * @param {number} one
 * @param {number} other
 */
export function digitsApart(one, other) {
  let digits = RESULT_DIGITS;
  while (digits < MOST_DIGITS && one !== other && asPrinted(one, digits) === asPrinted(other, digits)) digits++;
  return digits;
}

/**
 * @typedef {Object} Settled
 * @property {number} digits   that the factors are printed with
 * @property {number} result   to be printed with the digits of the result
 * @property {'=' | '\\approx'} sign   in TeX: whether calculating with what is printed gives what is printed
 */

/**
 * How many digits the factors need so that calculating with them as printed gives the result as printed.
 * @param {number[]} factors
 * @param {(printed: number[]) => number} calculate
 * @param {{digits?: number, result?: number}} [options]   digits of the result; and the result itself, where it was
 *   calculated elsewhere, and perhaps rounded differently on the way
 * @returns {Settled}
 */
export function settle(factors, calculate, { digits = RESULT_DIGITS, result = calculate(factors) } = {}) {
  return settleAll(factors, [{ calculate, result }], digits);
}

/**
 * The same where several results are read off the same printed factors.
 * @param {number[]} factors
 * @param {{calculate: (printed: number[]) => number, result: number}[]} readings   the first one's result is answered
 * @param {number} [resultDigits]
 * @returns {Settled}
 */
export function settleAll(factors, readings, resultDigits = RESULT_DIGITS) {
  const { result } = readings[0];
  for (let digits = RESULT_DIGITS; digits <= MOST_DIGITS; digits++) {
    const printed = factors.map((factor) => asPrinted(factor, digits));
    const holds = readings.every((reading) =>
      asPrinted(reading.calculate(printed), resultDigits) === asPrinted(reading.result, resultDigits));
    if (holds) return { digits, result, sign: '=' };
  }
  return { digits: MOST_DIGITS, result, sign: '\\approx' };
}
