/**
 * @file The cost in numbers where an output is rounded to 1, or to 0: there it follows from the sums z and from how far
 * the outputs fall short of the truth, which are not rounded away.
 */

import { sigmoidCrossEntropy, softmaxCrossEntropy } from '../../network/cross_entropy.js';
import { bendOf, residual } from '../../network/outputs.js';
import * as symbols from '../symbols.js';
import { settle, texNumber } from '../printed.js';
import { sumTex } from './sums.js';

/** @typedef {import('../types.js').Subject} Subject */
/** @typedef {import('../types.js').Calculation} Calculation */

/**
 * C = ... = result. A line breaks between several terms, or within a single one.
 * @param {string[]} terms
 * @param {import('../printed.js').Settled} settled
 * @returns {Calculation}
 */
function costOf(terms, { result, sign }) {
  const factors = terms.length === 1 ? terms[0] : sumTex(terms);
  return { symbol: symbols.COST, factors, sign, result: texNumber(result) };
}

/** One expression for another, in symbols. @param {string} symbol @param {string} factors @returns {Calculation} */
const restated = (symbol, factors) => ({ symbol, factors, result: null });

/** −ln a_k = ln(1 + Σ e^(z_m − z_k)) of a softmax. @param {Subject} subject */
function ofSoftmax({ trace, architecture: { layers } }) {
  const z = /** @type {number[]} */ (trace.pre_activations[layers]);
  const k = trace.target.indexOf(1);
  const settled = settle(z, (printed) => softmaxCrossEntropy(printed, k), { result: trace.cost });
  const others = z.map((_, m) => m).filter((m) => m !== k);
  const sum = (/** @type {(m: number) => string} */ exponent) => `\\ln\\big(1${others.map((m) => ` + e^{${exponent(m)}}`).join('')}\\big)`;
  const own = texNumber(z[k], settled.digits, { bracket: true });
  return [
    restated(`-\\ln ${symbols.activation(layers, k)}`,
      sum((m) => `${symbols.preActivation(layers, m)} - ${symbols.preActivation(layers, k)}`)),
    costOf([sum((m) => `${texNumber(z[m], settled.digits)} - ${own}`)], settled),
  ];
}

/** −ln a = ln(1 + e^−z) and −ln(1 − a) = ln(1 + e^z) of a sigmoid. @param {Subject} subject */
function ofSigmoid({ trace, architecture: { layers } }) {
  const z = /** @type {number[]} */ (trace.pre_activations[layers]);
  const settled = settle(z, (printed) => sigmoidCrossEntropy(printed, trace.target), { result: trace.cost });
  const terms = z.map((value, j) =>
    `\\ln(1+e^{${texNumber(trace.target[j] === 1 ? -value : value, settled.digits)}})`);
  return [restated('-\\ln a', '\\ln(1+e^{-z}),\\quad -\\ln(1-a) = \\ln(1+e^{z})'), costOf(terms, settled)];
}

/** What a − 1, or a + 1, is where a rounds to it. @param {Subject} subject @param {number} j */
function lackOf({ trace, experiment, architecture: { layers } }, j) {
  const [a, z, y] = [symbols.activation(layers, j), symbols.preActivation(layers, j), trace.target[j]];
  if (experiment.output === 'softmax') {
    const others = trace.target.map((_, m) => symbols.activation(layers, m)).filter((_, m) => m !== j);
    return restated(`${a} - 1`, `-(${others.join(' + ')})`);
  }
  if (bendOf(experiment.output) === 'sigmoid') return restated(`${a} - 1`, `-\\frac{1}{1+e^{${z}}}`);
  return y > 0 ? restated(`${a} - 1`, `-\\frac{2}{1+e^{2${z}}}`) : restated(`${a} + 1`, `\\frac{2}{1+e^{-2${z}}}`);
}

/** Squared error and Huber's cost of how far each output falls short of the truth. @param {Subject} subject */
function ofLacks(subject) {
  const { trace, experiment, architecture: { layers } } = subject;
  const [z, a] = [trace.pre_activations[layers], trace.activations[layers]].map((list) => /** @type {number[]} */ (list));
  const lacks = residual(experiment.output, z, a, trace.target);
  const isStraight = (/** @type {number} */ lack) => experiment.cost === 'huber' && Math.abs(lack) > 1;
  const settled = settle(Array.from(lacks), (printed) =>
    printed.reduce((sum, lack) => sum + (isStraight(lack) ? Math.abs(lack) - 0.5 : 0.5 * lack * lack), 0), { result: trace.cost });
  const terms = Array.from(lacks, (lack) => {
    const printed = texNumber(lack, settled.digits);
    return isStraight(lack) ? `(|${printed}| - \\tfrac12)` : `\\tfrac12(${printed})^2`;
  });
  const rounded = trace.target.flatMap((y, j) => (Math.abs(y) === 1 && experiment.output !== 'linear' ? [lackOf(subject, j)] : []));
  return [...rounded, costOf(terms, settled)];
}

/** @param {Subject} subject @returns {Calculation[]}   what the outputs are rounded from, and the cost by it */
export function tailCalculations(subject) {
  const { cost, output } = subject.experiment;
  if (cost !== 'cross_entropy') return ofLacks(subject);
  return output === 'softmax' ? ofSoftmax(subject) : ofSigmoid(subject);
}
