/** @file A whole pass of one point as the trace that scenes and captions are made from. */

import { ACTIVATIONS } from '../network/activations.js';
import { softmaxCrossEntropy } from '../network/cross_entropy.js';
import { feedforward } from '../network/forward.js';
import { backpropagate, oneHot } from './backpropagate.js';

/** @typedef {import('../trace/types.js').Trace} Trace */

/**
 * @param {import('./networks.js').Network} network   with softmax and cross-entropy
 * @param {import('../types.js').Point} point
 * @returns {Trace}
 */
export function traceOf({ architecture, parameters, experiment }, point) {
  const pass = feedforward(architecture, parameters, point.x1, point.x2);
  const target = oneHot(point.target, experiment.classes);
  const { deltas, gradient } = backpropagate(architecture, parameters, pass, target);
  const slope = ACTIVATIONS[architecture.activation].slope;
  const sums = /** @type {Float64Array} */ (pass.pre_activations[architecture.layers]);
  const lists = (/** @type {(Float64Array | null)[]} */ vectors) => vectors.map((vector) => vector && Array.from(vector));
  return {
    revision: 0,
    step: 0,
    epoch: 0,
    point,
    target,
    activations: lists(pass.activations),
    pre_activations: lists(pass.pre_activations),
    slopes: pass.pre_activations.map((z, i) => (z && i < architecture.layers ? Array.from(z, slope) : null)),
    deltas: lists(deltas),
    cost: softmaxCrossEntropy(sums, point.target), // (C1)
    parameters,
    gradient,
    batch: null,
    update: null,
  };
}
