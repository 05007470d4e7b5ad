/** @file Which elements of a figure the symbols with the indices i, j and k stand for, given the weight that is chosen. */

import { COST_KEY, biasKey, layerKey, neuronKey, parseKey, weightKey } from '../network/keys.js';

/** @typedef {import('./reader.js').Chosen} Chosen */

/** @template T @param {number} count @param {(index: number) => T} make */
const each = (count, make) => Array.from({ length: count }, (_, index) => make(index));

/** All weights into a layer. @param {readonly number[]} sizes @param {number} layer */
const weightsInto = (sizes, layer) =>
  each(sizes[layer - 2], (source) => each(sizes[layer - 1], (neuron) => weightKey(layer, neuron, source))).flat();

/**
 * By the `data-kind` of a symbol: its elements' keys. The chosen weight leads from neuron j of layer i − 1 to neuron k of layer i.
 * @type {Record<string, (chosen: Chosen, sizes: readonly number[]) => string[]>}
 */
const KINDS = {
  w: ({ layer, neuron, source }) => [weightKey(layer, neuron, source)],
  gw: ({ layer, neuron, source }) => [weightKey(layer, neuron, source)],
  b: ({ layer, neuron }) => [biasKey(layer, neuron)],
  gb: ({ layer, neuron }) => [biasKey(layer, neuron)],
  a: ({ layer, neuron }) => [neuronKey(layer, neuron)],
  z: ({ layer, neuron }) => [neuronKey(layer, neuron)],
  d: ({ layer, neuron }) => [neuronKey(layer, neuron)],
  s: ({ layer, source }) => [neuronKey(layer - 1, source)],
  dn: ({ layer }, sizes) => each(sizes[layer] ?? 0, (m) => neuronKey(layer + 1, m)),
  wn: ({ layer, neuron }, sizes) => each(sizes[layer] ?? 0, (m) => weightKey(layer + 1, m, neuron)),
  C: () => [COST_KEY],
  x: (_, sizes) => each(sizes[0], (j) => neuronKey(1, j)),
  y: (_, sizes) => each(sizes[sizes.length - 1], (j) => `y:${j}`),
  // Whole layers, in (F1): from layer i − 1 to layer i.
  av: ({ layer }) => [layerKey(layer - 1)],
  wv: ({ layer }, sizes) => weightsInto(sizes, layer),
  bv: ({ layer }, sizes) => each(sizes[layer - 1], (k) => biasKey(layer, k)),
  zv: ({ layer }) => [layerKey(layer)],
  anv: ({ layer }) => [layerKey(layer)],
  // Whole layers, in (B2): from layer i + 1 back to layer i.
  dv: ({ layer }) => [layerKey(layer)],
  zvi: ({ layer }) => [layerKey(layer)],
  wb: ({ layer }, sizes) => (layer < sizes.length ? weightsInto(sizes, layer + 1) : []),
  dnv: ({ layer }, sizes) => (layer < sizes.length ? [layerKey(layer + 1)] : []),
};

/**
 * @param {string} kind
 * @param {Chosen} chosen
 * @param {readonly number[]} sizes
 * @returns {string[]}
 */
export const keysOfKind = (kind, chosen, sizes) => KINDS[kind]?.(chosen, sizes) ?? [];

/**
 * The weight that an element of the figure chooses: itself, or one of the neuron's own.
 * @param {string} key
 * @param {readonly number[]} sizes
 * @returns {Chosen | null} null where the element has no weight, such as an input
 */
export function chosenBy(key, sizes) {
  const element = parseKey(key, sizes.length);
  if (!element || element.layer < 2 || element.kind === 'layer' || element.kind === 'target') return null;
  return { layer: element.layer, neuron: element.neuron, source: Math.max(0, element.source) };
}

/**
 * One name for every element: a pre-activation and a blame lie at their neuron.
 * @param {string} key
 * @param {readonly number[]} sizes
 */
export function normalized(key, sizes) {
  const element = parseKey(key, sizes.length);
  return element?.kind === 'neuron' ? neuronKey(element.layer, element.neuron) : key;
}
