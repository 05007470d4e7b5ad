/**
 * How strongly each element is drawn when the reader's eye is led: by a selected element, or by a phase of
 * a pass.
 */

import { biasKey, layerKey, neuronKey, parseKey, weightKey } from '../../network/keys.js';

/** @typedef {import('./layout.js').NetworkLayout} NetworkLayout */
/** @typedef {import('./scene.js').NetworkScene} NetworkScene */
/** @typedef {import('./scene.js').Dim} Dim */

/**
 * @typedef {object} Emphasis
 * @property {Float32Array} wires opacity of each wire
 * @property {number[][]} neurons opacity of each neuron, by layer (from 0 for layer 1)
 * @property {ReadonlySet<string>} strong neurons that are drawn with a strong edge
 */

const REST = 0.1;
const RELATED = 0.22;
const NEURON_REST = 0.28;

/**
 * Opacities around a selected element: what it touches stays, its relatives stay faintly visible, the rest fades.
 * @param {string} selected @param {NetworkLayout} layout @returns {Emphasis | null}
 */
function aroundSelected(selected, { sizes, wires }) {
  const element = parseKey(selected, sizes.length);
  if (!element || !['weight', 'bias', 'neuron'].includes(element.kind)) return null;
  const { kind, layer, neuron, source } = element;
  const strong = new Set([neuronKey(layer, neuron)]);
  if (kind === 'weight') strong.add(neuronKey(layer - 1, source));
  const opacity = new Float32Array(wires.count).fill(REST);
  for (let wire = 0; wire < wires.count; wire += 1) {
    const into = wires.layer[wire] === layer && wires.neuron[wire] === neuron;
    if (kind === 'weight') {
      const from = wires.layer[wire] === layer && wires.source[wire] === source;
      if (into || from) opacity[wire] = into && from ? 1 : RELATED;
    } else if (into) {
      opacity[wire] = kind === 'neuron' ? 1 : RELATED;
    } else if (kind === 'neuron' && wires.layer[wire] === layer + 1 && wires.source[wire] === neuron) {
      opacity[wire] = 1;
    }
  }
  const neurons = sizes.map((size, at) =>
    Array.from({ length: size }, (_, j) => (strong.has(neuronKey(at + 1, j)) ? 1 : NEURON_REST)));
  return { wires: opacity, neurons, strong };
}

/** @param {Dim} dim @param {NetworkLayout} layout @returns {Emphasis} */
function byKeys({ rest, keep, strong = new Set() }, { sizes, wires }) {
  const opacity = new Float32Array(wires.count);
  for (let wire = 0; wire < wires.count; wire += 1) {
    opacity[wire] = keep.get(weightKey(wires.layer[wire], wires.neuron[wire], wires.source[wire])) ?? rest;
  }
  const neurons = sizes.map((size, at) => Array.from({ length: size }, (_, j) =>
    keep.get(neuronKey(at + 1, j)) ?? keep.get(layerKey(at + 1)) ?? Math.max(rest, NEURON_REST)));
  return { wires: opacity, neurons, strong };
}

/**
 * @param {Pick<NetworkScene, 'selected' | 'dim'>} scene
 * @param {NetworkLayout} layout
 * @returns {Emphasis | null} null when everything is drawn as usual
 */
export function emphasisOf({ selected, dim }, layout) {
  if (dim) return byKeys(dim, layout);
  return selected ? aroundSelected(selected, layout) : null;
}

/**
 * Keys of the wires and the bias that meet in a neuron, in the order a reader walks them: from the layer
 * before, then the bias, then to the layer after.
 * @param {readonly number[]} sizes @param {number} layer @param {number} neuron
 */
export function wiresOf(sizes, layer, neuron) {
  const count = (/** @type {number} */ i) => Array.from({ length: sizes[i - 1] ?? 0 }, (_, index) => index);
  const into = layer === 1 ? [] : count(layer - 1).map((source) => weightKey(layer, neuron, source));
  const bias = layer === 1 ? [] : [biasKey(layer, neuron)];
  return [...into, ...bias, ...count(layer + 1).map((to) => weightKey(layer + 1, to, neuron))];
}
