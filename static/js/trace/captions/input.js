/** @file Caption of the first phase: the point's coordinates become the activations of layer 1. */

import * as symbols from '../symbols.js';
import { plainNumber, texNumber } from '../printed.js';

/** @param {import('../types.js').Subject} subject @returns {import('../types.js').Caption} */
export function inputCaption({ trace, architecture }) {
  const values = /** @type {number[]} */ (trace.activations[1]);
  const { features } = architecture;
  const plain = features.every((name) => name === 'x1' || name === 'x2');
  return {
    title: 'The point enters the network',
    sentences: [
      plain
        ? 'Layer 1 does no sum. It holds the coordinates of the point you chose.'
        : 'Layer 1 does no sum. It holds the coordinates of the point you chose, and what was made of them.',
    ],
    formula: features
      .map((name, j) => `${symbols.activation(1, j)} = ${symbols.feature(name, j)}`)
      .join(',\\qquad '),
    numbers: values.map((value, j) => `${symbols.activation(1, j)} = ${texNumber(value)}`),
    spoken: values.map((value, j) => `Input ${j + 1} is ${plainNumber(value)}.`).join(' '),
  };
}
