/**
 * Where the arrow keys lead on the network: plain arrows from neuron to neuron, Shift with arrows along
 * its wires.
 */

import { COST_KEY, neuronKey, parseKey } from '../../network/keys.js';
import { wiresOf } from './emphasis.js';

/** @typedef {'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'} Arrow */

/** @param {string} text @returns {text is Arrow} */
export const isArrow = (text) => ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].includes(text);

/**
 * The neuron at about the same height in another layer.
 * @param {readonly number[]} sizes @param {number} layer @param {number} neuron @param {number} to
 */
function acrossTo(sizes, layer, neuron, to) {
  const share = (neuron + 0.5) / sizes[layer - 1];
  return neuronKey(to, Math.min(sizes[to - 1] - 1, Math.floor(share * sizes[to - 1])));
}

/**
 * The element that an arrow leads to from a neuron or the cost; itself at the rim.
 * @param {string} key
 * @param {Arrow} arrow
 * @param {readonly number[]} sizes
 * @param {boolean} cost whether there is a cost column
 * @returns {string}
 */
export function step(key, arrow, sizes, cost) {
  const element = parseKey(key, sizes.length);
  if (!element) return neuronKey(1, 0);
  if (element.kind === 'cost') return arrow === 'ArrowLeft' ? neuronKey(sizes.length, 0) : key;
  const { layer, neuron } = element;
  switch (arrow) {
    case 'ArrowUp': return neuronKey(layer, Math.max(0, neuron - 1));
    case 'ArrowDown': return neuronKey(layer, Math.min(sizes[layer - 1] - 1, neuron + 1));
    case 'ArrowLeft': return layer === 1 ? key : acrossTo(sizes, layer, neuron, layer - 1);
    default:
      if (layer < sizes.length) return acrossTo(sizes, layer, neuron, layer + 1);
      return cost ? COST_KEY : key;
  }
}

/**
 * The next of the wires and the bias of a neuron, round and round; Left begins with what comes in, Right
 * with what goes out.
 * @param {string} neuron key of the neuron whose wires are walked
 * @param {string} key where the walk stands: that neuron itself, or one of its wires
 * @param {Arrow} arrow
 * @param {readonly number[]} sizes
 * @returns {string}
 */
export function stepWire(neuron, key, arrow, sizes) {
  const element = parseKey(neuron, sizes.length);
  if (!element || element.kind !== 'neuron') return key;
  const wires = wiresOf(sizes, element.layer, element.neuron);
  const at = wires.indexOf(key);
  const incoming = element.layer === 1 ? 0 : sizes[element.layer - 2] + 1;
  if (arrow === 'ArrowLeft') return wires[0];
  if (arrow === 'ArrowRight') return wires[incoming] ?? wires[0];
  if (at < 0) return arrow === 'ArrowDown' ? wires[0] : wires[wires.length - 1];
  return wires[(at + (arrow === 'ArrowDown' ? 1 : -1) + wires.length) % wires.length];
}

/**
 * A key that still exists after the network changed: itself, or the nearest neuron.
 * @param {string} key
 * @param {readonly number[]} sizes
 */
export function nearestKey(key, sizes) {
  const element = parseKey(key, sizes.length);
  if (!element || element.kind === 'cost' || element.kind === 'layer') return element ? key : neuronKey(1, 0);
  const layer = Math.min(element.layer, sizes.length);
  const exists = element.layer === layer && element.neuron < sizes[layer - 1]
    && (element.kind !== 'weight' || element.source < sizes[layer - 2]);
  return exists ? key : neuronKey(layer, Math.min(element.neuron, sizes[layer - 1] - 1));
}
