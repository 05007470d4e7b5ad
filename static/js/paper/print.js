/** @file A formula in TeX: in symbols, or with the numbers in their places. */
import { ON_PAPER } from './activations.js';
import { isBackward } from './notation.js';

/** @typedef {import('./expression.js').Expression} Expression */

/**
 * How a leaf is written: the symbol of a key, or its number.
 * @typedef {(key: string) => string} Write
 */

const MINUS = '\u2212';
/** Digits of a number within a formula. */
const DIGITS = 4;

/** Digits that tell a number, with a true minus: 0.1385, −0.0381, 1.2·10⁻⁷. @param {number} value @param {number} [digits] significant ones */
export function digitsOf(value, digits = DIGITS) {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '–' : `${value < 0 ? MINUS : ''}∞`;
  const size = Math.abs(value);
  const isFar = size !== 0 && (size >= 1e6 || size < 1e-4);
  const short = Number(size.toPrecision(digits));
  const text = isFar ? size.toExponential(digits - 1).replace(/\.?0+e/, 'e').replace('e-', `e${MINUS}`).replace('e+', 'e') : String(short);
  return value < 0 ? MINUS + text : text;
}

/** @param {number} value @param {number} [digits] */
export function texNumber(value, digits) {
  const text = digitsOf(value, digits).replaceAll(MINUS, '-').replace('∞', '\\infty').replace('–', '\\text{–}');
  return text.replace(/e(-?\d+)$/, '\\cdot 10^{$1}');
}

/** A mark that colours what flows back, and ties it to the network. @param {string} key @param {string} tex */
export const marked = (key, tex) => `\\htmlData{key=${key}}{${tex}}`;

const RANK = { add: 1, sub: 1, neg: 1, mul: 2, div: 4, square: 3, act: 4, slope: 2, exp: 4, ln: 4, root: 4, size: 4, ref: 5, num: 5 };

/** What a piece of TeX begins with, the marks around it aside. @param {string} tex */
const bare = (tex) => tex.replace(/^\\htmlData\{[^}]*\}\{/, '');
/** @param {string} tex */
const isNegative = (tex) => bare(tex).startsWith('-');

/** @param {Expression} expression @param {Write} write @param {number} rank of what stands around it @returns {string} */
function grouped(expression, write, rank) {
  const tex = print(expression, write);
  return RANK[expression.op] < rank || (rank > 1 && isNegative(tex)) ? `\\left(${tex}\\right)` : tex;
}

/** What stands in the place of an argument. @param {Expression} inner @param {Write} write */
function argument(inner, write) {
  const tex = print(inner, write);
  return isNegative(tex) || inner.args.length > 0 ? `(${tex})` : tex;
}

/** Factors side by side: before a number stands a dot. @param {string[]} factors */
const product = (factors) => factors.reduce((all, factor) =>
  `${all}${/^(\d|\\left\(-)/.test(bare(factor).replace(/^\\left\(\\htmlData\{[^}]*\}\{/, '\\left(')) ? '\\cdot ' : '\\,'}${factor}`);

/** @param {Expression} expression @param {Write} write @returns {string} in TeX */
export function print(expression, write) {
  const { op, args, key, value, name } = expression;
  switch (op) {
    case 'ref': return write(/** @type {string} */ (key));
    case 'num': return value === 0.5 ? '\\tfrac{1}{2}' : texNumber(/** @type {number} */ (value));
    case 'add': return args.map((arg) => grouped(arg, write, 2)).join(' + ');
    case 'sub': return `${grouped(args[0], write, 1)} - ${grouped(args[1], write, 2)}`;
    case 'mul': return product(args.map((arg) => grouped(arg, write, 2)));
    case 'div': return `\\frac{${print(args[0], write)}}{${print(args[1], write)}}`;
    case 'neg': return `-${grouped(args[0], write, 2)}`;
    case 'square': return `\\left(${print(args[0], write)}\\right)^2`;
    case 'root': return `\\sqrt{${print(args[0], write)}}`;
    case 'exp': return `e^{${print(args[0], write)}}`;
    case 'ln': return `\\ln ${argument(args[0], write)}`;
    case 'size': return `\\left|${print(args[0], write)}\\right|`;
    case 'act': return ON_PAPER[/** @type {string} */ (name)].tex(argument(args[0], write));
    default: return ON_PAPER[/** @type {string} */ (name)].slopeTex(argument(args[0], write), argument(args[1], write));
  }
}

/** Symbols, coloured where they flow back. @param {(key: string) => string} symbol @returns {Write} */
export const inSymbols = (symbol) => (key) => marked(key, symbol(key));

/** Numbers in the places of symbols. @param {(key: string) => number} valueOf @returns {Write} */
export const inNumbers = (valueOf) => (key) => {
  const tex = texNumber(valueOf(key));
  return isBackward(key) ? marked(key, tex) : tex;
};
