/**
 * Where to go back to when the numbers broke: the newest state of this run from before the loss ran away.
 *
 * The last finite parameters are of no use for that: a run that is about to overflow is long lost.
 */
import { trainingCount } from '../state/points.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').Progress} Progress */
/** @typedef {import('../types.js').Experiment} Experiment */

/**
 * @typedef {object} Kept
 * @property {Progress} progress
 * @property {number} cost over the training points, NaN where it is not known
 * @property {Experiment} experiment that the progress belongs to
 * @property {number} training_points
 */

const MOST_KEPT = 60;
/** A loss this many times the smallest one is on its way up. */
const RUNAWAY = 2;

/**
 * The newest of those whose loss is still near the smallest; without any known loss the oldest.
 * @param {Kept[]} kept oldest first
 * @returns {Kept | null}
 */
export function soundest(kept) {
  const costs = kept.map(({ cost }) => cost).filter(Number.isFinite);
  const sound = kept.filter(({ cost }) => cost <= RUNAWAY * Math.min(...costs));
  return sound.at(-1) ?? kept[0] ?? null;
}

/**
 * The progress as the present points take it: another number of training points starts the pass anew.
 * @param {Kept} kept
 * @param {number} trainingPoints
 * @returns {Progress}
 */
export function progressFor({ progress, training_points: then }, trainingPoints) {
  return then === trainingPoints ? progress : { ...progress, batch: 0 };
}

/** Watches the run and, when it diverges, sets the view's way back. @param {import('./page.js').Page} page */
export function mountRecovery({ state, view, watch }) {
  /** @type {Kept[]} */
  let kept = [];
  watch((now) => [now.progress, now.experiment, now.diverged], () => {
    const { progress, experiment, diverged, frame, points } = state();
    if (diverged) {
      view.set({ way_back: soundest(kept) });
      return;
    }
    if (view.get().way_back) view.set({ way_back: null });
    if (!progress || !experiment) return;
    const cost = frame?.step === progress.step ? frame.train_cost : NaN;
    const isBefore = (/** @type {Kept} */ each) => (
      each.experiment === experiment && each.progress.step < progress.step
    );
    const newest = { progress, cost, experiment, training_points: trainingCount(points) };
    kept = [...kept.filter(isBefore), newest].slice(-MOST_KEPT);
  });
}
