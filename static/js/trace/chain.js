/**
 * @file The chain of factors of one partial derivative, from the parameter to the output: each factor with its symbol, its
 * number and what it is in words (B1, B2, B3, B4).
 */

import { ACTIVATION_WORDS } from '../network/choices.js';
import * as symbols from './symbols.js';

/** @typedef {import('./types.js').PassSubject} Subject */
/** @typedef {{layer: number, neuron: number, source: number | null}} Parameter */

/**
 * @typedef {Object} Factor
 * @property {string} tex
 * @property {number} value
 * @property {string} words
 * @property {boolean} backward   it is a derivative of the cost
 */

/**
 * @typedef {Object} Path   one way by which blame comes back into a neuron
 * @property {Factor} weight   of the wire
 * @property {Factor} delta    of the neuron at its other end
 * @property {{layer: number, neuron: number}} from   that neuron
 */

/**
 * δ of a neuron, taken apart: at a hidden neuron its slope times the sum over its paths.
 * @typedef {Object} Blame
 * @property {Factor} delta
 * @property {Factor | null} slope   null at the output
 * @property {Factor | null} sum     null at the output
 */

/** @param {string} tex @param {number} value @param {string} words @param {boolean} [backward] @returns {Factor} */
const factor = (tex, value, words, backward = false) => ({ tex, value, words, backward });

/** @param {(number[] | null)[]} list @param {number} layer @param {number} neuron */
const at = (list, layer, neuron) => /** @type {number[]} */ (list[layer])[neuron];

/**
 * The last factor of the chain rule: what came in through a weight; null for a bias, through which a constant 1 comes in.
 * @param {Subject} subject
 * @param {Parameter} parameter
 * @returns {Factor | null}
 */
export function incomingOf({ trace }, { layer, source }) {
  if (source === null) return null;
  return factor(symbols.activation(layer - 1, source), at(trace.activations, layer - 1, source), 'what came in');
}

/**
 * ∂C/∂w or ∂C/∂b (B3, B4).
 * @param {Subject} subject
 * @param {Parameter} parameter
 * @returns {Factor}
 */
export function derivativeOf({ trace }, parameter) {
  const { layer, neuron, source } = parameter;
  const delta = at(trace.deltas, layer, neuron);
  const value = source === null ? delta : at(trace.activations, layer - 1, source) * delta;
  return factor(symbols.derivativeInLine(parameter), value, `cost per unit of ${source === null ? 'bias' : 'weight'}`, true);
}

/**
 * @param {Subject} subject
 * @param {number} layer   i, 2..n
 * @param {number} neuron   k, from 0
 * @returns {Blame}
 */
export function blameOf(subject, layer, neuron) {
  const { trace, architecture, experiment } = subject;
  const delta = factor(symbols.delta(layer, neuron), at(trace.deltas, layer, neuron), 'blame', true);
  if (layer === architecture.layers) {
    return { delta, slope: null, sum: null };
  }
  const { title } = ACTIVATION_WORDS[experiment.activation];
  const slope = factor(
    `\\sigma'(${symbols.preActivation(layer, neuron)})`, at(trace.slopes, layer, neuron), `slope of ${title}`);
  const sum = factor(
    `\\textstyle\\sum_m w^{${layer},${layer + 1}}_{${neuron + 1},m}\\,\\delta^{${layer + 1}}_m`,
    pathsOf(subject, layer, neuron).reduce((total, { weight, delta: share }) => total + weight.value * share.value, 0), // (B2)
    layer + 1 === architecture.layers ? 'blame from the output' : `blame from layer ${layer + 1}`, true);
  return { delta, slope, sum };
}

/**
 * The paths by which blame comes into a hidden neuron, one from each neuron of the next layer.
 * @param {Subject} subject
 * @param {number} layer
 * @param {number} neuron
 * @returns {Path[]}
 */
export function pathsOf({ trace, architecture }, layer, neuron) {
  return /** @type {number[]} */ (trace.deltas[layer + 1]).map((delta, next) => ({
    weight: factor(
      symbols.weight(layer + 1, next, neuron),
      trace.parameters[architecture.weightIndex(layer + 1, next, neuron)], 'weight of the wire'),
    delta: factor(symbols.delta(layer + 1, next), delta, 'blame', true),
    from: { layer: layer + 1, neuron: next },
  }));
}
