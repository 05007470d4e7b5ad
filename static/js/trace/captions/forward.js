/** @file Caption of a forward phase: a neuron's sum z, and its bend into a (F1). */

import { bendOf } from '../../network/outputs.js';
import { biasKey, neuronKey, weightKey } from '../../network/keys.js';
import { ACTIVATIONS } from '../../network/activations.js';
import { ACTIVATION_WORDS } from '../../network/choices.js';
import { said } from '../../words/sentence.js';
import { plainNumber, settle, texNumber } from '../printed.js';
import * as symbols from '../symbols.js';
import { activationTex } from './activations.js';
import { summed } from './sums.js';
import { capitalized, numberClaim, placeOf, told } from './told.js';

/** @typedef {import('../types.js').Subject} Subject */
/** @typedef {import('../types.js').Equation} Equation */

/**
 * The sum z.
 * @param {Subject} subject
 * @param {number} i   layer, 2..n
 * @param {number} k   neuron, from 0
 * @returns {Equation}
 */
export function sumEquation({ trace, architecture }, i, k) {
  const inputs = /** @type {number[]} */ (trace.activations[i - 1]);
  const weights = inputs.map((_, j) => trace.parameters[architecture.weightIndex(i, k, j)]);
  const bias = trace.parameters[architecture.biasIndex(i, k)];
  const count = inputs.length;
  const z = /** @type {number[]} */ (trace.pre_activations[i])[k];
  const { digits, sign } = settle([bias, ...weights, ...inputs], ([b, ...rest]) => {
    let sum = b;
    for (let j = 0; j < count; j++) sum += rest[j] * rest[count + j];
    return sum;
  }, { result: z });
  const number = (/** @type {string} */ key, /** @type {number} */ value) =>
    symbols.linked(key, texNumber(value, digits, { bracket: true }));
  const terms = inputs.map((a, j) => `${number(weightKey(i, k, j), weights[j])}\\cdot${number(neuronKey(i - 1, j), a)}`);
  return {
    formula: `${symbols.preActivation(i, k)} = ${symbols.bias(i, k)} + {\\textstyle\\sum_j} w^{${i - 1},${i}}_{j,${k + 1}}\\, a^{${i - 1}}_j`,
    calculations: [summed(symbols.preActivation(i, k), [number(biasKey(i, k), bias), ...terms], texNumber(z), { sign })],
  };
}

/**
 * Its bend into a: z as printed gives a as printed.
 * @param {Subject} subject
 * @param {number} i   layer, 2..n
 * @param {number} k   neuron, from 0
 * @returns {Equation}
 */
export function bendEquation({ trace, architecture, experiment }, i, k) {
  const z = /** @type {number[]} */ (trace.pre_activations[i]);
  const a = /** @type {number[]} */ (trace.activations[i])[k];
  const name = i === architecture.layers ? bendOf(experiment.output) : experiment.activation;
  /** @param {string} bend in symbols @param {string} factors @param {import('../printed.js').Settled['sign']} sign @returns {Equation} */
  const equation = (bend, factors, sign) => ({
    formula: `${symbols.activation(i, k)} = ${bend}`,
    calculations: [{ symbol: symbols.activation(i, k), factors, sign, result: texNumber(a) }],
  });
  if (name === 'softmax') {
    const { digits, sign } = settle(z, (printed) => {
      // Taking z_k off every exponent leaves the quotient as it is, and e^z within what a computer can hold.
      return 1 / printed.reduce((sum, value) => sum + Math.exp(value - printed[k]), 0);
    }, { result: a });
    const below = z.map((value) => `e^{${texNumber(value, digits)}}`).join(' + ');
    return equation(`\\frac{e^{${symbols.preActivation(i, k)}}}{\\sum_m e^{z^{${i}}_m}}`, `\\frac{e^{${texNumber(z[k], digits)}}}{${below}}`, sign);
  }
  const { digits, sign } = settle([z[k]], ([printed]) => ACTIVATIONS[name].value(printed), { result: a });
  const bent = (/** @type {string} */ of) => activationTex(name, of);
  return equation(bent(symbols.preActivation(i, k)), bent(texNumber(z[k], digits)), sign);
}

/**
 * What becomes of the sum.
 * @param {Subject['experiment']['activation'] | 'softmax'} name
 * @param {number} z
 */
function bendSentence(name, z) {
  if (name === 'softmax') return said('Softmax turns the sums of all output neurons into shares between 0 and 1 that add up to 1.');
  if (name === 'linear') return said('This neuron does not bend its sum: its activation is the sum itself.', { that: 'a is z' });
  const { title, below } = ACTIVATION_WORDS[name];
  if (below === null) return said(`Then ${title} bends the sum z into the activation a.`);
  if (z > 0) {
    return said(`Then ${title} lets the sum through as it is, since it is above 0.`, { that: 'a is z' }, { that: 'z above 0', is: true });
  }
  return said(`Then ${title} ${below}.`, { that: 'z above 0', is: false });
}

/**
 * @param {Subject} subject
 * @param {number} i   layer, 2..n
 * @param {number} k   neuron, from 0
 */
export function forwardCaption(subject, i, k) {
  const { trace, architecture, experiment } = subject;
  const name = i === architecture.layers ? bendOf(experiment.output) : experiment.activation;
  const z = /** @type {number[]} */ (trace.pre_activations[i])[k];
  const a = /** @type {number[]} */ (trace.activations[i])[k];
  const where = capitalized(placeOf(i, k, architecture.layers));
  const sources = architecture.sizes[i - 2];
  return told({
    title: said(`${where} adds up what reaches it`),
    sentences: [
      said(sources === 1
        ? 'The one activation of the layer before arrives multiplied by the weight of its wire; the bias is added.'
        : 'Each activation of the layer before arrives multiplied by the weight of its wire; the bias is added.',
      { that: 'arrive', layer: i, wires: sources }),
      bendSentence(name, z),
    ],
    spoken: said(`${where}: the sum z is ${plainNumber(z)}, the activation a is ${plainNumber(a)}.`,
      numberClaim('z', z, { layer: i, neuron: k }), numberClaim('a', a, { layer: i, neuron: k })),
  }, [sumEquation(subject, i, k), bendEquation(subject, i, k)]);
}
