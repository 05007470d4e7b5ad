/** @file Caption of the gradients: what each weight and bias of one neuron gets (B3, B4). */

import { neuronKey } from '../../figures/network/keys.js';
import * as symbols from '../symbols.js';
import { plainNumber, settle, texNumber } from '../printed.js';

/**
 * @param {import('../types.js').Subject} subject
 * @param {number} i   layer, 2..n
 * @param {number} k   neuron, from 0
 * @returns {import('../types.js').Caption}
 */
export function gradientCaption({ trace, architecture }, i, k) {
  const inputs = /** @type {number[]} */ (trace.activations[i - 1]);
  const delta = /** @type {number[]} */ (trace.deltas[i])[k];
  const ofBias = { layer: i, neuron: k, source: null };
  const products = inputs.map((a, j) => {
    const { digits, result } = settle([a, delta], ([left, right]) => left * right);
    const factors = [
      symbols.linked(neuronKey(i - 1, j), texNumber(a, digits)),
      symbols.linked(`d:${i}:${k}`, texNumber(delta, digits, { bracket: true })),
    ].join('\\cdot');
    return `${symbols.derivativeInLine({ layer: i, neuron: k, source: j })} = ${factors} = \\mathbf{${texNumber(result)}}`;
  });
  const place = i === architecture.layers ? `output neuron ${k + 1}` : `neuron ${k + 1} of layer ${i}`;
  return {
    title: `${place[0].toUpperCase()}${place.slice(1)} shares out its blame`,
    sentences: [
      'A weight\u2019s share is what came in through it, times the blame of the neuron it leads to.',
      'For the bias, what comes in is a constant 1, so its share is the blame itself.',
    ],
    formula: `\\frac{\\partial C}{\\partial w^{${i - 1},${i}}_{j,${k + 1}}} = a^{${i - 1}}_j\\, ${symbols.delta(i, k)},\\qquad `
      + `${symbols.derivative(ofBias)} = ${symbols.delta(i, k)}`,
    numbers: [...products, `${symbols.derivativeInLine(ofBias)} = \\mathbf{${texNumber(delta)}}`],
    spoken: `${inputs
      .map((_, j) => `Weight from neuron ${j + 1}: ${plainNumber(trace.gradient[architecture.weightIndex(i, k, j)])}.`)
      .join(' ')} Bias: ${plainNumber(delta)}.`,
  };
}
