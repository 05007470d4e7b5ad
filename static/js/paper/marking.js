/**
 * @file Marks an answer: right, right as far as it goes, right given what was answered before, a known slip, or unknown.
 *
 * A number is right if it is the value, rounded to the digits typed. Nothing else is called right, and no right number
 * is called a slip. A slip is named only where it leads to the digits typed, two of them at least.
 */
import { evaluate, refsOf } from './expression.js';
import { digitFindings, digitsTyped, fits, matches } from './slips/digits.js';
import { roundedOnTheWay } from './slips/rounding.js';
import { slipsOf } from './slips.js';

/** @typedef {import('../exact/number.js').Exact} Exact */
/** @typedef {import('./quantities.js').Quantity} Quantity */
/** @typedef {import('./sheet.js').Sheet} Sheet */
/** @typedef {import('./slips/digits.js').Finding} Finding */

/**
 * right; rounded: right as far as it goes; short: one digit could be many numbers; follow: right, given earlier answers
 * that are not; slip: a known one, or more that lead to the same number; unknown.
 * @typedef {'right' | 'rounded' | 'short' | 'follow' | 'slip' | 'unknown'} Verdict
 */

/**
 * @typedef {object} Mark
 * @property {Verdict} verdict
 * @property {Finding[]} findings of a slip: all that explain the number
 * @property {string[]} given of a follow: the earlier answers that it follows from
 * @property {boolean} onTheWay of a rounded one: numbers were rounded before the end
 */

/**
 * What the learner has answered so far.
 * @typedef {object} Answers
 * @property {(key: string) => number | undefined} valueOf as typed
 * @property {(key: string) => boolean} isRight
 */

/** Digits from which on a rounded number is as good as the value. */
const FULL = 4;
/** Digits that can tell one slip from another. */
const LEAST = 2;
/** More explanations than these say nothing. */
const MOST_FINDINGS = 3;
/** What a float64 may be off by after a calculation. */
const NOISE = 2 ** -44;

/** @type {Answers} */
const NO_ANSWERS = { valueOf: () => undefined, isRight: () => true };

/** @param {Verdict} verdict @param {Partial<Mark>} [more] @returns {Mark} */
const as = (verdict, more = {}) => ({ verdict, findings: [], given: [], onTheWay: false, ...more });

/** @param {Exact} typed @param {number} truth @param {number} largest of the numbers that it was made of @returns {Mark | null} */
export function markValue(typed, truth, largest = Math.abs(truth)) {
  if (Math.abs(typed.value - truth) <= NOISE * Math.max(largest, Math.abs(truth))) return as('right');
  if (!fits(typed, truth)) return matches(typed, truth) ? as('rounded') : null;
  const digits = digitsTyped(typed);
  if (digits >= FULL) return as('right');
  return as(digits >= LEAST ? 'rounded' : 'short');
}

/**
 * @param {Sheet} sheet
 * @param {Quantity} quantity
 * @param {Exact} typed
 * @param {Answers} [answers]
 * @returns {Mark}
 */
export function markAnswer(sheet, quantity, typed, answers = NO_ANSWERS) {
  const truth = sheet.valueOf(quantity.key);
  const keys = refsOf(quantity.formula);
  const largest = Math.max(...keys.map((key) => Math.abs(sheet.valueOf(key))).filter(Number.isFinite), 0);
  const asTyped = markValue(typed, truth, largest);
  if (asTyped) return asTyped;
  if (digitsTyped(typed) < LEAST) return as('unknown');
  const ownValue = (/** @type {string} */ key) => answers.valueOf(key) ?? sheet.valueOf(key);
  return markByOwn(typed, keys, answers, evaluate(quantity.formula, ownValue))
    ?? markBySlips(sheet, quantity, typed, answers === NO_ANSWERS ? null : ownValue)
    ?? markByRounding(quantity, typed, sheet)
    ?? as('unknown');
}

/** @param {Exact} typed @param {string[]} keys @param {Answers} answers @param {number} own @returns {Mark | null} */
function markByOwn(typed, keys, answers, own) {
  if (!keys.some((key) => answers.valueOf(key) !== undefined) || !matches(typed, own)) return null;
  const given = keys.filter((key) => answers.valueOf(key) !== undefined && !answers.isRight(key));
  return given.length > 0 ? as('follow', { given }) : as('rounded', { onTheWay: true });
}

/**
 * Each known slip with its formulas and what they lead to.
 * @typedef {{row: import('./slips.js').Slip, variants: import('./expression.js').Expression[], values: number[]}} Candidate
 */

/** Of each sheet, by quantity: made once, since a learner tries more than once. @type {WeakMap<Sheet, Map<string, Candidate[]>>} */
const known = new WeakMap();

/** @param {Sheet} sheet @param {Quantity} quantity @returns {Candidate[]} */
function candidatesFor(sheet, quantity) {
  const byKey = known.get(sheet) ?? new Map();
  known.set(sheet, byKey);
  const made = byKey.get(quantity.key) ?? slipsOf(quantity.kind).map((row) => {
    const variants = row.variants(quantity, sheet);
    return { row, variants, values: variants.map((variant) => evaluate(variant, sheet.valueOf)) };
  });
  byKey.set(quantity.key, made);
  return made;
}

/** @param {Sheet} sheet @param {Quantity} quantity @param {Exact} typed @param {((key: string) => number) | null} ownValue null: nothing is answered yet @returns {Mark | null} */
function markBySlips(sheet, quantity, typed, ownValue) {
  /** @type {Map<string, Finding>} */
  const found = new Map();
  for (const { row, variants, values } of candidatesFor(sheet, quantity)) {
    const leads = values.some((value) => matches(typed, value))
      || (ownValue !== null && variants.some((variant) => matches(typed, evaluate(variant, ownValue))));
    if (!leads) continue;
    const why = typeof row.why === 'string' ? row.why : row.why(quantity, sheet);
    found.set(row.name, { name: row.name, told: row.told, why });
  }
  const findings = [...found.values()];
  if (findings.length === 0) findings.push(...digitFindings(typed, quantity, sheet));
  return findings.length > 0 ? as('slip', { findings: findings.slice(0, MOST_FINDINGS) }) : null;
}

/** @param {Quantity} quantity @param {Exact} typed @param {Sheet} sheet @returns {Mark | null} */
function markByRounding(quantity, typed, sheet) {
  const isRounded = roundedOnTheWay(quantity, sheet.valueOf).some((value) => matches(typed, value));
  return isRounded ? as('rounded', { onTheWay: true }) : null;
}
