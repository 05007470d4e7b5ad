/** @file What can be undone and done again. */

import { samePoints } from './points.js';

/** @typedef {import('../types.js').Experiment} Experiment */
/** @typedef {import('../types.js').Point} Point */
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
 * After the server replaced the points (a data set, a new split): one entry that brings the old ones back, where the
 * experiment still takes them; otherwise there is nothing left that could be undone.
 * @param {State['undo']} undo
 * @param {Point[]} before
 * @param {Point[]} after
 * @param {Experiment} experiment   the new one
 * @param {Experiment} previous
 * @param {number} key
 */
export function replacedByServer(undo, before, after, experiment, previous, key) {
  if (samePoints(before, after)) return undo;
  const taken = experiment.task === previous.task
    && (experiment.task === 'regression' || before.every(({ target }) => target < experiment.classes));
  if (!taken) return { past: [], future: [] };
  return remembered(undo, {
    key, undo: [{ type: 'replace_points', points: before }], redo: [{ type: 'replace_points', points: after }],
  });
}
