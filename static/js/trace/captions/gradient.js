/** @file Caption of the gradients: what each weight and bias of one neuron gets (B3, B4). */

import { neuronKey } from '../../network/keys.js';
import { said, together } from '../../words/sentence.js';
import { plainNumber, settle, texNumber } from '../printed.js';
import * as symbols from '../symbols.js';
import { capitalized, numberClaim, placeOf, told } from './told.js';

/** @typedef {import('../types.js').Subject} Subject */
/** @typedef {import('../types.js').Equation} Equation */

/** Where a factor is 0, so is the share. @param {number} delta @param {readonly number[]} inputs */
function zeroSentence(delta, inputs) {
  if (delta === 0) return said('Here the blame is 0, so every share is 0.', { that: 'shares are 0', all: true });
  const silent = inputs.filter((a) => a === 0).length;
  if (silent === 0) return said('');
  return said(silent === 1 ? 'What came in through one of the weights is 0, so its share is 0.'
    : `What came in through ${silent} of the weights is 0, so their shares are 0.`, { that: 'shares are 0', all: false, count: silent });
}

/** What the derivatives by a neuron's weights and bias are made from. @param {Subject} subject @param {number} i @param {number} k */
function partsOf({ trace, architecture }, i, k) {
  const inputs = /** @type {number[]} */ (trace.activations[i - 1]);
  return {
    inputs,
    delta: /** @type {number[]} */ (trace.deltas[i])[k],
    derivatives: inputs.map((_, j) => trace.gradient[architecture.weightIndex(i, k, j)]),
  };
}

/**
 * The derivatives by the weights into a neuron, a calculation each (B4).
 * @param {Subject} subject
 * @param {number} i   layer, 2..n
 * @param {number} k   neuron, from 0
 * @returns {Equation}
 */
export function weightEquation(subject, i, k) {
  const { inputs, delta, derivatives } = partsOf(subject, i, k);
  return {
    formula: `\\frac{\\partial C}{\\partial w^{${i - 1},${i}}_{j,${k + 1}}} = a^{${i - 1}}_j\\, ${symbols.delta(i, k)}`,
    calculations: inputs.map((a, j) => {
      const { digits, sign } = settle([a, delta], ([left, right]) => left * right, { result: derivatives[j] });
      const factors = [
        symbols.linked(neuronKey(i - 1, j), texNumber(a, digits)),
        symbols.linked(`d:${i}:${k}`, texNumber(delta, digits, { bracket: true })),
      ].join('\\cdot');
      return { symbol: symbols.derivativeInLine({ layer: i, neuron: k, source: j }), factors, sign, result: texNumber(derivatives[j]) };
    }),
  };
}

/**
 * The derivative by a neuron's bias, which is its δ (B3).
 * @param {Subject} subject
 * @param {number} i   layer, 2..n
 * @param {number} k   neuron, from 0
 * @returns {Equation}
 */
export function biasEquation(subject, i, k) {
  const { delta } = partsOf(subject, i, k);
  const bias = { layer: i, neuron: k, source: null };
  return {
    formula: `${symbols.derivative(bias)} = ${symbols.delta(i, k)}`,
    calculations: [{ symbol: symbols.derivativeInLine(bias), factors: null, result: texNumber(delta) }],
  };
}

/**
 * @param {Subject} subject
 * @param {number} i   layer, 2..n
 * @param {number} k   neuron, from 0
 */
export function gradientCaption(subject, i, k) {
  const { inputs, delta, derivatives } = partsOf(subject, i, k);
  return told({
    title: said(`${capitalized(placeOf(i, k, subject.architecture.layers))} shares out its blame`),
    sentences: [
      said('A weight\u2019s share of this point\u2019s cost is what came in through it, times the blame of the neuron it leads to.'),
      together(said('For the bias, what comes in is a constant 1, so its share is the blame itself.'), zeroSentence(delta, inputs)),
    ],
    spoken: together(
      ...derivatives.map((value, j) => said(`Weight from neuron ${j + 1}: ${plainNumber(value)}.`,
        numberClaim('derivative', value, { layer: i, neuron: k, source: j }))),
      said(`Bias: ${plainNumber(delta)}.`, numberClaim('derivative', delta, { layer: i, neuron: k, source: null })),
    ),
  }, [weightEquation(subject, i, k), biasEquation(subject, i, k)]);
}
