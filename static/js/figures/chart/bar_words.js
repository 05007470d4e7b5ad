/**
 * What one bar of an update tells, in words.
 */
import { biasKey, neuronKey, weightKey } from '../../network/keys.js';
import { formatNumber } from '../../ui/format.js';
import { said } from '../../words/sentence.js';
import { neuronName } from '../network/describe.js';

/** @typedef {import('./bar_layout.js').Bar} Bar */
/** @typedef {import('../../network/architecture.js').Architecture} Architecture */

/** A change of the server's that a frame's float32 can't hold. */
const BEYOND = '3.4·10³⁸';

/** Changes shrink with training: more digits than for values. @param {number} value */
export function changeText(value) {
  if (Number.isFinite(value)) return formatNumber(value, 4);
  return `more than ${BEYOND}${value < 0 ? ', downwards' : ''}`;
}

/** The key of what a bar tells. @param {Bar} bar @param {boolean} summed */
export function barKey({ group: { layer, neuron }, source }, summed) {
  if (summed) return neuronKey(layer, neuron);
  return source === null ? biasKey(layer, neuron) : weightKey(layer, neuron, source);
}

/** With its sign, as it stands over a bar. @param {number} value @param {boolean} summed */
export function shortChange(value, summed) {
  if (!Number.isFinite(value)) return `${value < 0 ? '−' : '+'}∞`;
  const text = formatNumber(value, 4);
  return value > 0 && !summed ? `+${text}` : text;
}

/**
 * "weight from neuron 2 of layer 2 to neuron 1 of layer 3, by −0.0040".
 * @param {Bar} bar
 * @param {boolean} summed
 * @param {number} value
 * @param {Architecture} architecture
 */
export function barWords(bar, summed, value, architecture) {
  const { group: { layer, neuron }, source } = bar;
  const name = neuronName(layer, neuron, architecture);
  const by = changeText(value);
  const key = barKey(bar, summed);
  if (summed) return said(`weights and bias of ${name}, by ${by} in all`, { that: 'changes together', layer, neuron, by });
  const what = source === null ? `bias of ${name}` : `weight from ${neuronName(layer - 1, source, architecture)} to ${name}`;
  return said(`${what}, by ${by}`, { that: 'change', key, by });
}
