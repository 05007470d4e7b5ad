/**
 * Help with a quantity: the equation by its name, what it says in a sentence, and on demand its factors in numbers.
 */
import { ACTIVATION_WORDS, COST_WORDS, OUTPUT_WORDS } from '../../network/choices.js';
import { backwardCaption } from '../../trace/captions/backward.js';
import { costCalculation } from '../../trace/captions/cost.js';
import { forwardCaption } from '../../trace/captions/forward.js';
import { gradientCaption } from '../../trace/captions/gradient.js';

/** @typedef {import('../../trace/types.js').Subject} Subject */
/** @typedef {import('./quantities.js').Quantity} Quantity */
/** @typedef {import('./setup.js').Setup} Setup */

/** What the captions print last: the result, which a hint keeps to itself. */
const RESULT = / (?:=|\\approx) \\mathbf\{[^}]*(?:\{[^}]*\})?[^}]*\}$/;

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

/** Captions write the two halves of an equation side by side. @param {string} formula @param {0 | 1} half */
const halfOf = (formula, half) => formula.split(',\\qquad ')[half];

/** What the captions of a pass say of a quantity. @param {Subject} subject @param {Quantity} quantity */
function told(subject, { kind, layer, neuron, source }) {
  switch (kind) {
    case 'z': {
      const { formula, numbers } = forwardCaption(subject, layer, neuron);
      return { formula: halfOf(formula, 0), numbers: numbers.slice(0, -1) };
    }
    case 'a': {
      const { formula, numbers } = forwardCaption(subject, layer, neuron);
      return { formula: halfOf(formula, 1), numbers: numbers.slice(-1) };
    }
    case 'cost': return costCalculation(subject);
    case 'delta': return backwardCaption(subject, layer, neuron);
    case 'weight': {
      const { formula, numbers } = gradientCaption(subject, layer, neuron);
      return { formula: halfOf(formula, 0), numbers: [numbers[source]] };
    }
    default: return { formula: halfOf(gradientCaption(subject, layer, neuron).formula, 1), numbers: [] };
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
  const { formula, numbers } = told(subject, quantity);
  return { formula, factors: numbers.map((line) => line.replace(RESULT, '')) };
}
