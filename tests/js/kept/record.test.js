import assert from 'node:assert/strict';
import { test } from 'node:test';

import { FORM, NewerFormError, recordOf, restored } from '../../../static/js/kept/record.js';
import { createStore } from '../../../static/js/state/store.js';
import { composeCheckpoint } from '../../../static/js/wire/checkpoint.js';
import { OPTIONS } from '../options.js';
import { EXPERIMENT, LIMITS, POINTS, frame, liveStore, progressAt, session } from '../state/scene.js';

const LOOK = { chosen: 1, brush: { index: 1, height: 1 }, logarithmic: false, speed: 60 };

/** A page that trained to step 20, with a curve, a point added and something to undo. */
function used() {
  const store = liveStore();
  for (const step of [0, 10, 20]) store.dispatch({ type: 'frame', frame: frame({ step, train_cost: 1 / (step + 1) }) });
  store.dispatch({ type: 'checkpoint', revision: 0, progress: progressAt(20) });
  /** @type {import('../../../static/js/types.js').Edit} */
  const edit = { type: 'add_points', points: [{ id: 7, x1: 0.5, x2: 1, target: 1, test: false }] };
  store.dispatch({ type: 'edit', edit, id: 3, key: 5 });
  store.dispatch({ type: 'remember', entry: { key: 5, deed: edit, was: EXPERIMENT, edits: { undo: [{ type: 'remove_points', ids: [7] }], redo: [edit] }, moment: null, displaced: [] } });
  store.dispatch({ type: 'frame', frame: frame({ step: 30, train_cost: 0.01 }) });
  return store;
}

/** What a browser's storage gives back. @template T @param {T} value */
const stored = (value) => structuredClone(value);

/** @param {import('../../../static/js/types.js').Restored} held */
function cameBack(held) {
  const store = createStore();
  store.dispatch({ type: 'welcome', protocol: 1, limits: LIMITS, options: OPTIONS, state: session({ points: [] }), resuming: true, restored: held });
  return store;
}

test('a page comes back with points, settings, weights, curve and what can be undone', () => {
  const before = used().getState();
  const record = recordOf(before, LOOK);
  assert.ok(record);
  const { kept, undo } = stored(record);
  const store = cameBack(restored(kept, undo, 'you left here, today 14:12'));
  const after = store.getState();
  assert.deepEqual(composeCheckpoint(after), composeCheckpoint({ ...before, points: [...POINTS, after.points[3]] }));
  assert.equal(after.points.length, 4, 'a point that the server has not confirmed is there too');
  assert.equal(after.frame?.step, 20, 'the picture is that of the checkpoint: frames since then are not kept');
  assert.deepEqual([...after.history.steps], [0, 10], 'and so is the curve; the first frame ends it');
  assert.deepEqual(after.history.events.map(({ text }) => text), ['you left here, today 14:12']);
  assert.equal(after.undo.past.length, 1);
  assert.ok(after.undo.past[0].key < 0, 'before all keys that this page gives out');
  assert.equal(after.status, 'paused');
});

test('what the server says then changes nothing of it', () => {
  const record = recordOf(used().getState(), LOOK);
  assert.ok(record);
  const held = restored(record.kept, record.undo, 'you left here');
  const store = cameBack(held);
  const { history, undo, points } = store.getState();
  store.dispatch({ ...session({ revision: 1, points: stored(held.points), progress: held.progress, reason: 'checkpoint loaded' }), type: 'state' });
  const after = store.getState();
  assert.equal(after.history, history, 'no event says that a checkpoint was loaded');
  assert.equal(after.undo, undo);
  assert.equal(after.points, points);
  assert.deepEqual(after.pending.changes, []);
});

test('a change that the server had not answered when the page was left has not happened', () => {
  const store = used();
  const command = /** @type {const} */ ({ type: 'configure', changes: { activation: 'relu' } });
  store.dispatch({
    type: 'change', change: { id: 9, key: 8, way: 'do', command, walked: null, to: null, from: null },
    entry: { key: 8, deed: command, was: EXPERIMENT, edits: null, moment: null, displaced: [] },
  });
  const record = recordOf(store.getState(), LOOK);
  assert.deepEqual(record?.undo.past.map(({ key }) => key), [5]);
  assert.equal(record?.kept.checkpoint.experiment.activation, 'tanh');
});

test('before the first welcome there is nothing to keep, and a newer form is not read', () => {
  assert.equal(recordOf(createStore().getState(), LOOK), null);
  const record = recordOf(used().getState(), LOOK);
  assert.ok(record);
  assert.throws(() => restored({ ...record.kept, form: FORM + 1 }, null), NewerFormError);
});
