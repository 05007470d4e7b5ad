/** @file This project’s symbols: docs/notation.md. */
import { pointMark } from './common.js';

/** @type {import('./common.js').Symbol} */
const neuron = ({ layer, neuron: k }, _, isShort) => (isShort ? `_{${k + 1}}` : `_{${k + 1}}^{${layer}}`);

/** @type {import('./common.js').Notation} */
export const chainrule = {
  title: 'Chainrule’s',
  x: ({ neuron: j, point }, setup) => `x_{${j + 1}}${pointMark(setup, point)}`,
  y: ({ neuron: k, point }, setup) => `y_{${k + 1}}${pointMark(setup, point)}`,
  z: (place, setup, isShort) => `z${neuron(place, setup, isShort)}${pointMark(setup, place.point)}`,
  a: (place, setup, isShort) => `a${neuron(place, setup, isShort)}${pointMark(setup, place.point)}`,
  d: (place, setup, isShort) => `\\delta${neuron(place, setup, isShort)}${pointMark(setup, place.point)}`,
  w: ({ layer, neuron: k, source }, _, isShort) => `w_{${source + 1},${k + 1}}${isShort ? '' : `^{${layer - 1},${layer}}`}`,
  b: ({ layer, neuron: k }, { biases }, isShort) => {
    if (biases === 'layer') return isShort ? 'b' : `b^{${layer}}`;
    return isShort ? `b_{${k + 1}}` : `b_{${k + 1}}^{${layer}}`;
  },
  cost: 'C',
  updated: (symbol) => `{${symbol}}'`,
  rate: '\\eta',
};
