/**
 * What becomes of a pass when something changes under it: it holds, it must be asked for anew, or it is over.
 */
import { architectureOf } from '../../state/selectors.js';

/** @typedef {import('../../types.js').State} State */

/**
 * What a pass was made from.
 * @typedef {object} Ground
 * @property {import('../../trace/types.js').Trace} trace
 * @property {import('../../network/architecture.js').Architecture} architecture
 * @property {import('../../types.js').Experiment} experiment
 * @property {readonly import('../../types.js').Point[]} points
 */

/** @typedef {{kind: 'holds'} | {kind: 'stale'} | {kind: 'over', message: string | null}} Fate */

/** @param {string | null} message @returns {Fate} */
const over = (message) => ({ kind: 'over', message });

/** Whether another point, too, is not what it was: then a whole set was replaced, not a point edited. @param {Ground} ground
 *  @param {readonly import('../../types.js').Point[]} points */
function isReplaced({ trace, points: before }, points) {
  const old = new Map(before.map((point) => [point.id, point]));
  const differs = points.filter((point) => {
    const was = old.get(point.id);
    return was && (was.x1 !== point.x1 || was.x2 !== point.x2 || was.target !== point.target);
  });
  return differs.length > 1 && differs.some(({ id }) => id === trace.point.id);
}

/** @param {Ground} ground @param {ArrayLike<number>} parameters of a frame, in float32 */
function hasMoved({ trace }, parameters) {
  if (parameters.length !== trace.parameters.length) return true;
  return trace.parameters.some((value, index) => Math.fround(value) !== parameters[index]);
}

/**
 * @param {Ground} ground
 * @param {Pick<State, 'experiment' | 'points' | 'frame' | 'status' | 'diverged'>} state
 * @returns {Fate}
 */
export function fateOf(ground, { experiment, points, frame, status, diverged }) {
  if (diverged) return over('The numbers broke, so there is nothing left that a point could pass through.');
  if (status === 'training') return over(null);
  if (!experiment || !frame) return { kind: 'holds' };
  if (!points.some(({ id }) => id === ground.trace.point.id)) {
    return over('The point of this pass is gone, so the pass is over. Choose another point and follow that.');
  }
  if (isReplaced(ground, points)) {
    return over('Other points took the place of these, so the pass is over. Choose one of them and follow that.');
  }
  if (!ground.architecture.sameShape(architectureOf(experiment))) {
    return over('The network has another shape now, so the pass is over. Follow the point again to see its new way.');
  }
  const changed = points !== ground.points || experiment !== ground.experiment || frame.step !== ground.trace.step
    || hasMoved(ground, frame.parameters);
  return changed ? { kind: 'stale' } : { kind: 'holds' };
}
