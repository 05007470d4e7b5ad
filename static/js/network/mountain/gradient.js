/** @file The gradient of the cost over all samples, by backpropagation sample after sample, for any output and cost. */

import { ACTIVATIONS } from '../activations.js';
import { OUTPUT_KINDS } from '../output_kinds.js';
import { OUTPUTS, residual, targetOf } from '../outputs.js';
import { offsetsOf } from './problem.js';

/** @typedef {import('./problem.js').Problem} Problem */

/** δ ← (∂a^n/∂z^n)ᵀ δ. @param {Problem} problem @param {Float64Array} z @param {Float64Array} a @param {Float64Array} delta */
function pulledBack({ output }, z, a, delta) {
  const { activation } = OUTPUT_KINDS[output];
  if (activation) return delta.map((value, k) => value * ACTIVATIONS[activation].slope(z[k]));
  return delta.map((value, k) => a[k] * delta.reduce((sum, other, m) => sum + a[m] * (value - other), 0));
}

/** (B1). @param {Problem} problem @param {Float64Array} z @param {number} target */
function outputDelta(problem, z, target) {
  const { output, cost, isRegression } = problem;
  const a = OUTPUTS[output](z);
  const y = isRegression ? [target] : targetOf(output, target, z.length);
  const errors = residual(output, z, a, y);
  if (cost === 'cross_entropy') return errors;
  const slopes = cost === 'huber' ? errors.map((r) => Math.max(-1, Math.min(1, r))) : errors;
  return output === 'linear' ? slopes : pulledBack(problem, z, a, slopes);
}

/**
 * @param {Problem} problem
 * @param {Float64Array} parameters   θ
 * @returns {Float64Array}   ∂C/∂θ, the penalty's share included; |w| has the slope 0 at w = 0
 */
export function gradientOf(problem, parameters) {
  const { sizes, samples, inputs, targets, activation, l1, l2 } = problem;
  const { offsets, count } = offsetsOf(sizes);
  const { value, slope } = ACTIVATIONS[activation];
  const gradient = new Float64Array(count), layers = sizes.length;
  /** By layer number. @type {Float64Array[]} */
  const a = [], z = [];
  for (let s = 0; s < samples; s++) {
    a[1] = Float64Array.from({ length: sizes[0] }, (_, row) => inputs[row * samples + s]);
    for (let i = 2; i <= layers; i++) {
      const [sources, neurons] = [sizes[i - 2], sizes[i - 1]];
      z[i] = Float64Array.from({ length: neurons }, (_, k) => a[i - 1].reduce(
        (sum, from, j) => sum + parameters[offsets[i] + j * neurons + k] * from, parameters[offsets[i] + sources * neurons + k])); // (F1)
      if (i < layers) a[i] = z[i].map(value);
    }
    let delta = outputDelta(problem, z[layers], targets[s]);
    for (let i = layers; i >= 2; i--) {
      const [sources, neurons] = [sizes[i - 2], sizes[i - 1]];
      for (let k = 0; k < neurons; k++) {
        for (let j = 0; j < sources; j++) gradient[offsets[i] + j * neurons + k] += (a[i - 1][j] * delta[k]) / samples; // (B4)
        gradient[offsets[i] + sources * neurons + k] += delta[k] / samples; // (B3)
      }
      if (i === 2) break;
      const above = delta;
      delta = z[i - 1].map((sum, j) => above.reduce((back, d, k) => back + parameters[offsets[i] + j * neurons + k] * d, 0) * slope(sum)); // (B2)
    }
  }
  for (let i = 2; i <= layers; i++) {
    for (let at = offsets[i]; at < offsets[i] + sizes[i - 2] * sizes[i - 1]; at++) {
      gradient[at] += l1 * Math.sign(parameters[at]) + l2 * parameters[at];
    }
  }
  return gradient;
}
