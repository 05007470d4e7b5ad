/** @file Caption of the gradients: what each weight and bias of one neuron gets (B3, B4). */

import { neuronKey } from '../../network/keys.js';
import { said, together } from '../../words/sentence.js';
import { plainNumber, settle, texNumber } from '../printed.js';
import * as symbols from '../symbols.js';
import { capitalized, numberClaim, placeOf, told } from './told.js';

/** Where a factor is 0, so is the share. @param {number} delta @param {readonly number[]} inputs */
function zeroSentence(delta, inputs) {
  if (delta === 0) return said('Here the blame is 0, so every share is 0.', { that: 'shares are 0', all: true });
  const silent = inputs.filter((a) => a === 0).length;
  if (silent === 0) return said('');
  return said(silent === 1 ? 'What came in through one of the weights is 0, so its share is 0.'
    : `What came in through ${silent} of the weights is 0, so their shares are 0.`, { that: 'shares are 0', all: false, count: silent });
}

/**
 * @param {import('../types.js').Subject} subject
 * @param {number} i   layer, 2..n
 * @param {number} k   neuron, from 0
 */
export function gradientCaption({ trace, architecture }, i, k) {
  const inputs = /** @type {number[]} */ (trace.activations[i - 1]);
  const delta = /** @type {number[]} */ (trace.deltas[i])[k];
  const ofBias = { layer: i, neuron: k, source: null };
  const derivatives = inputs.map((_, j) => trace.gradient[architecture.weightIndex(i, k, j)]);
  const products = inputs.map((a, j) => {
    const { digits, sign } = settle([a, delta], ([left, right]) => left * right, { result: derivatives[j] });
    const factors = [
      symbols.linked(neuronKey(i - 1, j), texNumber(a, digits)),
      symbols.linked(`d:${i}:${k}`, texNumber(delta, digits, { bracket: true })),
    ].join('\\cdot');
    const symbol = symbols.derivativeInLine({ layer: i, neuron: k, source: j });
    return `${symbol} = ${factors} ${sign} \\mathbf{${texNumber(derivatives[j])}}`;
  });
  return told({
    title: said(`${capitalized(placeOf(i, k, architecture.layers))} shares out its blame`),
    sentences: [
      said('A weight\u2019s share of this point\u2019s cost is what came in through it, times the blame of the neuron it leads to.'),
      together(said('For the bias, what comes in is a constant 1, so its share is the blame itself.'), zeroSentence(delta, inputs)),
    ],
    spoken: together(
      ...derivatives.map((value, j) => said(`Weight from neuron ${j + 1}: ${plainNumber(value)}.`,
        numberClaim('derivative', value, { layer: i, neuron: k, source: j }))),
      said(`Bias: ${plainNumber(delta)}.`, numberClaim('derivative', delta, ofBias)),
    ),
  }, {
    formula: `\\frac{\\partial C}{\\partial w^{${i - 1},${i}}_{j,${k + 1}}} = a^{${i - 1}}_j\\, ${symbols.delta(i, k)},\\qquad `
      + `${symbols.derivative(ofBias)} = ${symbols.delta(i, k)}`,
    numbers: [...products, `${symbols.derivativeInLine(ofBias)} = \\mathbf{${texNumber(delta)}}`],
  });
}
