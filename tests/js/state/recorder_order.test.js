/** What is refused, lost or done before an answer has come: the order of entries stays that in which they were made. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { WEIGHT, started } from './model/started.js';

test('a refused command leaves no entry, and what could be done again still can', async () => {
  const { done, undo, redo, past, state, refusals } = await started();
  await done(WEIGHT);
  await undo();
  const entries = past();
  await done({ type: 'configure', changes: { batch_size: 9000 } }, { type: 'remove_layer', layer: 9 });
  assert.equal(refusals.length, 2);
  assert.deepEqual(past(), entries);
  assert.equal(state().undo.future.length, 1);
  assert.equal(await redo(), 'set_parameter');
});

test('what changes nothing leaves no entry', async () => {
  const { done, past, editor, settle } = await started();
  const entries = past();
  await done({ type: 'configure', changes: { learning_rate: 0.35 } }, { type: 'configure', changes: { optimizer: 'adam' } });
  editor.remove([]);
  await settle();
  assert.deepEqual(past(), entries);
});

test('undo before the server answered waits for it, and what is done meanwhile comes after', async () => {
  const { send, editor, settle, state, held, past, deliver } = await started();
  const before = held();
  send({ type: 'remove_layer', layer: 2 });
  const undone = editor.undo();
  editor.add(0, 0, 1);
  assert.deepEqual(state().points, before.points, 'its turn has not come');
  deliver(1, 1);
  await settle();
  assert.equal((await undone)?.deed.type, 'remove_layer');
  assert.deepEqual(held().experiment, before.experiment);
  assert.equal(held().points.length, before.points.length + 1);
  assert.deepEqual(past(), ['generate', 'configure', 'add_points']);
});

test('undoing what turns out to be refused undoes nothing else', async () => {
  const { send, editor, settle, past } = await started();
  const entries = past();
  send({ type: 'remove_layer', layer: 9 });
  const undone = editor.undo();
  await settle();
  assert.equal(await undone, null);
  assert.deepEqual(past(), entries);
});

test('the history outlives the connection: points without it, the rest after it', async () => {
  const { done, undo, redo, drop, comeBack, settle, held, editor, state } = await started();
  const before = held();
  await done({ type: 'remove_layer', layer: 2 });
  drop();
  const id = editor.add(0, 0, 1);
  editor.remove([id]);
  assert.equal(await undo(), 'remove_points');
  assert.equal(await undo(), 'add_points');
  await assert.rejects(editor.undo(), /no connection/, 'a layer is the server’s');
  assert.equal(state().undo.past.length, 3, 'it can still be undone then');
  comeBack();
  await settle();
  await undo();
  assert.deepEqual(held().experiment, before.experiment);
  assert.equal(held().progress?.parameters, before.progress?.parameters);
  await redo();
  assert.equal(held().experiment?.hidden.length, 0);
});

test('a change whose answer was lost with the connection has not happened', async () => {
  const { send, drop, comeBack, settle, held, stored, past, editor } = await started();
  const [before, entries] = [held(), past()];
  send({ type: 'remove_layer', layer: 2 });
  editor.add(0, 0, 2);
  drop();
  comeBack();
  await settle();
  assert.deepEqual([held(), stored()], [before, before], 'nor the point that needed a class');
  assert.deepEqual(past(), entries);
});

test('a point of a class that there is not yet can’t be added without a connection', async () => {
  const { editor, drop } = await started();
  assert.ok(editor.canAdd(2));
  drop();
  assert.ok(!editor.canAdd(2));
  assert.ok(editor.canAdd(1));
});

test('a drag that is undone while it lasts is let go', async () => {
  const { editor, frame, settle, held, undo, state } = await started();
  const before = held();
  const { id } = before.points[0];
  editor.dragStart([id]);
  editor.drag([{ id, x1: 1, x2: 1 }]);
  frame();
  editor.drag([{ id, x1: 2, x2: 2 }]);
  await settle();
  await undo();
  editor.drag([{ id, x1: 2.5, x2: 2 }]);
  frame();
  editor.drop([{ id, x1: 3, x2: 3 }]);
  await settle();
  assert.deepEqual(held().points, before.points);
  assert.equal(state().undo.future.length, 1);
});

test('a change in the middle of a drag comes after it', async () => {
  const { editor, frame, settle, held, undo, send, past } = await started();
  const before = held();
  const { id } = before.points[0];
  editor.dragStart([id]);
  editor.drag([{ id, x1: 1, x2: 1 }]);
  frame();
  send({ type: 'configure', changes: { learning_rate: 0.2 } });
  editor.drag([{ id, x1: 2, x2: 2 }]);
  editor.drop([{ id, x1: 2, x2: 2 }]);
  await settle();
  assert.deepEqual(past().slice(-2), ['move_points', 'configure']);
  await undo();
  await undo();
  assert.deepEqual(held().points, before.points);
});
