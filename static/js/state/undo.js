/** @file What can be undone and done again. */

import { samePoints } from './points.js';

/** @typedef {{points: import('../types.js').Point[], experiment: import('../types.js').Experiment}} Data */
/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').UndoEntry} UndoEntry */

const MOST_ENTRIES = 200;

/**
 * @param {State['undo']} undo
 * @param {UndoEntry} entry
 */
export const remembered = ({ past }, entry) => ({ past: [...past, entry].slice(-MOST_ENTRIES), future: [] });

/** @param {State['undo']} undo */
export function undone({ past, future }) {
  const entry = past.at(-1);
  return entry ? { past: past.slice(0, -1), future: [...future, entry] } : { past, future };
}

/** @param {State['undo']} undo */
export function redone({ past, future }) {
  const entry = future.at(-1);
  return entry ? { past: [...past, entry], future: future.slice(0, -1) } : { past, future };
}

/**
 * After the server replaced the points (a data set, a new split): one entry that brings the old ones back,
 * where the experiment still takes them; otherwise there is nothing left that could be undone.
 * @param {State['undo']} undo
 * @param {Data} before
 * @param {Data} after
 * @param {number} key
 */
export function replacedByServer(undo, before, after, key) {
  if (samePoints(before.points, after.points)) return undo;
  const { task, classes } = after.experiment;
  const taken = task === before.experiment.task
    && (task === 'regression' || before.points.every(({ target }) => target < classes));
  if (!taken) return { past: [], future: [] };
  return remembered(undo, {
    key,
    undo: [{ type: 'replace_points', points: before.points }],
    redo: [{ type: 'replace_points', points: after.points }],
  });
}
