/** @file The cost of one sample (C1, C2, C3), with all its digits, as the server has it but for the penalty. */

import { sigmoidCrossEntropy, softmaxCrossEntropy } from './cross_entropy.js';
import { residual } from './outputs.js';

/**
 * @param {Pick<import('../types.js').Experiment, 'cost' | 'output'>} experiment
 * @param {import('./forward.js').ForwardPass} pass of the sample
 * @param {ArrayLike<number>} y one-hot, or the height
 */
export function sampleCost({ cost, output }, { activations, pre_activations: sums }, y) {
  const z = /** @type {Float64Array} */ (sums.at(-1));
  if (cost === 'cross_entropy') {
    return output === 'softmax' ? softmaxCrossEntropy(z, Array.from(y).indexOf(1)) : sigmoidCrossEntropy(z, y);
  }
  const errors = residual(output, z, /** @type {Float64Array} */ (activations.at(-1)), y);
  const isHuber = cost === 'huber';
  return errors.reduce((sum, r) => sum + (isHuber && Math.abs(r) > 1 ? Math.abs(r) - 0.5 : (r * r) / 2), 0);
}
