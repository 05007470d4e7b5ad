/** @file A caption made of sentences and equations: the texts for the page, and all that they claim, for the tests to check. */

import { plainNumber } from '../printed.js';

/** @typedef {import('../../words/sentence.js').Sentence} Sentence */
/** @typedef {import('../../words/sentence.js').Claim} Claim */

/**
 * @param {{title: Sentence, sentences: Sentence[], spoken: Sentence}} words
 * @param {import('../types.js').Equation[]} equations
 * @returns {import('../types.js').Caption}
 */
export function told({ title, sentences, spoken }, equations) {
  return {
    title: title.text,
    sentences: sentences.map(({ text }) => text).filter(Boolean),
    equations,
    spoken: spoken.text,
    claims: [title, ...sentences, spoken].flatMap(({ claims }) => claims),
  };
}

/**
 * A quantity of the trace as it is printed.
 * @param {string} quantity   'a', 'z', 'delta', 'slope', 'cost', 'weight derivative' ...
 * @param {number} value
 * @param {Record<string, number | null>} [place]   layer, neuron and source, where it has them
 * @returns {Claim & {printed: string}}
 */
export const numberClaim = (quantity, value, place = {}) =>
  ({ that: 'is printed', quantity, ...place, printed: plainNumber(value) });

/** "neuron 1 of layer 2", "output neuron 1". @param {number} layer @param {number} neuron @param {number} layers */
export const placeOf = (layer, neuron, layers) =>
  (layer === layers ? `output neuron ${neuron + 1}` : `neuron ${neuron + 1} of layer ${layer}`);

/** @param {string} text */
export const capitalized = (text) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
