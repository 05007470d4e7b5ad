/** @file Slips with the cost. */
import { add, div, mul, num, of, partsOf, renamed, replaced, sub } from '../expression.js';
import { placeOf, zKey } from '../keys.js';
import { activationOf, layersOf } from '../setup.js';
import { eachLeftOut, slip, termsOf } from './row.js';

/** @typedef {import('../expression.js').Expression} Expression */
/** @typedef {import('./row.js').Quantity} Quantity */

/** @param {Quantity} quantity */
const squaresIn = ({ formula }) => partsOf(formula, 'error');
/** @param {Quantity} quantity */
const sidesIn = ({ formula }) => partsOf(formula, 'side');
/** Only of a cost that is made of squares. @param {(quantity: Quantity, squares: Expression[]) => Expression[]} variants @returns {import('./row.js').Slip['variants']} */
const ofSquares = (variants) => (quantity) => (squaresIn(quantity).length > 0 ? variants(quantity, squaresIn(quantity)) : []);
/** @param {(quantity: Quantity, sides: Expression[]) => Expression[]} variants @returns {import('./row.js').Slip['variants']} */
const ofLogarithms = (variants) => (quantity) => (sidesIn(quantity).length > 0 ? variants(quantity, sidesIn(quantity)) : []);
/** The squares' sum replaced. @param {Quantity} quantity @param {(terms: Expression[]) => Expression} change */
const otherSum = ({ formula }, change) => replaced(formula, (part) => {
  const isSum = part.op === 'add' ? part.args.every(({ role }) => role === 'error') : part.role === 'error';
  return isSum ? change(termsOf(part)) : null;
});

/** @type {ReadonlyArray<Quantity['kind']>} */
const COST = ['cost'];

export const COST_SLIPS = [
  slip('half forgotten', COST, 'The half is missing.', 'This cost is half of the squares.',
    ofSquares(({ formula }) => (partsOf(formula, 'factor').length > 0 ? [mul([num(2), formula])] : []))),
  slip('half kept', COST, 'That is half of it.', 'This cost has no half in front: look at the sentence above.',
    ofSquares(({ formula }) => (partsOf(formula, 'factor').length === 0 ? [mul([num(0.5), formula])] : []))),
  slip('mean for sum', COST, 'That is the mean over the outputs.', 'This cost is their sum: do not divide by how many there are.',
    ofSquares(({ formula }, squares) => (squares.length > 1 && partsOf(formula, 'mean').length === 0 ? [div(formula, num(squares.length))] : []))),
  slip('sum for mean', COST, 'That is the sum over the outputs.', 'This cost is their mean: divide by how many there are.',
    ofSquares((quantity) => (partsOf(quantity.formula, 'mean').length > 0 ? [quantity.formula.args[0]] : []))),
  slip('output forgotten', COST, 'One output is left out of that.', 'Every output adds its own square.',
    ofSquares((quantity, squares) => (squares.length > 1 ? eachLeftOut(squares).map((left) => otherSum(quantity, () => add(left))) : []))),
  slip('square forgotten', COST, 'The differences are not squared there.', 'Square each difference before they are added.',
    ofSquares((quantity) => [
      otherSum(quantity, (terms) => add(terms.map(({ args }) => args[0]))), otherSum(quantity, (terms) => add(terms.map(({ args }) => of('size', args[0]))))])),
  slip('sum squared', COST, 'That squares the sum.', 'Square each difference first, and add then.',
    ofSquares((quantity, squares) => (squares.length > 1 ? [otherSum(quantity, (terms) => of('square', add(terms.map(({ args }) => args[0]))))] : []))),
  slip('root taken', COST, 'That is the root of it.', 'The squares are added up, and no root is taken.', ofSquares(({ formula }) => [of('root', formula)])),
  slip('squares subtracted', COST, 'That is the difference of the squares.', 'Take the difference first, and square it then.',
    ofSquares((quantity) => [otherSum(quantity, (terms) => add(terms.map(({ args: [{ args: [y, a] }] }) => sub(of('square', y), of('square', a)))))])),
  slip('decimal logarithm', COST, 'That is the decimal logarithm.', 'The cost takes the natural one: ln, to the base e.', ofLogarithms(({ formula }) => [div(formula, num(Math.LN10))])),
  slip('binary logarithm', COST, 'That is the logarithm to the base 2.', 'The cost takes the natural one: ln, to the base e.', ofLogarithms(({ formula }) => [div(formula, num(Math.LN2))])),
  slip('one side only', COST, 'One of the sides is left out.', 'What was not wanted counts as well: 1 − y with the logarithm of 1 − a.',
    ofLogarithms((_, sides) => sides.map((side) => of('neg', side)))),
  slip('another target', COST, 'That is the logarithm of another output.', 'The target picks the output of which the logarithm counts.',
    ofLogarithms((_, sides) => sides.map(({ args }) => of('neg', args[1])))),
  slip('target left out', COST, 'That adds up the logarithms of all outputs.', 'Each logarithm counts as much as its target.',
    ofLogarithms((_, sides) => [of('neg', add(sides.map(({ args }) => args[1])))])),
  slip('bend forgotten before', COST, 'That compares the weighted sums with the targets.', 'The answer is what is bent: the activation of the output.',
    ({ formula, place, isAsked }, { setup }) => {
      const n = layersOf(setup);
      if (!isAsked || place.isNew || activationOf(setup, n) === 'linear') return [];
      return [renamed(formula, (key) => (placeOf(key).kind === 'a' ? zKey(placeOf(key).point, n, placeOf(key).neuron) : null))];
    }),
  slip('cost before the update', COST, 'That is the cost before the update.', 'Make the pass again, with the new weights.',
    ({ formula, place }) => (place.isNew ? [renamed(formula, (key) => key.replace('+', ''))] : [])),
  slip('sum over the points', COST, 'That is the sum over the points.', 'A batch’s cost is the mean over its points.',
    ({ formula }) => (formula.role === 'mean' && formula.args[0].role === 'points' ? [formula.args[0]] : [])),
];
