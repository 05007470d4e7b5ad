/**
 * Marks a typed result against the true value: right to the digits typed, close and in what way, or wrong.
 */

/** @typedef {import('./fraction.js').Exact} Exact */

/**
 * @typedef {object} Mark
 * @property {'right' | 'close' | 'wrong'} verdict
 * @property {'sign' | 'rounding' | 'digits' | 'inexact'} [reason] of a close one: the other sign; off from some decimal
 *   on; rounded so far that too little is left; a fraction near the value
 * @property {number} [decimal] for 'rounding': the first decimal that is off, from 1; 0: the digit before the point
 */

/** What counts as the same number: fractions and decimals that were not rounded. */
const EXACT = 1e-9;
/** A result that was rounded tells at least so many digits from the first that is not 0. */
const LEAST_DIGITS = 2;
/** How far off, as a share of the value, a result may be to count as rounded on the way. */
const NEAR = 0.01;
/** What halves of a last digit lose in binary, as a share of the value. */
const SLACK = 1e-12;

/** @param {number} value @param {number} truth */
const isSame = (value, truth) => Math.abs(value - truth) <= EXACT * Math.max(1, Math.abs(truth));

/** Whether the value is the truth rounded to these decimals. @param {number} value @param {number} decimals
 *  @param {number} truth */
const isRounded = (value, decimals, truth) =>
  Math.abs(value - truth) <= 0.5 * 10 ** -decimals + SLACK * Math.max(1, Math.abs(truth));

/** Digits of a value, the leading zeros left out. @param {number} value @param {number} decimals */
const digitsOf = (value, decimals) => (value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)) + SLACK) + 1 + decimals);

/**
 * The first decimal that is off: as many as possible before it round rightly.
 * @param {number} value
 * @param {number} decimals
 * @param {number} truth
 */
function firstDecimalOff(value, decimals, truth) {
  for (let right = decimals - 1; right >= 0; right -= 1) if (isRounded(value, right, truth)) return right + 1;
  return 0;
}

/** @param {Exact} typed @param {number} truth @returns {Mark | null} null: nowhere near, with this sign */
function markSigned({ value, decimals }, truth) {
  if (isSame(value, truth)) return { verdict: 'right' };
  const isNear = Math.abs(value - truth) <= NEAR * Math.abs(truth);
  if (decimals === null) return isNear ? { verdict: 'close', reason: 'inexact' } : null;
  if (isRounded(value, decimals, truth)) {
    return digitsOf(value, decimals) >= LEAST_DIGITS ? { verdict: 'right' } : { verdict: 'close', reason: 'digits' };
  }
  const isLastDigit = Math.abs(value - truth) < 10 ** -decimals && digitsOf(value, decimals) >= LEAST_DIGITS;
  if (!isNear && !isLastDigit) return null;
  return { verdict: 'close', reason: 'rounding', decimal: firstDecimalOff(value, decimals, truth) };
}

/**
 * A decimal of d decimals is right if it rounds the truth, a fraction if it is the truth.
 * @param {Exact} typed
 * @param {number} truth
 * @returns {Mark}
 */
export function mark(typed, truth) {
  const asTyped = markSigned(typed, truth);
  if (asTyped) return asTyped;
  const mirrored = markSigned({ ...typed, value: -typed.value }, truth);
  return mirrored ? { verdict: 'close', reason: 'sign' } : { verdict: 'wrong' };
}
