/** @file Caption of the first phase: the point's coordinates become the activations of layer 1. */

import { furtherPlace } from '../../network/features.js';
import { said } from '../../words/sentence.js';
import { plainNumber, texNumber } from '../printed.js';
import * as symbols from '../symbols.js';
import { numberClaim, told } from './told.js';

/** What layer 1 holds, in words. @param {readonly string[]} features */
function held(features) {
  const further = features.filter((name) => furtherPlace(name) >= 0).length;
  const onPlane = features.filter((name) => name === 'x1' || name === 'x2');
  const plain = [...onPlane, ...features.filter((name) => furtherPlace(name) >= 0)];
  const made = features.length > plain.length ? 'what was made of its coordinates' : '';
  const as = plain.length === 1 ? `${plain[0]} of this point as it is`
    : further === 0 || onPlane.length === 2 ? 'the coordinates of this point as they are' : `${plain.slice(0, -1).join(', ')} and ${plain.at(-1)} of this point as they are`;
  if (plain.length === 0) return 'what was made of the coordinates of this point';
  return made ? `${as}, and ${onPlane.length === 2 ? 'what was made of them' : made}` : as;
}

/** @param {import('../types.js').Subject} subject */
export function inputCaption({ trace, architecture }) {
  const values = /** @type {number[]} */ (trace.activations[1]);
  const { features } = architecture;
  return told({
    title: said('The point enters the network'),
    sentences: [
      said(`Layer 1 does no sum. It holds ${held(features)}.`, { that: 'layer 1 holds', features: [...features] }),
    ],
    spoken: said(
      values.map((value, j) => `Input ${j + 1} is ${plainNumber(value)}.`).join(' '),
      ...values.map((value, j) => numberClaim('a', value, { layer: 1, neuron: j })),
    ),
  }, features.map((name, j) => ({
    formula: `${symbols.activation(1, j)} = ${symbols.feature(name, j)}`,
    calculations: [{ symbol: symbols.activation(1, j), factors: texNumber(values[j]), result: null }],
  })));
}
