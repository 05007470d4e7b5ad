/** @file What a slope does to the blame that passes through it, in words that match its size. */

import { said } from '../../words/sentence.js';
import { digitsApart, plainNumber } from '../printed.js';

const FLAT = 0.05;
const STEEP = 0.7;

/** How much gets through. @param {number} size of the slope, not 0 */
function passing(size) {
  if (size === 1) return 'all';
  if (size > 1) return 'more';
  if (size < FLAT) return 'little';
  return size < STEEP ? 'part' : 'most';
}

/** @type {Record<ReturnType<typeof passing>, string>} */
const WORDS = {
  all: 'lets all of it through',
  more: 'makes it larger',
  most: 'lets most of it through',
  part: 'lets part of it through',
  little: 'lets only little of it through',
};

/** @param {number} slope   σ'(z) @returns {import('../../words/sentence.js').Sentence} */
export function slopeSentence(slope) {
  // With enough digits to tell it from a slope that lets all of it through.
  const printed = plainNumber(slope, digitsApart(Math.abs(slope), 1));
  if (slope === 0) return said('What arrives is multiplied by the neuron\u2019s slope, which is 0.', { that: 'slope lets through', much: 'none', printed });
  const much = passing(Math.abs(slope));
  return said(
    `What arrives is multiplied by the neuron\u2019s slope: ${printed} ${WORDS[much]}${slope < 0 ? ' and turns its sign' : ''}.`,
    { that: 'slope lets through', much, turns: slope < 0, printed });
}
