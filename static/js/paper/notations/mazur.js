/**
 * @file The symbols of Matt Mazur’s “A Step by Step Backpropagation Example”: net and out, hidden and output neurons by
 * letter, weights numbered through the network.
 */
import { placeOf } from '../keys.js';
import { biasKeys, layersOf, weightKeys } from '../setup.js';
import { pointMark } from './common.js';

/** "h1", "o2"; hidden neurons are counted through all their layers. @type {import('./common.js').Symbol} */
const neuronName = ({ layer, neuron }, setup, isShort) => {
  if (isShort) return String(neuron + 1);
  if (layer === layersOf(setup)) return `o${neuron + 1}`;
  const before = setup.sizes.slice(1, layer - 1).reduce((sum, size) => sum + size, 0);
  return `h${before + neuron + 1}`;
};

/** @param {readonly string[]} keys @param {import('./common.js').Place} place */
const placeIn = (keys, { layer, neuron, source }) => 1 + keys.findIndex((key) => {
  const other = placeOf(key);
  return other.layer === layer && other.neuron === neuron && other.source === source;
});

/** @type {import('./common.js').Notation} */
export const mazur = {
  title: 'Mazur’s',
  x: ({ neuron, point }, setup) => `i_{${neuron + 1}}${pointMark(setup, point)}`,
  y: ({ neuron, point }, setup) => `\\mathit{target}_{o${neuron + 1}}${pointMark(setup, point)}`,
  z: (place, setup, isShort) => `\\mathit{net}_{${neuronName(place, setup, isShort)}}${pointMark(setup, place.point)}`,
  a: (place, setup, isShort) => `\\mathit{out}_{${neuronName(place, setup, isShort)}}${pointMark(setup, place.point)}`,
  d: (place, setup, isShort) => `\\delta_{${neuronName(place, setup, isShort)}}${pointMark(setup, place.point)}`,
  w: (place, setup) => `w_{${placeIn(weightKeys(setup), place)}}`,
  b: (place, setup) => `b_{${placeIn(biasKeys(setup), { ...place, source: -1 })}}`,
  cost: 'E_{\\mathit{total}}',
  updated: (symbol) => `{${symbol}}^{+}`,
  rate: '\\eta',
};
