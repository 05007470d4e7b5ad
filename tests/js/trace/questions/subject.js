/** @file A trace 2-3-2 with blames and an update that are chosen for a test of questions. */

import { Architecture } from '../../../../static/js/network/architecture.js';

/** The weight from input 2 to neuron 3 of layer 2: the block has a row for each input, with three weights. */
export const WEIGHT = 3 + 2;
/** θ where nothing else is said. */
const START = 0.5;

/**
 * @typedef {object} Given by index of θ, what differs
 * @property {number[]} [deltas] of layer 2
 * @property {number[]} [slopes] of layer 2
 * @property {number[]} [outputs] δ of layer 3
 * @property {Record<number, number>} [change]
 * @property {Record<number, number>} [gradient]
 * @property {Record<string, Record<number, number>>} [memory] of the optimizer, before the update
 * @property {Record<number, number>} [parameters]
 * @property {Record<string, any>} [experiment]
 * @property {number} [step]
 * @property {number} [samples] of the batch
 * @property {boolean} [isTest]
 */

/** @param {Given} given @returns {import('../../../../static/js/trace/types.js').Subject} */
export function subject({
  deltas = [0.3, -0.9, 0.2], slopes = [1, 1, 1], outputs = [0.4, -0.1], change = {}, gradient = {}, memory = {}, parameters = {},
  experiment: settings = {}, step = 0, samples = 10, isTest = false,
}) {
  /** @type {any} only what questions look at */
  const experiment = {
    features: ['x1', 'x2'], hidden: [3], task: 'classification', classes: 2, activation: 'tanh', output: 'sigmoid',
    cost: 'cross_entropy', ...settings,
  };
  const architecture = new Architecture(experiment);
  const vector = (/** @type {Record<number, number>} */ entries, base = new Float64Array(architecture.parameterCount)) => {
    const filled = Float64Array.from(base);
    for (const [index, value] of Object.entries(entries)) filled[Number(index)] += value;
    return filled;
  };
  const theta = new Float64Array(architecture.parameterCount).fill(START);
  for (const [index, value] of Object.entries(parameters)) theta[Number(index)] = value;
  const kept = Object.fromEntries(Object.entries(memory).map(([name, entries]) => [name, vector(entries)]));
  /** @type {any} */
  const trace = {
    step, point: { id: 0 }, parameters: theta,
    activations: [null, [1, 2], [0, 0, 0], outputs.map((delta, k) => delta + k)], target: [0, 1],
    deltas: [null, null, deltas, outputs], slopes: [null, null, slopes, null],
    update: isTest ? null : { after: vector(change, theta), state_before: kept },
    batch: isTest ? null : { gradient: vector(gradient), ids: Array.from({ length: samples }, (_, id) => id) },
  };
  return { trace, architecture, experiment };
}

/** @param {number} layer */
export const backward = (layer) => ({ kind: /** @type {const} */ ('backward'), layer });
export const UPDATE = { kind: /** @type {const} */ ('update'), layer: 0 };
