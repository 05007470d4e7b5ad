/** @file An optimizer's rule in numbers, for one parameter: what it remembers, line by line, and the step. */

import { settle, texNumber, texSetting } from '../printed.js';

/** @typedef {import('../rules.js').Expression} Expression */
/** @typedef {import('../rules.js').Rule} Rule */
/** @typedef {import('../types.js').TraceUpdate} TraceUpdate */
/** @typedef {import('../types.js').Calculation} Calculation */
/** The numbers of a rule by their names. @typedef {Record<string, number>} Known */

/** @type {Record<string, (values: number[]) => number>} */
const CALCULATE = {
  plus: (values) => values.reduce((sum, value) => sum + value),
  times: (values) => values.reduce((product, value) => product * value),
  over: ([above, below]) => above / below,
  square: ([value]) => value * value,
  root: ([value]) => Math.sqrt(value),
  largest: (values) => Math.max(...values),
};

/** 1 − β, without the digits of binary fractions. @param {number} share */
const restOf = (share) => Number((1 - share).toPrecision(12));

/** A schedule's rate has more digits than a line has room for: it is printed as a number that was calculated. */
const MOST_SET_DIGITS = 6;

/** The digits of a setting, as it was typed. @param {number} value */
const digitsSet = (value) => value.toExponential().split('e')[0].replace(/\D/g, '').length;

/** Whether a setting is printed as it was typed. @param {number} value */
export const isTyped = (value) => digitsSet(value) <= MOST_SET_DIGITS;

/** @param {Expression} expression @param {Known} known */
const isSetting = ({ operation, name }, known) => operation === 'setting' && isTyped(known[name]);

/** By what the batch's gradient goes into the rule. @param {TraceUpdate} update */
export const clippedShare = ({ clipping }) => clipping?.share ?? 1;

/**
 * The numbers that a rule calculates with.
 * @param {TraceUpdate} update
 * @param {number} index   of the parameter
 * @returns {Known}
 */
export function knownOf(update, index) {
  const named = (/** @type {string} */ kind, /** @type {Record<string, ArrayLike<number>>} */ state) =>
    Object.entries(state).map(([name, vector]) => [`${kind}.${name}`, vector[index]]);
  return Object.fromEntries([
    ['gradient', update.gradient[index] * clippedShare(update)], ['learning_rate', update.learning_rate],
    ...named('before', update.state_before), ...named('after', update.state_after),
    ...Object.entries(update.terms).map(([name, value]) => [`terms.${name}`, value]),
  ]);
}

/** The numbers that an expression prints with digits of its line, in their order. @param {Expression} expression @param {Known} known @returns {string[]} */
function numbersIn(expression, known) {
  const { operation, name, of } = expression;
  if (operation === 'number' || operation === 'bare number') return [name];
  return operation === 'setting' && !isSetting(expression, known) ? [name] : of.flatMap((part) => numbersIn(part, known));
}

/** @param {Expression} expression @param {Known} known */
export const factorsOf = (expression, known) => numbersIn(expression, known).map((name) => known[name]);

/**
 * @param {Expression} expression
 * @param {Known} known
 * @param {number[]} factors   in place of the numbers in it
 */
export function calculate(expression, known, factors) {
  const left = [...factors];
  /** @type {(part: Expression) => number} */
  const valueOf = (part) => {
    const { operation, name, of } = part;
    switch (operation) {
      case 'number': case 'bare number': return /** @type {number} */ (left.shift());
      case 'setting': return isSetting(part, known) ? known[name] : /** @type {number} */ (left.shift());
      case 'rest of setting': return restOf(known[name]);
      default: return CALCULATE[operation](of.map(valueOf));
    }
  };
  return valueOf(expression);
}

/**
 * In TeX.
 * @param {Expression} expression
 * @param {Known} known
 * @param {number} digits   of its numbers
 * @param {string} [plus]   the sign between terms
 * @returns {string}
 */
export function expressionTex(expression, known, digits, plus = ' + ') {
  const { operation, name, of } = expression;
  const parts = of.map((part) => expressionTex(part, known, digits, operation === 'over' ? '+' : plus));
  switch (operation) {
    case 'number': return texNumber(known[name], digits, { bracket: true });
    case 'bare number': return texNumber(known[name], digits);
    case 'setting': return isSetting(expression, known) ? texSetting(known[name]) : texNumber(known[name], digits);
    case 'rest of setting': return texSetting(restOf(known[name]));
    case 'plus': return parts.join(plus);
    case 'times': return of.flatMap((part, at) => {
      // Where nothing is kept, the rest is 1, which goes without saying.
      if (part.operation === 'rest of setting' && restOf(known[part.name]) === 1) return [];
      return part.operation === 'plus' ? `(${parts[at]})` : parts[at];
    }).join('\\cdot');
    case 'over': return `\\frac{${parts[0]}}{${parts[1]}}`;
    case 'square': return `${parts[0]}^2`;
    case 'root': return `\\sqrt{${parts[0]}}`;
    default: return `\\max(${parts.join(',\\ ')})`;
  }
}

/**
 * What is remembered, each line with printed numbers that give the printed value.
 * @param {Rule} rule
 * @param {Known} known
 * @returns {{lines: Calculation[], known: Known}}   and what is known then
 */
export function rememberedLines(rule, known) {
  const all = { ...known };
  const lines = rule.lines.map(({ symbol, sign: becomes, name, expression }) => {
    const { digits, sign, result } = settle(factorsOf(expression, all), (printed) => calculate(expression, all, printed),
      name in all ? { result: all[name] } : {});
    all[name] = result;
    return { symbol, relation: becomes, factors: expressionTex(expression, all, digits), sign, result: texNumber(result) };
  });
  return { lines, known: all };
}
