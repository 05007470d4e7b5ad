/**
 * @file What is kept of an experiment, and the page's state that comes of it again: the checkpoint with its cost curve, what
 * can be undone, and how it was looked at. Plain values, which a browser's storage takes as they are.
 */

import { unanswered } from '../state/changes.js';
import { historyOf, truncated, withEvent } from '../state/history.js';
import { settledOffline } from '../state/pending.js';
import { checkpointOf } from '../wire/checkpoint.js';
import { withSettingsSince } from './since.js';
import { thinnedUndo } from './thinning.js';

/** @typedef {import('../types.js').Checkpoint} Checkpoint */
/** @typedef {import('../types.js').Drawn} Drawn */
/** @typedef {import('../types.js').Restored} Restored */
/** @typedef {import('../types.js').State} State */

/** The form that is written; what older ones lack is filled in by `readRecord`. */
export const FORM = 1;

/**
 * @typedef {object} Curve the cost curve: as many costs as steps, NaN where there were none
 * @property {Float64Array} steps
 * @property {Float64Array} train
 * @property {Float64Array} test
 * @property {Float64Array} [train_accuracy] shares correct; what was kept before they were lacks them
 * @property {Float64Array} [test_accuracy]
 * @property {number} spacing
 * @property {import('../state/history.js').HistoryEvent[]} events
 */

/**
 * @typedef {object} Ground
 * @property {{kind: 'weights', first: string, second: string} | {kind: 'path'} | {kind: 'random', seed: number} | null} floor what it
 *   is laid along; null: as suits the run
 * @property {'linear' | 'log'} scale of heights
 * @property {number} reach how much more of the slice is shown than the path takes
 */

/**
 * @typedef {object} Look how an experiment was looked at
 * @property {number | null} chosen id of the chosen point
 * @property {{index: number, height: number}} brush
 * @property {boolean} logarithmic the cost curve's scale
 * @property {number | null} speed updates per second wished for, null: as fast as it goes
 * @property {(number | null)[]} [held] where the plane held further columns; null: at the mean of the points
 * @property {number} [reach] how far from its slice points were half faded, where a person chose that
 * @property {boolean} [show_tests] false: test points were not drawn
 * @property {boolean} [discretised] true: maps showed what is decided, without shades
 * @property {Ground} [mountain] what the mountain stood on, where a person chose that
 */

/**
 * @typedef {object} Kept
 * @property {number} form
 * @property {boolean} met a server has taken it; before that nothing of it is shown
 * @property {Checkpoint} checkpoint
 * @property {Drawn | null} drawn
 * @property {import('../types.js').TakenTable[]} [tables] with their names and units; none before there were any
 * @property {Curve} curve
 * @property {Look} look
 */

/** @typedef {State['undo']} Undo */

/** A record of a newer form than this page knows: it is left as it is. */
export class NewerFormError extends Error {}

/**
 * What there is to keep; null before the first welcome.
 * @param {State} state
 * @param {Look} look
 * @returns {{kept: Kept, undo: Undo} | null}
 */
export function recordOf(state, look) {
  // What the server has not answered has not happened, but for edits of points: as when the connection is lost.
  const { experiment, points, progress, history, drawn, tables, undo } = settledOffline(unanswered(state));
  if (!experiment || !progress) return null;
  const { steps, train, test, train_accuracy, test_accuracy, spacing, events } = history;
  const curve = {
    steps: steps.slice(), train: train.slice(), test: test.slice(),
    train_accuracy: train_accuracy.slice(), test_accuracy: test_accuracy.slice(), spacing, events,
  };
  return {
    kept: { form: FORM, met: true, checkpoint: checkpointOf({ experiment, points, progress }), drawn, tables, curve, look },
    undo: thinnedUndo(undo),
  };
}

/** The curve as far as it belongs to a checkpoint: frames are newer than what was kept. @param {Curve} curve @param {number} step */
export const historyFrom = (curve, step) => truncated(historyOf(curve), step);

/**
 * What the page comes back with.
 * @param {Kept} kept
 * @param {Undo | null} undo
 * @param {string | null} [left] when the page was left, in words, for the curve
 * @returns {Restored}
 * @throws {NewerFormError}
 */
export function restored({ form, checkpoint, drawn, tables = [], curve }, undo, left = null) {
  if (form > FORM) throw new NewerFormError('This was kept by a newer Chainrule.');
  const { points, progress } = checkpoint;
  const experiment = withSettingsSince(checkpoint.experiment);
  const before = historyFrom(curve, progress.step);
  const history = left ? withEvent(before, progress.step, { text: left }) : before;
  return { experiment, points, progress, history, drawn, tables, undo: renumbered(undo ?? { past: [], future: [] }) };
}

/**
 * Entries with keys before all that a page gives out, in their order: keys rise with time.
 * @param {Undo} undo
 * @returns {Undo}
 */
function renumbered({ past, future }) {
  const keys = [...new Set([...past, ...future].map(({ key }) => key))].sort((a, b) => a - b);
  const number = new Map(keys.map((key, index) => [key, index - keys.length]));
  const again = (/** @type {import('../types.js').UndoEntry} */ entry) => (
    { ...entry, key: /** @type {number} */ (number.get(entry.key)) });
  return { past: past.map(again), future: future.map(again) };
}
