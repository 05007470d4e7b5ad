import assert from 'node:assert/strict';
import { test } from 'node:test';

import { MOST_ENTRIES, MOST_POINTS, thinnedUndo } from '../../../static/js/kept/thinning.js';
import { emptyHistory } from '../../../static/js/state/history.js';
import { EXPERIMENT, entry, progressAt } from '../state/scene.js';

/** @param {number} count */
const points = (count) => Array.from({ length: count }, (_, id) => ({ id, x1: 0, x2: 0, target: 0, test: false }));

/** An entry that leads to a moment with these points. @param {number} key @param {import('../../../static/js/types.js').Point[]} list */
const momentous = (key, list) => ({
  ...entry(key), edits: null, moment: { experiment: EXPERIMENT, points: list, progress: progressAt(0), history: emptyHistory(), drawn: null, tables: [] },
});
/** @param {import('../../../static/js/types.js').UndoEntry[]} past */
const keysOf = (past) => thinnedUndo({ past, future: [] }).past.map(({ key }) => key);

test('the newest entries are kept, and no more than have room', () => {
  const keys = Array.from({ length: 60 }, (_, key) => key);
  assert.deepEqual(keysOf(keys.map(entry)), keys.slice(-MOST_ENTRIES));
  const third = Math.floor(MOST_POINTS / 3) + 1;
  assert.deepEqual(keysOf(keys.map((key) => momentous(key, points(third)))), [58, 59]);
});

test('moments that share their points take room once', () => {
  const shared = points(MOST_POINTS);
  assert.deepEqual(keysOf([1, 2, 3].map((key) => momentous(key, shared))), [1, 2, 3]);
});

test('behind an entry without an answer nothing can be undone', () => {
  assert.deepEqual(keysOf([entry(1), { ...entry(2), edits: null }, entry(3)]), [3]);
});
