/**
 * The sample as it was learned beforehand, as a session that no server has: for the eye until one answers.
 */
import { encodeVector } from '../../network/parameters.js';
import { STORED_RUN } from './stored_run.js';

/** @returns {import('../../types.js').SessionState} */
export function storedSession() {
  const { experiment, points, step, epoch, batch, parameters } = STORED_RUN;
  return {
    revision: 0,
    experiment: /** @type {import('../../types.js').Experiment} */ (experiment),
    points: points.map(([x1, x2, target, test], id) => ({ id, x1, x2, target, test: test === 1 })),
    training: false,
    updates_per_second: null,
    progress: { step, epoch, batch, parameters: encodeVector(parameters), optimizer: {} },
    reason: '',
  };
}
