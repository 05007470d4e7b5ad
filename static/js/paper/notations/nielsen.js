/** @file The symbols of Michael Nielsen’s “Neural Networks and Deep Learning”: w with the layer above, to and from below. */
import { pointMark } from './common.js';

/** @type {import('./common.js').Symbol} */
const neuron = ({ layer, neuron: k }, _, isShort) => (isShort ? `_{${k + 1}}` : `^{${layer}}_{${k + 1}}`);

/** @type {import('./common.js').Notation} */
export const nielsen = {
  title: 'Nielsen’s',
  x: ({ neuron: j, point }, setup) => `x_{${j + 1}}${pointMark(setup, point)}`,
  y: ({ neuron: k, point }, setup) => `y_{${k + 1}}${pointMark(setup, point)}`,
  z: (place, setup, isShort) => `z${neuron(place, setup, isShort)}${pointMark(setup, place.point)}`,
  a: (place, setup, isShort) => `a${neuron(place, setup, isShort)}${pointMark(setup, place.point)}`,
  d: (place, setup, isShort) => `\\delta${neuron(place, setup, isShort)}${pointMark(setup, place.point)}`,
  w: ({ layer, neuron: k, source }, _, isShort) => `w${isShort ? '' : `^{${layer}}`}_{${k + 1}${source + 1}}`,
  b: ({ layer, neuron: k }, { biases }, isShort) => `b${isShort ? '' : `^{${layer}}`}${biases === 'layer' ? '' : `_{${k + 1}}`}`,
  cost: 'C',
  updated: (symbol) => `{${symbol}}'`,
  rate: '\\eta',
};
