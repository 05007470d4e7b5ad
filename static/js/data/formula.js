/**
 * A condition that a person types, such as "y > sin(2x)", as a function of x and y: parsed by jsep, and worked out over its tree.
 * No text is ever run as code: what the tree may hold is listed here.
 */
import jsep from 'jsep';
import { spelled } from './formula_signs.js';
import { quoted } from './quoted.js';

/** @typedef {import('jsep').Expression} Node */
/** @typedef {(x: number, y: number) => number} Value */
/** @typedef {(x: number, y: number) => boolean} Condition */

/** Why a formula can't be used, as a sentence. */
export class FormulaError extends Error {}

const LONGEST = 200;
/** Deeper trees are no formulas that people write. */
const DEEPEST = 60;
/** @type {Map<string, {of: (value: number) => number}>} */
const FUNCTIONS = new Map(Object.entries({
  sin: Math.sin, cos: Math.cos, tan: Math.tan, exp: Math.exp, abs: Math.abs, sqrt: Math.sqrt, log: Math.log, ln: Math.log,
  tanh: Math.tanh, sign: Math.sign, floor: Math.floor, round: Math.round,
}).map(([name, of]) => [name, { of }]));
/** @type {Map<string, number>} */
const CONSTANTS = new Map([['pi', Math.PI], ['e', Math.E]]);
/** @type {Map<string, (a: number, b: number) => number>} */
const OPERATORS = new Map([
  ['+', (a, b) => a + b], ['-', (a, b) => a - b], ['*', (a, b) => a * b], ['/', (a, b) => a / b], ['^', (a, b) => a ** b],
]);
/** @type {Map<string, (a: number, b: number) => boolean>} */
const COMPARISONS = new Map([['>', (a, b) => a > b], ['<', (a, b) => a < b], ['>=', (a, b) => a >= b], ['<=', (a, b) => a <= b]]);
const JOINTS = new Set(['and', 'or']);
const NAMES = new Set(FUNCTIONS.keys());
const HELP = 'There are x, y, numbers, + − · / ^, sin, cos, exp, abs, sqrt, and, or.';

/** One parser for all: its operators are those of school. */
function configure() {
  jsep.removeAllBinaryOps();
  jsep.removeAllUnaryOps();
  jsep.removeAllLiterals();
  jsep.addUnaryOp('-');
  jsep.addUnaryOp('+');
  jsep.addBinaryOp('or', 1);
  jsep.addBinaryOp('and', 2);
  for (const sign of COMPARISONS.keys()) jsep.addBinaryOp(sign, 6);
  for (const sign of ['+', '-']) jsep.addBinaryOp(sign, 9);
  for (const sign of ['*', '/']) jsep.addBinaryOp(sign, 10);
  jsep.addBinaryOp('^', 11, true);
}

/** @param {string} name */
const unknown = (name) => new FormulaError(`${quoted(name)} is not known here. ${HELP}`);

/** @param {Node} node @param {number} depth @returns {Value} */
function valueOf(node, depth) {
  if (depth > DEEPEST) throw new FormulaError('This formula is nested too deep.');
  switch (node.type) {
    case 'Literal': {
      const number = node.value;
      if (typeof number !== 'number' || !Number.isFinite(number)) throw unknown(String(node.raw ?? number));
      return () => number;
    }
    case 'Identifier': {
      if (node.name === 'x') return (x) => x;
      if (node.name === 'y') return (_, y) => y;
      const constant = CONSTANTS.get(String(node.name));
      if (constant === undefined) throw unknown(String(node.name));
      return () => constant;
    }
    case 'UnaryExpression': {
      const value = valueOf(/** @type {Node} */ (node.argument), depth + 1);
      return node.operator === '-' ? (x, y) => -value(x, y) : value;
    }
    case 'BinaryExpression': {
      const operator = OPERATORS.get(String(node.operator));
      if (!operator) throw new FormulaError('A comparison can’t be part of a number. Join comparisons by “and” or “or”.');
      const [left, right] = [node.left, node.right].map((side) => valueOf(/** @type {Node} */ (side), depth + 1));
      return (x, y) => operator(left(x, y), right(x, y));
    }
    case 'CallExpression': {
      const { name } = /** @type {{name?: unknown}} */ (node.callee);
      const found = FUNCTIONS.get(String(name));
      const given = /** @type {Node[]} */ (node.arguments);
      if (!found) throw unknown(String(name));
      if (given.length !== 1 || !given[0]) throw new FormulaError(`After “${name}(” a number or x is missing.`);
      const value = valueOf(given[0], depth + 1);
      return (x, y) => found.of(value(x, y));
    }
    default:
      throw new FormulaError(`This is no formula that can be read here. ${HELP}`);
  }
}

/** @param {Node} node @param {number} depth @returns {Condition} */
function conditionOf(node, depth = 0) {
  if (depth > DEEPEST) throw new FormulaError('This formula is nested too deep.');
  const operator = node.type === 'BinaryExpression' ? String(node.operator) : '';
  const sides = () => /** @type {[Node, Node]} */ ([node.left, node.right]);
  if (JOINTS.has(operator)) {
    const [left, right] = sides().map((side) => conditionOf(side, depth + 1));
    return operator === 'and' ? (x, y) => left(x, y) && right(x, y) : (x, y) => left(x, y) || right(x, y);
  }
  const comparison = COMPARISONS.get(operator);
  if (!comparison) throw new FormulaError('Something has to be compared, such as y > sin(2x).');
  const [left, right] = sides().map((side) => valueOf(side, depth + 1));
  return (x, y) => comparison(left(x, y), right(x, y));
}

/** What jsep complains of, in a sentence. @param {string} plain what it read @param {number} at where it stopped */
function complaint(plain, at) {
  const before = plain.slice(0, at).trim().replace(/ ([()^])/g, '$1').replace(/\( /g, '(');
  if (before === '') return 'Type a comparison, such as y > sin(2x).';
  const [open, shut] = ['(', ')'].map((sign) => plain.split(sign).length - 1);
  if (open > shut && at >= plain.trimEnd().length) return 'A bracket is open that is never closed.';
  return `After ${quoted(before.slice(-12))} a number or x is missing, or something stands there that can’t be read.`;
}

/**
 * @param {string} text
 * @returns {Condition}
 * @throws {FormulaError}
 */
export function parseCondition(text) {
  if (text.length > LONGEST) throw new FormulaError(`A formula has at most ${LONGEST} characters here.`);
  const { plain, strange } = spelled(text, NAMES);
  if (strange !== null) throw unknown(strange);
  if (plain.trim() === '') throw new FormulaError('Type a comparison, such as y > sin(2x).');
  configure();
  /** @type {Node} */
  let tree;
  try {
    tree = jsep(plain);
  } catch (error) {
    const { index } = /** @type {{index?: number}} */ (error);
    throw new FormulaError(complaint(plain, index ?? plain.length));
  }
  return conditionOf(tree);
}
