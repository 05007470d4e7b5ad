/**
 * How the fields of an exercise are named: in TeX for the eye, in words for the ear.
 */
import * as symbols from '../../trace/symbols.js';

/** @typedef {import('../../network/architecture.js').Architecture} Architecture */

/** "neuron 1 of layer 2", "output neuron 1", "input x1". @param {number} layer @param {number} neuron
 *  @param {Architecture} architecture */
export function placeName(layer, neuron, { features, layers }) {
  if (layer === 1) return `input ${features[neuron]}`;
  return layer === layers ? `output neuron ${neuron + 1}` : `neuron ${neuron + 1} of layer ${layer}`;
}

/** @param {{layer: number, neuron: number, source: number}} weight @param {Architecture} architecture */
const weightName = ({ layer, neuron, source }, architecture) =>
  `weight from ${placeName(layer - 1, source, architecture)} to ${placeName(layer, neuron, architecture)}`;

/** @param {import('./quantities.js').Quantity} quantity @param {Architecture} architecture */
export function quantityName(quantity, architecture) {
  const { kind, layer, neuron } = quantity;
  const place = kind === 'cost' ? '' : placeName(layer, neuron, architecture);
  switch (kind) {
    case 'z': return `z of ${place}`;
    case 'a': return `a of ${place}`;
    case 'cost': return 'cost C';
    case 'delta': return `delta of ${place}`;
    case 'weight': return `derivative of C by the ${weightName(quantity, architecture)}`;
    default: return `derivative of C by the bias of ${place}`;
  }
}

/** @param {import('./quantities.js').Quantity} quantity */
export function quantityTex({ kind, layer, neuron, source }) {
  switch (kind) {
    case 'z': return symbols.preActivation(layer, neuron);
    case 'a': return symbols.activation(layer, neuron);
    case 'cost': return symbols.COST;
    case 'delta': return symbols.delta(layer, neuron);
    default: return symbols.derivative({ layer, neuron, source: kind === 'bias' ? null : source });
  }
}

/** @param {import('./givens.js').Given} given @param {Architecture} architecture */
export function givenName(given, architecture) {
  const { kind, layer, neuron } = given;
  const place = placeName(layer, neuron, architecture);
  switch (kind) {
    case 'input': return place;
    case 'weight': return weightName(given, architecture);
    case 'bias': return `bias of ${place}`;
    default: return 'target y';
  }
}

/** @param {import('./givens.js').Given} given @param {Architecture} architecture */
export function givenTex({ kind, layer, neuron, source }, { features }) {
  switch (kind) {
    case 'input': return symbols.feature(features[neuron], neuron);
    case 'weight': return symbols.weight(layer, neuron, source);
    case 'bias': return symbols.bias(layer, neuron);
    default: return symbols.target(neuron);
  }
}
