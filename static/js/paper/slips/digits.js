/** @file Slips of the pen and of the calculator: they are seen in the digits, whatever the formula. */
import { nameOf } from '../names.js';

/** @typedef {import('./row.js').Sheet} Sheet */
/** @typedef {import('./row.js').Quantity} Quantity */
/** @typedef {import('../../exact/number.js').Exact} Exact */

/**
 * What was found: as of a slip, what the number is and what to do.
 * @typedef {{name: string, told: string, why: string}} Finding
 */

/** @param {Exact} typed @param {number} value */
const unitOf = ({ decimals }, value) => (decimals === null ? Math.abs(value) * 1e-9 : 10 ** -decimals);
/** Whether it is this value, rounded to the digits typed. @param {Exact} typed @param {number} value */
export const fits = (typed, value) => Math.abs(typed.value - value) <= unitOf(typed, value) / 2 * (1 + 1e-9) + 2 ** -46 * Math.abs(value);

/** Digits typed, from the first that is not 0. @param {Exact} typed */
export function digitsTyped({ value, decimals }) {
  if (decimals === null) return 9;
  return value === 0 ? 0 : Math.max(0, Math.floor(Math.log10(Math.abs(value)) + 1e-12) + 1 + decimals);
}

/** Digits of which people take no notice where the calculator ends. */
const LONG = 5;

/** Whether all its digits are those of the value, the rest being cut off. @param {Exact} typed @param {number} value */
export function isCut(typed, value) {
  const isShort = Math.abs(typed.value) < Math.abs(value) && Math.sign(typed.value) === Math.sign(value);
  return isShort && Math.abs(typed.value - value) < unitOf(typed, value);
}

/** Whether it is this value to the digits typed; a long number may end where the calculator does. @param {Exact} typed @param {number} value */
export const matches = (typed, value) => fits(typed, value) || (digitsTyped(typed) >= LONG && isCut(typed, value));

/** How many must agree before two numbers are taken for one by chance alone no more. */
const SURE = 3;

/** @param {Exact} typed @param {number} truth */
function misplacedPoint(typed, truth) {
  for (const shift of [1, -1, 2, -2, 3, -3]) {
    const moved = { value: typed.value * 10 ** shift, decimals: typed.decimals === null ? null : typed.decimals - shift };
    if (fits(moved, truth) && truth !== 0) return true;
  }
  return false;
}

/** The digits with two neighbours exchanged. @param {Exact} typed @returns {number[]} */
function exchanged({ value, decimals }) {
  if (decimals === null || decimals < 0 || decimals > 15) return [];
  const digits = String(Math.round(Math.abs(value) * 10 ** decimals));
  return [...digits].slice(1).flatMap((digit, at) => (digit === digits[at] ? []
    : [Math.sign(value) * Number(digits.slice(0, at) + digit + digits[at] + digits.slice(at + 2)) / 10 ** decimals]));
}

/**
 * @param {Exact} typed
 * @param {Quantity} quantity
 * @param {Sheet} sheet
 * @returns {Finding[]}
 */
export function digitFindings(typed, quantity, sheet) {
  const truth = sheet.valueOf(quantity.key);
  /** @type {Finding[]} */
  const found = [];
  if (!Number.isFinite(truth)) return found;
  const digits = digitsTyped(typed);
  const unit = unitOf(typed, truth);
  const off = Math.abs(typed.value - truth);
  if (fits({ ...typed, value: -typed.value }, truth) && truth !== 0) {
    found.push({ name: 'sign', told: 'The digits are right, the sign is not.', why: 'Go through the signs of the factors once more.' });
  }
  if (misplacedPoint(typed, truth)) found.push({ name: 'decimal slip', told: 'The digits are right, but the point has slipped.', why: 'Count the places once more.' });
  if (digits >= 2 && isCut(typed, truth)) {
    found.push({ name: 'cut off', told: 'That is cut off, not rounded.', why: 'The next digit is 5 or more: round the last one up.' });
  } else if (digits >= SURE && off <= 1.5 * unit) {
    found.push({ name: 'last digit', told: 'The last digit is off by one.', why: 'Carry more digits on the way, and round at the end.' });
  }
  if (digits >= SURE && exchanged(typed).some((value) => fits({ ...typed, value }, truth))) {
    found.push({ name: 'digits exchanged', told: 'Two digits have changed places.', why: 'Compare with what the calculator shows.' });
  }
  if (digits >= SURE) {
    const other = sheet.quantities.find((one) => one.kind === quantity.kind && one.key !== quantity.key && fits(typed, sheet.valueOf(one.key)));
    if (other) found.push({ name: 'another’s value', told: `That is ${nameOf(sheet.setup, other.key)}.`, why: 'The number is right, but it belongs to another place of the sheet.' });
  }
  return found;
}
