/**
 * A step of the past as a server makes it again: what it is asked with, and what its answer shows.
 */
import { decodeVector } from '../../network/parameters.js';

/** @typedef {import('../../types.js').Checkpoint} Checkpoint */
/** @typedef {import('../../types.js').Frame} Frame */
/** @typedef {import('../../types.js').Progress} Progress */

/** @param {Pick<Checkpoint, 'experiment' | 'points'>} stretch @param {Progress} progress @returns {Checkpoint} */
export const checkpointOf = ({ experiment, points }, progress) => ({ version: 1, experiment, points, progress });

/** @param {number | null} value */
const known = (value) => value ?? NaN;

/** @param {import('../../types.js').MomentEvent} answer @returns {Frame} */
export function frameOf({ progress, train_cost: train, test_cost: test, ...shares }) {
  const { step, epoch, last_batch: last } = progress;
  const parameters = Float32Array.from(decodeVector(progress.parameters));
  return {
    training: false, kept: true, revision: 0, measured_rate: 0, step, epoch, parameters,
    train_cost: known(train), test_cost: known(test), train_accuracy: known(shares.train_accuracy), test_accuracy: known(shares.test_accuracy),
    batch_cost: known(last?.cost ?? null), batch_samples: last?.samples ?? 0,
    update: last ? Float32Array.from(decodeVector(last.update)) : new Float32Array(parameters.length),
  };
}
