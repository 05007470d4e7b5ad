/**
 * Marks a typed result against the true value. The rule:
 *
 * - right: a fraction that is the value; a decimal that is the value, or that is the value rounded to the digits typed
 *   (a half may go either way), where these are two at least, counted from the first that is not 0;
 * - close: a decimal that rounds rightly but with fewer digits; one that was cut off where it should have been rounded up;
 *   one whose last digit of three or more is off by one; three digits or more, or a fraction, within half a percent;
 *   and any of these, or a right one, with the other sign;
 * - wrong: all else.
 */

/** @typedef {import('./number.js').Exact} Exact */

/**
 * @typedef {object} Mark
 * @property {'right' | 'close' | 'wrong'} verdict
 * @property {'sign' | 'digits' | 'cut' | 'last' | 'near' | 'inexact'} [reason] of a close one: the other sign; too few
 *   digits; cut off, not rounded; the last digit off by one; within half a percent; a fraction near the value
 */

/** A result that was rounded tells at least so many digits. */
const LEAST_DIGITS = 2;
/** From so many digits on, an error in the last of them is a slip and not another number. */
const PRECISE_DIGITS = 3;
/** How far off, as a share of the value, a result may be to count as near. */
const NEAR = 0.005;
/** What a float64 may be off by after a calculation, as a share of the largest number in it. */
const ROUNDING = 2 ** -46;
/** What keeps the logarithm of 1000 from being less than 3. */
const SLACK = 1e-12;

/** Digits of a value, the leading zeros left out. @param {number} value @param {number} decimals */
const digitsOf = (value, decimals) => (value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)) + SLACK) + 1 + decimals);

/** @param {Mark['reason']} reason @returns {Mark} */
const close = (reason) => ({ verdict: 'close', reason });

/** @param {Exact} typed @param {number} truth @param {number} noise @returns {Mark | null} null: nowhere near, with this sign */
function markSigned({ value, decimals }, truth, noise) {
  const off = Math.abs(value - truth);
  if (off <= noise) return { verdict: 'right' };
  const isNear = off <= NEAR * Math.abs(truth);
  if (decimals === null) return isNear ? close('inexact') : null;
  const unit = 10 ** -decimals;
  const digits = digitsOf(value, decimals);
  if (off <= unit / 2 + noise) return digits >= LEAST_DIGITS ? { verdict: 'right' } : close('digits');
  const isShort = Math.abs(value) < Math.abs(truth) && Math.sign(value) === Math.sign(truth);
  if (isShort && off < unit && digits >= LEAST_DIGITS) return close('cut');
  if (digits < PRECISE_DIGITS) return null;
  if (off <= 1.5 * unit + noise) return close('last');
  return isNear ? close('near') : null;
}

/**
 * @param {Exact} typed
 * @param {number} truth
 * @param {number} [largest] the largest number in the calculation that gave the truth; where much cancels, it is larger
 * @returns {Mark}
 */
export function mark(typed, truth, largest = Math.abs(truth)) {
  const noise = ROUNDING * Math.max(largest, Math.abs(truth));
  const asTyped = markSigned(typed, truth, noise);
  if (asTyped) return asTyped;
  return markSigned({ ...typed, value: -typed.value }, truth, noise) ? close('sign') : { verdict: 'wrong' };
}
