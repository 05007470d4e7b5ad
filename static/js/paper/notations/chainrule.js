/** @file This project’s symbols, docs/notation.md, and any other five letters with the same indices. */
import { pointMark } from './common.js';

/** What the five kinds of numbers are called. @typedef {{w: string, z: string, a: string, d: string, cost: string}} Letters */

/** @type {Letters} */
const LETTERS = { w: 'w', z: 'z', a: 'a', d: '\\delta', cost: 'C' };

/** @type {import('./common.js').Symbol} */
const neuron = ({ layer, neuron: k }, _, isShort) => (isShort ? `_{${k + 1}}` : `_{${k + 1}}^{${layer}}`);

/** A notation with these letters. @param {string} title @param {Letters} letters in TeX @returns {import('./common.js').Notation} */
const indexed = (title, letters) => ({
  title,
  x: ({ neuron: j, point }, setup) => `x_{${j + 1}}${pointMark(setup, point)}`,
  y: ({ neuron: k, point }, setup) => `y_{${k + 1}}${pointMark(setup, point)}`,
  z: (place, setup, isShort) => `${letters.z}${neuron(place, setup, isShort)}${pointMark(setup, place.point)}`,
  a: (place, setup, isShort) => `${letters.a}${neuron(place, setup, isShort)}${pointMark(setup, place.point)}`,
  d: (place, setup, isShort) => `${letters.d}${neuron(place, setup, isShort)}${pointMark(setup, place.point)}`,
  w: ({ layer, neuron: k, source }, _, isShort) => `${letters.w}_{${source + 1},${k + 1}}${isShort ? '' : `^{${layer - 1},${layer}}`}`,
  b: ({ layer, neuron: k }, { biases }, isShort) => {
    if (biases === 'layer') return isShort ? 'b' : `b^{${layer}}`;
    return isShort ? `b_{${k + 1}}` : `b_{${k + 1}}^{${layer}}`;
  },
  cost: letters.cost,
  updated: (symbol) => `{${symbol}}'`,
  rate: '\\eta',
});

export const chainrule = indexed('Chainrule’s', LETTERS);

/** A word of letters; anything else could be a command. */
const WORD = /^\p{L}{1,8}$/u;

/** The learner’s own letters, where they can be used. @param {Partial<Letters>} own @returns {import('./common.js').Notation} */
export function ownNotation(own) {
  const letters = { ...LETTERS };
  for (const name of /** @type {(keyof Letters)[]} */ (Object.keys(LETTERS))) {
    const word = own[name]?.trim() ?? '';
    if (WORD.test(word)) letters[name] = [...word].length === 1 ? word : `\\mathit{${word}}`;
  }
  return indexed('Your own', letters);
}

/** Why a word can't be used, or nothing. @param {string} word */
export const letterFault = (word) => (word.trim() === '' || WORD.test(word.trim()) ? '' : 'Use one to eight letters, such as u, net or θ.');
