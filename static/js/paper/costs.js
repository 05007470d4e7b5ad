/**
 * @file The costs, a row each: C of one point, and what an output's a does to it.
 */
import { add, div, mul, num, of, ref, sub } from './expression.js';

/** @typedef {import('./expression.js').Expression} Expression */

/**
 * @typedef {object} CostRow
 * @property {(outputs: number) => string} title in a sentence: "cost: half the sum of the squares"
 * @property {(y: string[], a: string[]) => Expression} cost of keys, an output each
 * @property {(y: string, a: string, outputs: number) => Expression} pull ∂C/∂a of one output
 * @property {number} factor what the pull has in front of a − y, times the outputs where it is a mean
 */

/** @param {string[]} y @param {string[]} a */
const squares = (y, a) => add(y.map((target, k) => of('square', sub(ref(target), ref(a[k])), 'error')), 'sum');
/** @param {string} y @param {string} a */
const difference = (y, a) => sub(ref(a), ref(y), 'error');

/** −Σ y ln a; of one output, both of its sides. @param {string[]} y @param {string[]} a */
function surprise(y, a) {
  const side = (/** @type {Expression} */ share, /** @type {Expression} */ chance) => mul([share, of('ln', chance)], 'side');
  const sides = y.map((target, k) => side(ref(target), ref(a[k])));
  if (y.length === 1) sides.push(side(sub(num(1), ref(y[0])), sub(num(1), ref(a[0]))));
  return of('neg', add(sides, 'sum'));
}

/** @type {Record<string, CostRow>} */
export const COSTS = {
  half_sum: {
    title: (outputs) => (outputs === 1 ? 'half the square' : 'half the sum of the squares'), factor: 1,
    cost: (y, a) => mul([num(1 / 2, 'factor'), squares(y, a)]),
    pull: (y, a) => difference(y, a),
  },
  sum: {
    title: (outputs) => (outputs === 1 ? 'the square, without the half' : 'the sum of the squares, without the half'), factor: 2,
    cost: (y, a) => squares(y, a),
    pull: (y, a) => mul([num(2, 'factor'), difference(y, a)]),
  },
  mean: {
    title: () => 'the mean of the squares, without the half', factor: 2,
    cost: (y, a) => (y.length === 1 ? squares(y, a) : div(squares(y, a), num(y.length), 'mean')),
    pull: (y, a, outputs) => (outputs === 1
      ? mul([num(2, 'factor'), difference(y, a)])
      : mul([div(num(2, 'factor'), num(outputs), 'factor'), difference(y, a)])),
  },
  cross_entropy: { title: () => 'the cross-entropy', factor: 1, cost: surprise, pull: (y, a) => difference(y, a) },
};
