/**
 * Help with a quantity: the equation by its name, what it says in a sentence, and on demand its factors in numbers.
 */
import { blameEquation } from '../../trace/captions/backward.js';
import { costEquation } from '../../trace/captions/cost.js';
import { bendEquation, sumEquation } from '../../trace/captions/forward.js';
import { biasEquation, weightEquation } from '../../trace/captions/gradient.js';
import { factorsTex } from '../../trace/captions/tex.js';
import { titleOf } from '../settings/choice_words.js';

/** @typedef {import('../../trace/types.js').Subject} Subject */
/** @typedef {import('./quantities.js').Quantity} Quantity */
/** @typedef {import('./setup.js').Setup} Setup */

/** @type {Record<string, string>} */
const COST_EQUATION = { cross_entropy: 'C1', squared_error: 'C2', huber: 'C3' };
const FIXED_EQUATION = { z: 'F1', a: 'F1', bias: 'B3', weight: 'B4' };

/** The label of the equation that gives a quantity. @param {Quantity} quantity @param {Setup} setup */
export function equationOf({ kind, layer }, { hidden, cost }) {
  if (kind === 'cost') return COST_EQUATION[cost];
  if (kind === 'delta') return layer === hidden.length + 2 ? 'B1' : 'B2';
  return FIXED_EQUATION[kind];
}

/** @type {Record<string, string>} */
const COST_HINT = {
  softmax: 'Take the natural logarithm of the probability of the true class, and turn its sign.',
  sigmoid: 'Add −ln a for the true class and −ln(1 − a) for each of the others.',
  squared_error: 'Add up the squares of a − y over all outputs, and halve the sum.',
  huber: 'For each output halve the square of a − y; where a − y lies beyond −1 or 1, take its size minus a half instead.',
};

/** @type {Record<string, string>} */
const BEND_HINT = {
  softmax: 'Raise e to every output’s z, and divide the power of this one by the sum of all.',
  linear: 'A linear neuron hands its z on as it is.',
};

/** @param {Setup} setup */
function outputDeltaHint({ cost, output }) {
  if (cost === 'cross_entropy') return 'With this cost and output, all that is left is a − y.';
  if (output === 'softmax') {
    return 'Take a − y of this output, minus the sum of (a − y) times a over all outputs, and multiply that by its own a.';
  }
  const error = cost === 'huber' ? 'Cut a − y off at −1 and 1' : 'Take a − y';
  return output === 'linear' ? `${error}; the slope of a linear output is 1.` : `${error}, and multiply by the slope at z.`;
}

/** What the equation asks for, in a sentence. @param {Quantity} quantity @param {Setup} setup */
export function hintOf({ kind, layer }, setup) {
  const { hidden, activation, output, cost } = setup;
  const isOutput = layer === hidden.length + 2;
  const name = isOutput ? output : activation;
  switch (kind) {
    case 'z': return 'To the bias, add for every wire that arrives its weight times the activation it comes from.';
    case 'a': return BEND_HINT[name] ?? `Put z into ${titleOf('activation', name)}.`;
    case 'cost': return COST_HINT[cost === 'cross_entropy' ? output : cost];
    case 'delta': return isOutput
      ? outputDeltaHint(setup)
      : 'Add up weight times delta over the wires that leave this neuron, and multiply the sum by the slope at its z.';
    case 'weight': return 'Multiply the activation at which the wire begins by the delta of the neuron at which it ends.';
    default: return 'A bias is the weight of a constant 1, so its derivative is the delta of its neuron.';
  }
}

/**
 * The equation that gives a quantity, and what of it is calculated: one weight's derivative out of all.
 * @param {Subject} subject
 * @param {Quantity} quantity
 * @returns {import('../../trace/types.js').Equation}
 */
function equationFor(subject, { kind, layer, neuron, source }) {
  switch (kind) {
    case 'z': return sumEquation(subject, layer, neuron);
    case 'a': return bendEquation(subject, layer, neuron);
    case 'cost': return costEquation(subject);
    case 'delta': return blameEquation(subject, layer, neuron);
    case 'weight': {
      const { formula, calculations } = weightEquation(subject, layer, neuron);
      return { formula, calculations: [calculations[source]] };
    }
    default: return biasEquation(subject, layer, neuron);
  }
}

/**
 * The equation in symbols, and the same with its factors as numbers but without what they come to. A bias has none,
 * as its one factor is the result.
 * @param {Subject} subject
 * @param {Quantity} quantity
 * @returns {{formula: string, factors: string[]}} in TeX
 */
export function factorsOf(subject, quantity) {
  const { formula, calculations } = equationFor(subject, quantity);
  return { formula, factors: calculations.filter(({ factors }) => factors !== null).map(factorsTex) };
}
