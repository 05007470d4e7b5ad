/** @file Captions of the backward phases: the blame δ of a neuron, at the output (B1) and before it (B2). */

import * as symbols from '../symbols.js';
import { weightKey } from '../../figures/network/keys.js';
import { plainNumber, settle, texNumber } from '../printed.js';
import { slopeWords } from './activations.js';
import { sumLine } from './sums.js';

/** @typedef {import('../types.js').PassSubject} Subject */
/** @typedef {import('../types.js').Caption} Caption */

/** The slope of Huber's h: its error, cut at 1. @param {number} r */
const clipped = (r) => Math.max(-1, Math.min(1, r));

const bracketed = (/** @type {number} */ value, /** @type {number} */ digits) => texNumber(value, digits, { bracket: true });

/**
 * δ_k^n in symbols and numbers, by cost and output.
 * @param {Subject} subject
 * @param {number} k
 * @returns {{formula: string, numbers: string[], sentence: string}}
 */
function outputBlame({ trace, architecture, experiment }, k) {
  const n = architecture.layers;
  const outputs = /** @type {number[]} */ (trace.activations[n]);
  const y = trace.target;
  const delta = symbols.delta(n, k);
  const definition = `${delta} = \\frac{\\partial C}{\\partial z^{${n}}_{${k + 1}}} = `;

  if (experiment.cost === 'cross_entropy') {
    const { digits, result } = settle([outputs[k]], ([a]) => a - y[k]);
    return {
      formula: `${definition}${symbols.activation(n, k)} - ${symbols.target(k)}`,
      numbers: [`${delta} = ${texNumber(outputs[k], digits)} - ${y[k]} = \\mathbf{${texNumber(result)}}`],
      sentence: 'With this cost and this output, the blame comes to prediction minus truth.',
    };
  }
  if (experiment.output === 'softmax') {
    const { digits, result } = settle(outputs, (a) => {
      const mean = a.reduce((sum, value, m) => sum + (value - y[m]) * value, 0);
      return a[k] * (a[k] - y[k] - mean);
    });
    const mean = outputs.map((a, m) => `(${texNumber(a, digits)}-${y[m]})\\cdot${texNumber(a, digits)}`);
    const own = texNumber(outputs[k], digits);
    return {
      formula: `${definition}${symbols.activation(n, k)}\\big((${symbols.activation(n, k)} - ${symbols.target(k)}) - `
        + `{\\textstyle\\sum_m} (a^{${n}}_m - y_m)\\, a^{${n}}_m\\big)`,
      numbers: [sumLine(delta, mean, texNumber(result), {
        before: `${own}\\cdot\\big((${own}-${y[k]}) - \\big(`, after: '\\big)\\big)',
      })],
      sentence: 'Softmax ties all outputs together, so each one answers for the errors of all.',
    };
  }
  const slope = /** @type {number[]} */ (trace.slopes[n])[k];
  const isHuber = experiment.cost === 'huber';
  const error = (/** @type {number} */ a) => (isHuber ? clipped(a - y[k]) : a - y[k]);
  const { digits, result } = settle([outputs[k], slope, y[k]], ([a, s, truth]) =>
    (isHuber ? clipped(a - truth) : a - truth) * s);
  const difference = `${symbols.activation(n, k)} - ${symbols.target(k)}`;
  const cut = isHuber && Math.abs(outputs[k] - y[k]) > 1;
  const numbers = cut
    ? `(${texNumber(error(outputs[k]), digits)})`
    : `(${texNumber(outputs[k], digits)} - ${bracketed(y[k], digits)})`;
  return {
    formula: isHuber
      ? `${definition}h'(${difference})\\,\\sigma'(${symbols.preActivation(n, k)})`
      : `${definition}(${difference})\\,\\sigma'(${symbols.preActivation(n, k)})`,
    numbers: [`${delta} = ${numbers}\\cdot${bracketed(slope, digits)} = \\mathbf{${texNumber(result)}}`],
    sentence: cut
      ? 'The error is larger than 1, where Huber\u2019s cost rises in a straight line: its slope is 1 there.'
      : 'The error, prediction minus truth, passes back through the slope of the output.',
  };
}

/**
 * @param {Subject} subject
 * @param {number} k   output neuron, from 0
 * @returns {Caption}
 */
function outputCaption(subject, k) {
  const n = subject.architecture.layers;
  const value = /** @type {number[]} */ (subject.trace.deltas[n])[k];
  const { formula, numbers, sentence } = outputBlame(subject, k);
  return {
    title: `Blame reaches output neuron ${k + 1}`,
    sentences: [
      'Blame, written delta, says how fast the cost would grow if this neuron\u2019s sum grew.',
      `${sentence} ${asks(value)}`,
    ],
    formula,
    numbers,
    spoken: `Delta of output neuron ${k + 1} is ${plainNumber(value)}.`,
  };
}

/** What a neuron of this blame wants. @param {number} delta */
function asks(delta) {
  if (delta === 0) return 'It is 0: nothing here needs to change.';
  return delta > 0 ? 'It is positive: the sum should shrink.' : 'It is negative: the sum should grow.';
}

/**
 * @param {Subject} subject
 * @param {number} i   hidden layer, 2..n-1
 * @param {number} k   neuron, from 0
 * @returns {Caption}
 */
function hiddenCaption({ trace, architecture }, i, k) {
  const above = /** @type {number[]} */ (trace.deltas[i + 1]);
  const weights = above.map((_, m) => trace.parameters[architecture.weightIndex(i + 1, m, k)]);
  const slope = /** @type {number[]} */ (trace.slopes[i])[k];
  const value = /** @type {number[]} */ (trace.deltas[i])[k];
  const count = above.length;
  const { digits } = settle([slope, ...weights, ...above], ([s, ...rest]) => {
    let sum = 0;
    for (let m = 0; m < count; m++) sum += rest[m] * rest[count + m];
    return s * sum;
  });
  const terms = above.map((delta, m) => [
    symbols.linked(weightKey(i + 1, m, k), bracketed(weights[m], digits)),
    symbols.linked(`d:${i + 1}:${m}`, bracketed(delta, digits)),
  ].join('\\cdot'));
  return {
    title: `Neuron ${k + 1} of layer ${i} collects its blame`,
    sentences: [
      'The blame of the next layer travels the same wires backwards, each share multiplied by the weight of its wire.',
      `What arrives is multiplied by the neuron\u2019s slope: ${slopeWords(slope)}. ${asks(value)}`,
    ],
    formula: `${symbols.delta(i, k)} = \\sigma'(${symbols.preActivation(i, k)})\\,{\\textstyle\\sum_m} `
      + `w^{${i},${i + 1}}_{${k + 1},m}\\, \\delta^{${i + 1}}_m`,
    numbers: [sumLine(symbols.delta(i, k), terms, texNumber(value), {
      before: `${bracketed(slope, digits)}\\cdot\\big(`,
      after: '\\big)',
    })],
    spoken: `Delta of neuron ${k + 1} of layer ${i} is ${plainNumber(value)}.`,
  };
}

/**
 * @param {Subject} subject
 * @param {number} i   layer, 2..n
 * @param {number} k   neuron, from 0
 * @returns {Caption}
 */
export const backwardCaption = (subject, i, k) =>
  (i === subject.architecture.layers ? outputCaption(subject, k) : hiddenCaption(subject, i, k));
