/**
 * @file What a neuron collects, as a ledger: a row for each wire with what it carries, their sum, and what becomes of it. Every
 * row and the sum reckon up as printed.
 */

import { FEATURE_WORDS } from '../network/choices.js';
import { biasKey, neuronKey, weightKey } from '../network/keys.js';
import { plainNumber, settle } from './printed.js';

/** @typedef {import('./types.js').PassSubject} Subject */
/** @typedef {{text: string, key: string | null}} Cell a number as printed; the element that it is of */

/**
 * @typedef {object} Row
 * @property {string} name of the neuron at the wire's other end
 * @property {Cell} weight
 * @property {Cell} carried what came to the wire: blame, or an activation
 * @property {string} share their product, as printed
 * @property {number} value of the product
 */

/**
 * @typedef {object} Ledger
 * @property {boolean} backward
 * @property {[string, string, string, string]} heads of the columns
 * @property {Row[]} rows
 * @property {{count: number, share: string, value: number} | null} others added up, where there are too many
 * @property {{key: string, share: string, value: number} | null} bias
 * @property {{name: string, text: string, sign: '=' | '≈', value: number}} sum
 * @property {{name: string, factor: string, text: string, sign: '=' | '≈', value: number} | null} result
 */

/** More wires than this are not all listed: then the largest, and the others added up. */
const ALL = 6;
const LARGEST = 5;

const total = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0);
const product = (/** @type {number[]} */ factors) => factors.reduce((result, value) => result * value, 1);
const signOf = (/** @type {import('./printed.js').Settled} */ { sign }) => /** @type {'=' | '≈'} */ (sign === '=' ? '=' : '\u2248');

/** @typedef {{name: string, weight: {value: number, key: string}, carried: {value: number, key: string}}} Wire */

/**
 * Which wires are listed, in their order.
 * @param {readonly Wire[]} wires
 */
function listed(wires) {
  const values = wires.map(({ weight, carried }) => weight.value * carried.value);
  if (wires.length <= ALL) return { shown: wires.map((_, at) => at), values };
  const sizes = values.map((value, at) => ({ at, size: Math.abs(value) })).sort((one, other) => other.size - one.size || one.at - other.at);
  return { shown: sizes.slice(0, LARGEST).map(({ at }) => at).sort((one, other) => one - other), values };
}

/**
 * Rows, others and bias, printed with as many digits as it takes for them to give their sum.
 * @param {readonly Wire[]} wires
 * @param {{value: number, key: string} | null} bias
 * @param {number} sum as it was calculated
 * @param {number} [digits] that the sum is printed with
 */
function reckon(wires, bias, sum, digits) {
  const { shown, values } = listed(wires);
  const rest = total(values.filter((_, at) => !shown.includes(at)));
  const hasOthers = shown.length < wires.length;
  const parts = [...shown.map((at) => values[at]), ...(hasOthers ? [rest] : []), ...(bias ? [bias.value] : [])];
  const settled = settle(parts, total, { digits, result: sum });
  const printed = (/** @type {number} */ value) => plainNumber(value, settled.digits);
  return {
    rows: shown.map((at) => {
      const { name, weight, carried } = wires[at];
      const factors = settle([weight.value, carried.value], product, { digits: settled.digits });
      return {
        name, value: values[at], share: printed(values[at]),
        weight: { key: weight.key, text: plainNumber(weight.value, factors.digits) },
        carried: { key: carried.key, text: plainNumber(carried.value, factors.digits) },
      };
    }),
    others: hasOthers ? { count: wires.length - shown.length, share: printed(rest), value: rest } : null,
    bias: bias && { key: bias.key, share: printed(bias.value), value: bias.value },
    sum: { text: plainNumber(sum, digits), sign: signOf(settled), value: sum },
  };
}

/**
 * The blame of a hidden neuron (B2).
 * @param {Subject} subject
 * @param {number} layer 2..n-1
 * @param {number} neuron from 0
 * @returns {Ledger}
 */
export function blameLedger({ trace, architecture }, layer, neuron) {
  const deltas = /** @type {number[]} */ (trace.deltas[layer + 1]);
  const wires = deltas.map((delta, next) => ({
    name: `Neuron ${next + 1}`,
    weight: { value: trace.parameters[architecture.weightIndex(layer + 1, next, neuron)], key: weightKey(layer + 1, next, neuron) },
    carried: { value: delta, key: `d:${layer + 1}:${next}` },
  }));
  const slope = /** @type {number[]} */ (trace.slopes[layer])[neuron];
  const delta = /** @type {number[]} */ (trace.deltas[layer])[neuron];
  const sum = total(wires.map(({ weight, carried }) => weight.value * carried.value));
  const bent = settle([slope, sum], product, { result: delta });
  const reckoned = reckon(wires, null, sum, bent.digits);
  return {
    ...reckoned, backward: true, heads: ['sent back by', 'wire', 'its blame', 'share'], sum: { ...reckoned.sum, name: 'together' },
    result: { name: 'times its slope', factor: plainNumber(slope, bent.digits), text: plainNumber(delta), sign: signOf(bent), value: delta },
  };
}

/**
 * The sum of a neuron (F1).
 * @param {Subject} subject
 * @param {number} layer 2..n
 * @param {number} neuron from 0
 * @returns {Ledger}
 */
export function sumLedger({ trace, architecture }, layer, neuron) {
  const inputs = /** @type {number[]} */ (trace.activations[layer - 1]);
  const wires = inputs.map((activation, source) => ({
    name: layer === 2 ? FEATURE_WORDS[architecture.features[source]].spoken : `Neuron ${source + 1}`,
    weight: { value: trace.parameters[architecture.weightIndex(layer, neuron, source)], key: weightKey(layer, neuron, source) },
    carried: { value: activation, key: neuronKey(layer - 1, source) },
  }));
  const bias = { value: trace.parameters[architecture.biasIndex(layer, neuron)], key: biasKey(layer, neuron) };
  const reckoned = reckon(wires, bias, /** @type {number[]} */ (trace.pre_activations[layer])[neuron]);
  return {
    ...reckoned, backward: false, heads: ['sent by', 'wire', 'says', 'brings'], sum: { ...reckoned.sum, name: 'together, z' }, result: null,
  };
}

/**
 * The ledger of a phase; null where nothing is collected over wires.
 * @param {Subject} subject
 * @param {import('./types.js').Phase} phase
 * @param {number} neuron that is looked at
 */
export function ledgerOf(subject, { kind, layer }, neuron) {
  if (kind === 'forward') return sumLedger(subject, layer, neuron);
  return kind === 'backward' && layer < subject.architecture.layers ? blameLedger(subject, layer, neuron) : null;
}
