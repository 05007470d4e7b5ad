/** @file The cost in symbols and in numbers: how wrong the output was (C1, C2, C3). */

import * as symbols from '../symbols.js';
import { settle, texNumber } from '../printed.js';
import { tailCalculations } from './cost_tails.js';
import { summed } from './sums.js';

/** @typedef {import('../types.js').Subject} Subject */
/** @typedef {import('../types.js').Calculation} Calculation */

/** h of (C3). @param {number} r */
const huber = (r) => (Math.abs(r) <= 1 ? 0.5 * r * r : Math.abs(r) - 0.5);

/**
 * @typedef {Object} CostTex
 * @property {string} formula
 * @property {(a: number, y: number) => number} term   one output's share of the cost
 * @property {(a: string, y: string, a_value: number, y_value: number) => string} tex   that share in numbers
 */

const a = 'a^n_j';
const y = 'y_j';

/** @type {CostTex} (C1), softmax */
const CROSS_ENTROPY = {
  formula: `${symbols.COST} = -{\\textstyle\\sum_j} ${y} \\ln ${a}`,
  term: (share, truth) => (truth === 0 ? 0 : -truth * Math.log(share)),
  tex: (share, truth) => `(-${truth}\\cdot\\ln ${share})`,
};

/** @type {CostTex} (C1), sigmoid: each output says yes or no by itself */
const TWO_SIDED_CROSS_ENTROPY = {
  formula: `${symbols.COST} = -{\\textstyle\\sum_j} \\big(${y} \\ln ${a} + (1-${y}) \\ln(1-${a})\\big)`,
  term: (share, truth) => -(truth === 0 ? 0 : truth * Math.log(share)) - (truth === 1 ? 0 : (1 - truth) * Math.log1p(-share)),
  tex: (share, _, __, truth) => (truth === 1 ? `(-\\ln ${share})` : `(-\\ln(1-${share}))`),
};

/** @type {CostTex} (C2) */
const SQUARED_ERROR = {
  formula: `${symbols.COST} = \\tfrac12 {\\textstyle\\sum_j} (${a} - ${y})^2`,
  term: (output, truth) => 0.5 * (output - truth) ** 2,
  tex: (output, truth) => `\\tfrac12(${output} - ${truth})^2`,
};

/** @type {CostTex} (C3) */
const HUBER = {
  formula: `${symbols.COST} = {\\textstyle\\sum_j} h(${a} - ${y}),\\quad h(r) = \\tfrac12 r^2\\text{ if }|r|\\le1\\text{, else }|r|-\\tfrac12`,
  term: (output, truth) => huber(output - truth),
  tex: (output, truth, value, wanted) =>
    (Math.abs(value - wanted) <= 1 ? `\\tfrac12(${output} - ${truth})^2` : `(|${output} - ${truth}| - \\tfrac12)`),
};

/** @param {import('../../types.js').Experiment} experiment */
const costTexOf = ({ cost, output }) => {
  if (cost === 'squared_error') return SQUARED_ERROR;
  if (cost === 'huber') return HUBER;
  return output === 'softmax' ? CROSS_ENTROPY : TWO_SIDED_CROSS_ENTROPY;
};

/**
 * The one-line form of softmax and cross-entropy: only the true class has a term.
 * @param {Subject} subject
 * @returns {Calculation | null}   null where the output is rounded so that its logarithm would not be the cost
 */
function ofTrueClass({ trace, architecture: { layers } }) {
  const k = trace.target.indexOf(1);
  const share = /** @type {number[]} */ (trace.activations[layers])[k];
  const { digits, sign } = settle([share], ([printed]) => -Math.log(printed), { result: trace.cost });
  return sign !== '=' ? null : {
    symbol: symbols.COST,
    factors: `-\\ln ${symbols.activation(layers, k)} = -\\ln ${texNumber(share, digits)}`,
    result: texNumber(trace.cost),
  };
}

/** A term for each output. @param {Subject} subject @returns {Calculation | null}   null as above */
function sumOfTerms({ trace, experiment, architecture }) {
  const outputs = /** @type {number[]} */ (trace.activations[architecture.layers]);
  const tex = costTexOf(experiment);
  const { digits, sign } = settle(outputs, (printed) =>
    printed.reduce((sum, output, j) => sum + tex.term(output, trace.target[j]), 0), { result: trace.cost });
  if (sign !== '=') return null;
  const terms = outputs.map((output, j) => tex.tex(
    texNumber(output, digits, { bracket: true }), texNumber(trace.target[j], digits, { bracket: true }), output, trace.target[j]));
  return summed(symbols.COST, terms, texNumber(trace.cost));
}

/**
 * @param {Subject} subject
 * @returns {import('../types.js').Equation}
 */
export function costEquation(subject) {
  const tex = costTexOf(subject.experiment);
  const calculation = tex === CROSS_ENTROPY ? ofTrueClass(subject) : sumOfTerms(subject);
  return { formula: tex.formula, calculations: calculation === null ? tailCalculations(subject) : [calculation] };
}
