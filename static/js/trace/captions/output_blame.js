/** @file δ of an output neuron in symbols and numbers, by cost and output (B1), with what makes it 0 where it is. */

import { said } from '../../words/sentence.js';
import { settle, texNumber } from '../printed.js';
import * as symbols from '../symbols.js';
import { summed } from './sums.js';

/** @typedef {import('../types.js').PassSubject} Subject */
/** @typedef {import('../../words/sentence.js').Sentence} Sentence */

/**
 * @typedef {Object} OutputBlame
 * @property {import('../types.js').Equation} equation
 * @property {Sentence} sentence   how this cost and this output make it
 */

/** The slope of Huber's h: its error, cut at 1. @param {number} r */
const clipped = (r) => Math.max(-1, Math.min(1, r));

const bracketed = (/** @type {number} */ value, /** @type {number} */ digits) => texNumber(value, digits, { bracket: true });

/**
 * @param {Subject} subject
 * @param {number} k   output neuron, from 0
 * @returns {OutputBlame}
 */
export function outputBlame(subject, k) {
  const { cost, output } = subject.experiment;
  if (cost === 'cross_entropy') return differenceBlame(subject, k);
  return output === 'softmax' ? tiedBlame(subject, k) : slopeBlame(subject, k);
}

/** @param {Subject} subject @param {number} k */
function namesOf({ trace, architecture }, k) {
  const n = architecture.layers;
  const symbol = symbols.delta(n, k);
  return {
    n, symbol, definition: `${symbol} = \\frac{\\partial C}{\\partial z^{${n}}_{${k + 1}}} = `,
    outputs: /** @type {number[]} */ (trace.activations[n]),
    value: /** @type {number[]} */ (trace.deltas[n])[k],
    y: trace.target,
  };
}

/** With cross-entropy: a − y. @param {Subject} subject @param {number} k @returns {OutputBlame} */
function differenceBlame(subject, k) {
  const { n, symbol, definition, outputs, value, y } = namesOf(subject, k);
  const { digits, sign } = settle([outputs[k]], ([a]) => a - y[k], { result: value });
  const formula = `${definition}${symbols.activation(n, k)} - ${symbols.target(k)}`;
  const result = texNumber(value);
  const sentence = 'With this cost and this output, the blame comes to prediction minus truth.';
  const difference = { symbol, factors: `${texNumber(outputs[k], digits)} - ${y[k]}`, sign, result };
  if (sign === '=') return { equation: { formula, calculations: [difference] }, sentence: said(sentence) };
  // An output that rounds to 1: how far it falls short is told by other numbers.
  const { tex, words } = shortOfOne(subject, k, value);
  return {
    equation: { formula, calculations: [difference, { symbol, factors: tex, result }] },
    sentence: said(`${sentence} ${words}`, { that: 'output rounds to 1', neuron: k }),
  };
}

/**
 * a − 1 from what rounding leaves: the other outputs' shares, or the output's own sum.
 * @param {Subject} subject @param {number} k @param {number} value
 */
function shortOfOne({ trace, architecture, experiment }, k, value) {
  const n = architecture.layers;
  if (experiment.output === 'softmax') {
    const others = /** @type {number[]} */ (trace.activations[n]).filter((_, m) => m !== k);
    const { digits } = settle(others, (shares) => -shares.reduce((sum, a) => sum + a, 0), { result: value });
    return {
      tex: `-(${others.map((a) => `{${texNumber(a, digits)}}`).join(' + ')})`,
      words: 'The output is so near 1 that it rounds to it; what it lacks are the shares of the others.',
    };
  }
  const z = /** @type {number[]} */ (trace.pre_activations[n])[k];
  const { digits } = settle([z], ([printed]) => -1 / (1 + Math.exp(printed)), { result: value });
  return {
    tex: `-\\frac{1}{1+e^{${texNumber(z, digits)}}}`,
    words: 'The output is so near 1 that it rounds to it; what it lacks is counted from its sum.',
  };
}

/** With squared error after softmax. @param {Subject} subject @param {number} k @returns {OutputBlame} */
function tiedBlame(subject, k) {
  const { n, symbol, definition, outputs, value, y } = namesOf(subject, k);
  const { digits, sign } = settle(outputs, (a) => {
    const mean = a.reduce((sum, share, m) => sum + (share - y[m]) * share, 0);
    return a[k] * (a[k] - y[k] - mean);
  }, { result: value });
  const terms = outputs.map((a, m) => `(${texNumber(a, digits)}-${y[m]})\\cdot${texNumber(a, digits)}`);
  const own = texNumber(outputs[k], digits);
  return {
    equation: {
      formula: `${definition}${symbols.activation(n, k)}\\big((${symbols.activation(n, k)} - ${symbols.target(k)}) - `
        + `{\\textstyle\\sum_m} (a^{${n}}_m - y_m)\\, a^{${n}}_m\\big)`,
      calculations: [summed(symbol, terms, texNumber(value), {
        before: `${own}\\cdot\\big((${own}-${y[k]}) - \\big(`, after: '\\big)\\big)', sign,
      })],
    },
    sentence: said('Softmax ties all outputs together, so each one answers for the errors of all.'),
  };
}

/** The error, for Huber's cost cut at 1, times the slope. @param {Subject} subject @param {number} k @returns {OutputBlame} */
function slopeBlame(subject, k) {
  const { trace, experiment } = subject;
  const { n, symbol, definition, outputs, value, y } = namesOf(subject, k);
  const slope = /** @type {number[]} */ (trace.slopes[n])[k];
  const isHuber = experiment.cost === 'huber';
  const errorOf = (/** @type {number} */ a, /** @type {number} */ truth) => (isHuber ? clipped(a - truth) : a - truth);
  const { digits, sign } = settle([outputs[k], slope, y[k]], ([a, s, truth]) => errorOf(a, truth) * s, { result: value });
  const difference = `${symbols.activation(n, k)} - ${symbols.target(k)}`;
  const isCut = isHuber && Math.abs(outputs[k] - y[k]) > 1;
  const cut = errorOf(outputs[k], y[k]);
  const error = isCut ? `(${texNumber(cut)})` : `(${texNumber(outputs[k], digits)} - ${bracketed(y[k], digits)})`;
  return {
    equation: {
      formula: `${definition}${isHuber ? `h'(${difference})` : `(${difference})`}\\,\\sigma'(${symbols.preActivation(n, k)})`,
      calculations: [{ symbol, factors: `${error}\\cdot${bracketed(slope, digits)}`, sign, result: texNumber(value) }],
    },
    sentence: isCut
      ? said(`The error is larger than 1, where Huber\u2019s cost is a straight line: its slope is ${cut < 0 ? '\u22121' : '1'} there.`,
        { that: 'error is cut', neuron: k, slope: cut })
      : said('The error, prediction minus truth, passes back through the slope of the output.'),
  };
}
