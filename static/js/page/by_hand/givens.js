/**
 * The numbers that an exercise begins with: inputs, weights, biases, a target, each typed into a field of its own.
 */
import { biasKey, neuronKey, weightKey } from '../../network/keys.js';
import { encodeVector } from '../../network/parameters.js';
import { typedNumber } from '../../ui/parse.js';
import { experimentOf } from './setup.js';

/** @typedef {import('../../network/architecture.js').Architecture} Architecture */
/** @typedef {import('./setup.js').Setup} Setup */

/**
 * @typedef {object} Given
 * @property {string} key of its element in the figure
 * @property {'input' | 'weight' | 'bias' | 'target'} kind
 * @property {number} layer
 * @property {number} neuron
 * @property {number} source of a weight
 * @property {number} largest greatest magnitude
 */

/** A number by the key of each given; for the target of a classification its class. @typedef {ReadonlyMap<string, number>} Values */

export const TARGET_KEY = 'y:0';
/** What points and targets may be, as the protocol has it; beyond the last, sums overflow sooner or later. */
const LARGEST = { input: 100, target: 10, weight: 1e6, bias: 1e6 };

/** @param {number} count */
const upTo = (count) => Array.from({ length: count }, (_, index) => index);

/**
 * The givens in the order in which a pass meets them, by layer: those of the input, of each layer, of the target.
 * @param {Architecture} architecture
 * @returns {Given[][]}
 */
export function givensOf({ sizes, layers, task }) {
  /** @param {Given['kind']} kind @param {string} key @param {number} layer @param {number} neuron @param {number} [source]
   *  @returns {Given} */
  const given = (kind, key, layer, neuron, source = -1) => ({ key, kind, layer, neuron, source, largest: LARGEST[kind] });
  const groups = [upTo(sizes[0]).map((neuron) => given('input', neuronKey(1, neuron), 1, neuron))];
  for (let layer = 2; layer <= layers; layer += 1) {
    groups.push(upTo(sizes[layer - 1]).flatMap((neuron) => [
      ...upTo(sizes[layer - 2]).map((source) =>
        given('weight', weightKey(layer, neuron, source), layer, neuron, source)),
      given('bias', biasKey(layer, neuron), layer, neuron),
    ]));
  }
  return task === 'regression' ? [...groups, [given('target', TARGET_KEY, layers, 0)]] : groups;
}

/** @param {Architecture} architecture @param {Values} values of all givens @returns {Float64Array} θ */
export function parametersOf(architecture, values) {
  const parameters = new Float64Array(architecture.parameterCount);
  for (const { key, kind, layer, neuron, source } of givensOf(architecture).flat()) {
    const value = /** @type {number} */ (values.get(key));
    if (kind === 'weight') parameters[architecture.weightIndex(layer, neuron, source)] = value;
    if (kind === 'bias') parameters[architecture.biasIndex(layer, neuron)] = value;
  }
  return parameters;
}

/**
 * Exactly this network with one point.
 * @param {Setup} setup
 * @param {Architecture} architecture
 * @param {Values} values
 * @returns {import('../../types.js').Checkpoint}
 */
export function checkpointOf(setup, architecture, values) {
  const of = (/** @type {string} */ key) => /** @type {number} */ (values.get(key));
  return {
    version: 1,
    experiment: experimentOf(setup),
    points: [{ id: 0, x1: of(neuronKey(1, 0)), x2: of(neuronKey(1, 1)), target: of(TARGET_KEY), test: false }],
    progress: { step: 0, epoch: 0, batch: 0, parameters: encodeVector(parametersOf(architecture, values)), optimizer: {} },
  };
}

/** The numbers of the article's worked example. @type {ReadonlyMap<string, string>} */
export const FIRST_NUMBERS = new Map(Object.entries({
  'x:0': '1', 'x:1': '2',
  'w:2:0:0': '0.5', 'w:2:0:1': '-0.25', 'b:2:0': '0.5', 'w:2:1:0': '-1', 'w:2:1:1': '0.5', 'b:2:1': '-1',
  'w:3:0:0': '1', 'w:3:0:1': '-0.5', 'b:3:0': '0', 'w:3:1:0': '0.5', 'w:3:1:1': '1', 'b:3:1': '0.25',
  [TARGET_KEY]: '1',
}).map(([key, text]) => [key, text.replace('-', '\u2212')]));

/** Steps of the numbers that are drawn, and how many of them away from 0 they go. */
const DRAWN = {
  input: { step: 0.5, most: 4 }, weight: { step: 0.25, most: 6 }, bias: { step: 0.25, most: 4 }, target: { step: 0.5, most: 4 },
};

/**
 * A round number for a given, as typed: halves or quarters, never a weight or an input of 0, which would hide a factor.
 * @param {Given['kind']} kind
 * @param {() => number} random from 0 up to 1
 * @returns {string}
 */
export function roundNumber(kind, random) {
  const { step, most } = DRAWN[kind];
  const size = kind === 'bias' ? Math.floor(random() * (most + 1)) : 1 + Math.floor(random() * most);
  return typedNumber(size === 0 ? 0 : step * size * (random() < 0.5 ? -1 : 1));
}

/**
 * New round numbers for all givens.
 * @param {Architecture} architecture
 * @param {number} classes
 * @param {() => number} random
 * @returns {Map<string, string>} texts by key
 */
export function roundNumbers(architecture, classes, random) {
  const texts = new Map(givensOf(architecture).flat().map(({ key, kind }) => [key, roundNumber(kind, random)]));
  if (architecture.task === 'classification') texts.set(TARGET_KEY, String(Math.floor(random() * classes)));
  return texts;
}
