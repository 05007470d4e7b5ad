/**
 * Help with a quantity: the equation by its name, what it says in a sentence, and on demand its factors in numbers.
 */
import { ACTIVATION_WORDS, COST_WORDS, OUTPUT_WORDS } from '../../network/choices.js';
import { blameEquation } from '../../trace/captions/backward.js';
import { costEquation } from '../../trace/captions/cost.js';
import { bendEquation, sumEquation } from '../../trace/captions/forward.js';
import { biasEquation, weightEquation } from '../../trace/captions/gradient.js';
import { factorsTex } from '../../trace/captions/tex.js';

/** @typedef {import('../../trace/types.js').Subject} Subject */
/** @typedef {import('./quantities.js').Quantity} Quantity */
/** @typedef {import('./setup.js').Setup} Setup */

/** @type {Record<string, string>} */
const FIXED_EQUATION = { z: 'F1', a: 'F1', bias: 'B3', weight: 'B4' };

/** The label of the equation that gives a quantity. @param {Quantity} quantity @param {Setup} setup */
export function equationOf({ kind, layer }, { hidden, cost }) {
  if (kind === 'cost') return COST_WORDS[cost].equation;
  if (kind === 'delta') return layer === hidden.length + 2 ? 'B1' : 'B2';
  return FIXED_EQUATION[kind];
}

/** @param {Setup} setup @returns {string} */
const costHint = ({ cost, output }) => /** @type {string} */ (COST_WORDS[cost].hint ?? OUTPUT_WORDS[output].cross_entropy_hint);

/** @param {string} name of an activation, or of an output */
const bendHint = (name) => OUTPUT_WORDS[/** @type {Setup['output']} */ (name)]?.hint
  ?? `Put z into ${ACTIVATION_WORDS[/** @type {Setup['activation']} */ (name)].title}.`;

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
  const { hidden, activation, output } = setup;
  const isOutput = layer === hidden.length + 2;
  switch (kind) {
    case 'z': return 'To the bias, add for every wire that arrives its weight times the activation it comes from.';
    case 'a': return bendHint(isOutput ? output : activation);
    case 'cost': return costHint(setup);
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
