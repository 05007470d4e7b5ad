/**
 * @file A formula as a tree. Its value, its symbols, its numbers and what it depends on all come of the one tree, and a
 * known slip is another tree.
 */
import { ON_PAPER } from './activations.js';

/**
 * `key` names what a "ref" stands for, `value` is a "num"'s, `name` the activation of an "act" or a "slope". `role` says
 * what a part is for: "pull" (∂C/∂a), "blame" (what comes back through the wires), "slope", "bias", "factor", "wire".
 * @typedef {object} Expression
 * @property {'ref' | 'num' | 'add' | 'sub' | 'mul' | 'div' | 'neg' | 'square' | 'root' | 'exp' | 'ln' | 'size' | 'act' | 'slope'} op
 * @property {Expression[]} args
 * @property {string} [key]
 * @property {number} [value]
 * @property {string} [name]
 * @property {string} [role]
 */

/** @typedef {(key: string) => number} ValueOf */

/** @param {string} key @param {string} [role] @returns {Expression} */
export const ref = (key, role) => ({ op: 'ref', args: [], key, role });
/** @param {number} value @param {string} [role] @returns {Expression} */
export const num = (value, role) => ({ op: 'num', args: [], value, role });
/** One term stands alone. @param {Expression[]} args @param {string} [role] @returns {Expression} */
export const add = (args, role) => (args.length === 1 ? withRole(args[0], role) : { op: 'add', args, role });
/** @param {Expression[]} args @param {string} [role] @returns {Expression} */
export const mul = (args, role) => (args.length === 1 ? withRole(args[0], role) : { op: 'mul', args, role });
/** @param {Expression} left @param {Expression} right @param {string} [role] @returns {Expression} */
export const sub = (left, right, role) => ({ op: 'sub', args: [left, right], role });
/** @param {Expression} above @param {Expression} below @param {string} [role] @returns {Expression} */
export const div = (above, below, role) => ({ op: 'div', args: [above, below], role });
/** @param {'neg' | 'square' | 'root' | 'exp' | 'ln' | 'size'} op @param {Expression} inner @param {string} [role] @returns {Expression} */
export const of = (op, inner, role) => ({ op, args: [inner], role });
/** @param {string} name @param {Expression} z @returns {Expression} */
export const act = (name, z) => ({ op: 'act', args: [z], name });
/** σ′ at z, which many activations know from a. @param {string} name @param {Expression} z @param {Expression} a @returns {Expression} */
export const slope = (name, z, a) => ({ op: 'slope', args: [z, a], name, role: 'slope' });

/** @param {Expression} expression @param {string} [role] @returns {Expression} */
export const withRole = (expression, role) => (role ? { ...expression, role } : expression);

/** 0 · ln 0 counts as 0, as in the cross-entropy. @param {number[]} factors */
const product = (factors) => (factors.includes(0) ? 0 : factors.reduce((all, factor) => all * factor, 1));

/** @param {Expression} expression @param {ValueOf} valueOf @returns {number} */
export function evaluate(expression, valueOf) {
  const { op, args, key, value, name } = expression;
  if (op === 'ref') return valueOf(/** @type {string} */ (key));
  if (op === 'num') return /** @type {number} */ (value);
  const values = args.map((arg) => evaluate(arg, valueOf));
  switch (op) {
    case 'add': return values.reduce((sum, term) => sum + term, 0);
    case 'sub': return values[0] - values[1];
    case 'mul': return product(values);
    case 'div': return values[0] / values[1];
    case 'neg': return -values[0];
    case 'square': return values[0] * values[0];
    case 'root': return Math.sqrt(values[0]);
    case 'exp': return Math.exp(values[0]);
    case 'ln': return Math.log(values[0]);
    case 'size': return Math.abs(values[0]);
    case 'act': return ON_PAPER[/** @type {string} */ (name)].value(values[0]);
    default: return ON_PAPER[/** @type {string} */ (name)].slope(values[0], values[1]);
  }
}

/** The keys that a formula reads, each once, in its order. @param {Expression} expression @returns {string[]} */
export function refsOf({ key, args }) {
  return [...new Set(key === undefined ? args.flatMap(refsOf) : [key])];
}

/**
 * The same tree with some parts replaced; a part that is replaced is not looked into.
 * @param {Expression} expression
 * @param {(part: Expression) => Expression | null} change null: it stays
 * @returns {Expression}
 */
export function replaced(expression, change) {
  const other = change(expression);
  if (other) return other;
  if (expression.args.length === 0) return expression;
  return { ...expression, args: expression.args.map((arg) => replaced(arg, change)) };
}

/** With other names for what it reads. @param {Expression} expression @param {(key: string) => string | null} rename */
export const renamed = (expression, rename) => replaced(expression, (part) => {
  const key = part.key === undefined ? null : rename(part.key);
  return key === null ? null : { ...part, key };
});

/** Every part with this role. @param {Expression} expression @param {string} role @returns {Expression[]} */
export function partsOf(expression, role) {
  if (expression.role === role) return [expression];
  return expression.args.flatMap((arg) => partsOf(arg, role));
}
