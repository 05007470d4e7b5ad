/**
 * @file What a neuron's blame asks of its sum; where the blame is 0, which of its factors makes it so.
 *
 * That nothing needs to change is said only where the cost's slope is 0 at the output itself.
 */

import { ACTIVATION_WORDS } from '../../network/choices.js';
import { said } from '../../words/sentence.js';

/** @typedef {import('../types.js').PassSubject} Subject */
/** @typedef {import('../../words/sentence.js').Sentence} Sentence */

/** What may be left of a sum whose terms cancel, as a share of their sizes. */
const ROUNDING = 1e-15;

/** @param {number} delta not 0 @returns {Sentence} */
const asksOf = (delta) => said(
  delta > 0 ? 'It is positive: the sum should shrink.' : 'It is negative: the sum should grow.',
  { that: 'asks', sum: delta > 0 ? 'to shrink' : 'to grow' });

/** @param {string} text @param {string} factor @returns {Sentence} */
const zero = (text, factor) => said(`It is 0: ${text}`, { that: 'delta is 0', factor });

const tooSmall = () => zero('no factor is 0, but their product is smaller than the computer can hold.', 'underflow');

/** Whether the output is what it should be, so that no blame starts out. @param {Subject} subject */
function isExact({ trace, architecture }) {
  const outputs = /** @type {number[]} */ (trace.activations[architecture.layers]);
  return outputs.every((a, k) => a === trace.target[k]);
}

/** @param {Subject} subject @param {number} k output neuron, from 0 @returns {Sentence} */
export function outputAsks(subject, k) {
  const { trace, architecture, experiment } = subject;
  const n = architecture.layers;
  const delta = /** @type {number[]} */ (trace.deltas[n])[k];
  const a = /** @type {number[]} */ (trace.activations[n])[k];
  if (delta !== 0) return asksOf(delta);
  if (isExact(subject)) return zero('the output is the truth itself, so nothing here needs to change.', 'error of all');
  if (a === trace.target[k] && experiment.output !== 'softmax') {
    return zero('this output is the truth itself. What is wrong is wrong elsewhere.', 'error');
  }
  if (experiment.output === 'softmax') {
    return a === 0
      ? zero('this share is 0, where softmax is flat, so no blame gets through.', 'activation')
      : zero('the errors of all outputs cancel here.', 'errors cancel');
  }
  const slope = trace.slopes[n]?.[k];
  if (slope === 0) return zero('the output is wrong, but its curve is flat here, so no blame gets through.', 'slope');
  return tooSmall();
}

/**
 * @param {Subject} subject
 * @param {number} i   hidden layer, 2..n-1
 * @param {number} k   neuron, from 0
 * @returns {Sentence}
 */
export function hiddenAsks(subject, i, k) {
  const { trace, architecture, experiment } = subject;
  const delta = /** @type {number[]} */ (trace.deltas[i])[k];
  if (delta !== 0) return asksOf(delta);
  const above = /** @type {number[]} */ (trace.deltas[i + 1]);
  const weights = above.map((_, m) => trace.parameters[architecture.weightIndex(i + 1, m, k)]);
  const slope = /** @type {number[]} */ (trace.slopes[i])[k];
  if (above.every((blame) => blame === 0)) {
    const where = i + 1 === architecture.layers ? 'the output' : `layer ${i + 1}`;
    return isExact(subject)
      ? zero('the output is the truth itself, no blame comes back from it, and nothing here needs to change.', 'error of all')
      : zero(`no blame comes in, since every blame of ${where} is 0.`, 'no blame above');
  }
  if (slope === 0) {
    return zero(ACTIVATION_WORDS[experiment.activation].silent_below
      ? 'this neuron is silent for this point, so that nothing about it changes the cost.'
      : 'a curve that is flat here lets no blame through.', 'slope');
  }
  if (weights.every((weight) => weight === 0)) {
    return zero(weights.length === 1
      ? 'the weight that leads out of this neuron is 0, so no blame comes in through it.'
      : 'all weights that lead out of this neuron are 0, so no blame comes in through them.', 'weights');
  }
  const shares = weights.map((weight, m) => weight * above[m]);
  if (weights.every((weight, m) => weight === 0 || above[m] === 0)) {
    return zero('on each wire either the weight or the blame is 0, so none comes in.', 'weights and blame');
  }
  const [sum, size] = [shares, shares.map(Math.abs)].map((values) => values.reduce((total, value) => total + value, 0));
  return size > 0 && Math.abs(sum) <= ROUNDING * size ? zero('the shares that come in cancel.', 'shares cancel') : tooSmall();
}
