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
    ['gradient', update.gradient[index]], ['learning_rate', update.learning_rate],
    ...named('before', update.state_before), ...named('after', update.state_after),
    ...Object.entries(update.terms).map(([name, value]) => [`terms.${name}`, value]),
  ]);
}

/** The numbers that an expression prints with digits of its line, in their order. @param {Expression} expression @returns {string[]} */
function numbersIn({ operation, name, of }) {
  return operation === 'number' || operation === 'bare number' ? [name] : of.flatMap(numbersIn);
}

/** @param {Expression} expression @param {Known} known */
export const factorsOf = (expression, known) => numbersIn(expression).map((name) => known[name]);

/**
 * @param {Expression} expression
 * @param {Known} known
 * @param {number[]} factors   in place of the numbers in it
 */
export function calculate(expression, known, factors) {
  const left = [...factors];
  /** @type {(part: Expression) => number} */
  const valueOf = ({ operation, name, of }) => {
    switch (operation) {
      case 'number': case 'bare number': return /** @type {number} */ (left.shift());
      case 'setting': return known[name];
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
export function expressionTex({ operation, name, of }, known, digits, plus = ' + ') {
  const parts = of.map((part) => expressionTex(part, known, digits, operation === 'over' ? '+' : plus));
  switch (operation) {
    case 'number': return texNumber(known[name], digits, { bracket: true });
    case 'bare number': return texNumber(known[name], digits);
    case 'setting': return texSetting(known[name]);
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
