/** @file Caption of a forward phase: a neuron's sum z, and its bend into a (F1). */

import * as symbols from '../symbols.js';
import { biasKey, neuronKey, weightKey } from '../../figures/network/keys.js';
import { ACTIVATIONS } from '../../network/activations.js';
import { plainNumber, settle, texNumber } from '../printed.js';
import { ACTIVATION_TEX } from './activations.js';
import { sumLine } from './sums.js';

/** @typedef {import('../types.js').Subject} Subject */
/** @typedef {import('../types.js').Caption} Caption */

/**
 * The sum in numbers, and what it comes to.
 * @param {Subject} subject
 * @param {number} i
 * @param {number} k
 */
function weightedSum({ trace, architecture }, i, k) {
  const inputs = /** @type {number[]} */ (trace.activations[i - 1]);
  const weights = inputs.map((_, j) => trace.parameters[architecture.weightIndex(i, k, j)]);
  const bias = trace.parameters[architecture.biasIndex(i, k)];
  const count = inputs.length;
  const { digits } = settle([bias, ...weights, ...inputs], ([b, ...rest]) => {
    let sum = b;
    for (let j = 0; j < count; j++) sum += rest[j] * rest[count + j];
    return sum;
  });
  const z = /** @type {number[]} */ (trace.pre_activations[i])[k];
  const number = (/** @type {string} */ key, /** @type {number} */ value) =>
    symbols.linked(key, texNumber(value, digits, { bracket: true }));
  const terms = inputs.map((a, j) => `${number(weightKey(i, k, j), weights[j])}\\cdot${number(neuronKey(i - 1, j), a)}`);
  return sumLine(symbols.preActivation(i, k), [number(biasKey(i, k), bias), ...terms], texNumber(z));
}

/**
 * The bend's line in numbers: z as printed gives a as printed.
 * @param {Subject} subject
 * @param {number} i
 * @param {number} k
 */
function bendLine({ trace, architecture, experiment }, i, k) {
  const z = /** @type {number[]} */ (trace.pre_activations[i])[k];
  const name = i === architecture.layers ? experiment.output : experiment.activation;
  if (name === 'softmax') {
    const all = /** @type {number[]} */ (trace.pre_activations[i]);
    const { digits, result } = settle(all, (printed) => {
      const exponentials = printed.map(Math.exp);
      return exponentials[k] / exponentials.reduce((sum, value) => sum + value, 0);
    });
    const below = all.map((value) => `e^{${texNumber(value, digits)}}`).join(' + ');
    return `${symbols.activation(i, k)} = \\frac{e^{${texNumber(z, digits)}}}{${below}} = \\mathbf{${texNumber(result)}}`;
  }
  const { digits, result } = settle([z], ([printed]) => ACTIVATIONS[name].value(printed));
  const bent = ACTIVATION_TEX[name].value(texNumber(z, digits));
  return `${symbols.activation(i, k)} = ${bent} = \\mathbf{${texNumber(result)}}`;
}

/** @type {Record<string, string>} */
const BEND_SENTENCE = {
  softmax: 'Softmax turns the sums of all output neurons into shares that are positive and add up to 1.',
  linear: 'This neuron does not bend its sum: its activation is the sum itself.',
};

/**
 * @param {Subject} subject
 * @param {number} i   layer, 2..n
 * @param {number} k   neuron, from 0
 * @returns {Caption}
 */
export function forwardCaption(subject, i, k) {
  const { trace, architecture, experiment } = subject;
  const name = i === architecture.layers ? experiment.output : experiment.activation;
  const z = /** @type {number[]} */ (trace.pre_activations[i])[k];
  const a = /** @type {number[]} */ (trace.activations[i])[k];
  const where = i === architecture.layers ? `Output neuron ${k + 1}` : `Neuron ${k + 1} of layer ${i}`;
  const bend = name === 'softmax'
    ? `\\frac{e^{${symbols.preActivation(i, k)}}}{\\sum_m e^{z^{${i}}_m}}`
    : ACTIVATION_TEX[name].value(symbols.preActivation(i, k));
  return {
    title: `${where} adds up what reaches it`,
    sentences: [
      'Each activation of the layer before arrives multiplied by the weight of its wire; the bias is added.',
      BEND_SENTENCE[name] ?? `Then ${ACTIVATION_TEX[/** @type {'tanh'} */ (name)].name} bends the sum z into the activation a.`,
    ],
    formula: `${symbols.preActivation(i, k)} = ${symbols.bias(i, k)} + {\\textstyle\\sum_j} w^{${i - 1},${i}}_{j,${k + 1}}\\, `
      + `a^{${i - 1}}_j,\\qquad ${symbols.activation(i, k)} = ${bend}`,
    numbers: [weightedSum(subject, i, k), bendLine(subject, i, k)],
    spoken: `${where}: the sum z is ${plainNumber(z)}, the activation a is ${plainNumber(a)}.`,
  };
}
