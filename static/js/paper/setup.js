/**
 * @file A network for paper: its shape, its cost, what learns in it; and the numbers that are given with it.
 */
import { MOMENTUM, RATE, biasKey, inputKey, targetKey, velocityOf, weightKey } from './keys.js';

/**
 * @typedef {object} Setup
 * @property {number[]} sizes neurons of each layer, the inputs first
 * @property {string[]} activations of layers 2, 3, …
 * @property {string} cost a name of costs.js; "none": forward only
 * @property {'layer' | 'neuron' | 'none'} biases one for each layer, one for each neuron, or none
 * @property {boolean} biasesLearn
 * @property {'plain' | 'momentum'} optimizer
 * @property {number} points how many points make the batch
 */

/** By key: inputs, targets, weights, biases, rate, momentum, velocities. @typedef {Record<string, number>} Numbers */

export const MOST = { inputs: 4, hiddenLayers: 3, neurons: 4, outputs: 4, points: 4 };

/** @param {number} count */
export const range = (count) => Array.from({ length: count }, (_, index) => index);
/** The output layer's number. @param {Setup} setup */
export const layersOf = ({ sizes }) => sizes.length;
/** @param {Setup} setup @param {number} layer 2, 3, … */
export const activationOf = ({ activations }, layer) => activations[layer - 2];
/** Layers that have weights. @param {Setup} setup */
export const laterLayers = ({ sizes }) => range(sizes.length - 1).map((at) => at + 2);

/** @param {Setup} setup @returns {string[]} in the order in which sources print them: layer, neuron, source */
export const weightKeys = (setup) => laterLayers(setup).flatMap((layer) => range(setup.sizes[layer - 1]).flatMap((k) =>
  range(setup.sizes[layer - 2]).map((j) => weightKey(layer, k, j))));

/** The bias that a neuron adds, if any. @param {Setup} setup @param {number} layer @param {number} k */
export const biasOf = ({ biases }, layer, k) => (biases === 'none' ? null : biasKey(layer, biases === 'layer' ? 0 : k));

/** @param {Setup} setup @returns {string[]} each once */
export const biasKeys = (setup) => [...new Set(laterLayers(setup).flatMap((layer) =>
  range(setup.sizes[layer - 1]).flatMap((k) => biasOf(setup, layer, k) ?? [])))];

/** What an update changes. @param {Setup} setup */
export const parameterKeys = (setup) => [...weightKeys(setup), ...(setup.biasesLearn ? biasKeys(setup) : [])];

/** @param {Setup} setup */
export const inputKeys = ({ sizes, points }) => range(points).flatMap((point) => range(sizes[0]).map((j) => inputKey(point, j)));
/** @param {Setup} setup */
export const targetKeys = (setup) => (setup.cost === 'none' ? [] : range(setup.points).flatMap((point) =>
  range(setup.sizes[layersOf(setup) - 1]).map((k) => targetKey(point, k))));

/** Everything that has to be given. @param {Setup} setup */
export const givenKeys = (setup) => [
  ...inputKeys(setup), ...targetKeys(setup), ...weightKeys(setup), ...biasKeys(setup),
  ...(setup.cost === 'none' ? [] : [RATE]),
  ...(setup.optimizer === 'momentum' ? [MOMENTUM, ...parameterKeys(setup).map(velocityOf)] : []),
];

/** What stands where nothing is known yet. @param {string} key */
export function firstNumber(key) {
  if (key === RATE) return 0.5;
  if (key === MOMENTUM) return 0.9;
  return 0;
}

/** With softmax the blame is a − y only where the targets share out 1. @param {Setup} setup @param {Numbers} numbers @returns {string | null} */
export function targetsFault(setup, numbers) {
  if (setup.cost !== 'cross_entropy' || setup.sizes[setup.sizes.length - 1] === 1) return null;
  const sums = range(setup.points).map((point) => range(setup.sizes[setup.sizes.length - 1]).reduce((sum, k) => sum + (numbers[targetKey(point, k)] ?? 0), 0));
  return sums.every((sum) => Math.abs(sum - 1) < 1e-9) ? null : 'With softmax the targets of a point are shares: together they make 1. Until they do, the blame here is not that of the cost.';
}

/** A cost that this output can have: cross-entropy goes with softmax, or with one sigmoid neuron. @param {Setup} setup @returns {string | null} why it does not fit */
export function faultOf({ sizes, activations, cost }) {
  const output = activations[activations.length - 1];
  const count = sizes[sizes.length - 1];
  if (output === 'softmax' && count === 1) return 'Softmax shares 1 out among outputs: one output alone would always say 1. Take two at least, or sigmoid.';
  if (output === 'softmax' && !['cross_entropy', 'none'].includes(cost)) return 'Softmax goes with the cross-entropy here. Choose that cost, or another activation of the outputs.';
  if (cost === 'cross_entropy' && output !== 'softmax' && !(output === 'sigmoid' && count === 1)) {
    return 'The cross-entropy needs outputs that are probabilities: softmax, or one sigmoid neuron.';
  }
  return null;
}
