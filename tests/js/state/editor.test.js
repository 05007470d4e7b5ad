import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createEditor } from '../../../static/js/state/editor.js';
import { createRecorder } from '../../../static/js/state/recorder.js';
import { POINTS, liveStore } from './scene.js';

function start() {
  const store = liveStore();
  /** @type {any[]} */
  const sent = [];
  /** @type {((now: number) => void)[]} */
  const frames = [];
  let answered = 0;
  const server = {
    live: true,
    /** Takes all that it was sent. */
    ackAll() {
      while (answered < sent.length) server.ack(answered++);
    },
    ack: (/** @type {number} */ id) => store.dispatch({ type: 'ack', id, revision: 1, step: 0 }),
    refuse: (/** @type {number} */ id) => store.dispatch({
      type: 'error', id, code: 'limit', field: null, given: null, allowed: null, message: 'No.',
    }),
  };
  const connection = {
    isLive: () => server.live,
    issue(/** @type {any} */ command) {
      sent.push(command);
      return { id: sent.length - 1, acknowledged: /** @type {Promise<any>} */ (new Promise(() => {})) };
    },
    send: () => Promise.reject(new Error('There is no connection.')),
  };
  const recorder = createRecorder({ store, connection });
  const editor = createEditor({ store, connection, recorder, requestFrame: (callback) => frames.push(callback) });
  const frame = (/** @type {number} */ now) => frames.splice(0).forEach((callback) => callback(now));
  const points = () => store.getState().points;
  return { store, editor, sent, frame, server, points };
}

test('a point is in the state at once, and its command goes out', () => {
  const { editor, sent, points } = start();
  const id = editor.add(0.5, -0.5, 1);
  const point = { id, x1: 0.5, x2: -0.5, target: 1, test: false };
  assert.deepEqual(points().at(-1), point);
  assert.deepEqual(sent, [{ type: 'add_points', points: [point] }]);
});

test('no id is ever given twice', () => {
  const { editor } = start();
  const first = editor.add(0, 0, 0);
  editor.remove([first]);
  assert.equal(first, 3);
  assert.equal(editor.add(0, 0, 0), 4);
});

test('every edit can be undone and done again, by commands that the server takes', () => {
  const { editor, sent, points, store, server } = start();
  const edits = [
    () => editor.add(0, 0, 1),
    () => editor.move(0, 2, 2),
    () => editor.setTargets([0, 1], 1),
    () => editor.remove([1, 2]),
    () => editor.replace([{ id: 9, x1: 0, x2: 0, target: 0, test: false }]),
  ];
  const seen = [points()];
  for (const edit of edits) {
    edit();
    server.ackAll();
    seen.push(points());
  }
  for (const [index] of edits.entries()) {
    editor.undo();
    server.ackAll();
    assert.deepEqual(points(), seen[edits.length - 1 - index], `undo ${index}`);
  }
  for (const [index] of edits.entries()) {
    editor.redo();
    assert.deepEqual(points(), seen[index + 1], `redo ${index}`);
  }
  assert.equal(store.getState().undo.future.length, 0);
  const kinds = new Set(['add_points', 'move_points', 'remove_points', 'set_targets', 'replace_points']);
  assert.ok(sent.every(({ type }) => kinds.has(type)));
});

test('classes that differed come back one by one', () => {
  const { editor, sent, points, server } = start();
  editor.setTargets([0, 1, 2], 1);
  server.ackAll();
  editor.undo();
  assert.deepEqual(points(), POINTS);
  assert.deepEqual(sent.slice(1), [
    { type: 'set_targets', target: 0, ids: [0] }, { type: 'set_targets', target: 1, ids: [1, 2] },
  ]);
});

test('a new edit ends what could be done again', () => {
  const { editor, store } = start();
  editor.add(0, 0, 0);
  editor.undo();
  editor.add(1, 1, 1);
  assert.equal(store.getState().undo.future.length, 0);
});

test('with nothing to undo, nothing happens', () => {
  const { editor, sent } = start();
  editor.undo();
  editor.redo();
  editor.remove([77]);
  editor.setTargets([77], 1);
  editor.move(77, 0, 0);
  assert.deepEqual(sent, []);
});

test('a refused point disappears again, with its undo entry', () => {
  const { editor, server, points, store } = start();
  editor.add(0, 0, 0);
  server.refuse(0);
  assert.deepEqual(points(), POINTS);
  assert.equal(store.getState().undo.past.length, 0);
  assert.equal(store.getState().error?.message, 'No.');
});

test('a drag follows the pointer at once and sends one command an animation frame', () => {
  const { editor, sent, frame, points } = start();
  editor.dragStart([1]);
  editor.drag([{ id: 1, x1: 0, x2: 0 }]);
  editor.drag([{ id: 1, x1: 0.1, x2: 0 }]);
  editor.drag([{ id: 1, x1: 0.2, x2: 0 }]);
  assert.equal(points()[1].x1, 0.2);
  assert.deepEqual(sent, []);
  frame(1000);
  assert.deepEqual(sent, [{ type: 'move_points', points: [{ id: 1, x1: 0.2, x2: 0 }] }]);
  editor.drag([{ id: 1, x1: 0.3, x2: 0 }]);
  frame(1005);
  assert.equal(sent.length, 1, 'a fast screen does not send more than the server takes');
  frame(1016);
  assert.equal(sent.length, 2);
  editor.drag([{ id: 1, x1: 0.4, x2: 0 }]);
  editor.drop([{ id: 1, x1: 0.5, x2: 1 }]);
  assert.deepEqual(sent.at(-1), { type: 'move_points', points: [{ id: 1, x1: 0.5, x2: 1 }] });
  frame(1100);
  assert.equal(sent.length, 3, 'nothing follows the drop');
});

test('a drag is undone as one', () => {
  const { editor, frame, points, store, server } = start();
  editor.dragStart([1]);
  for (let moves = 1; moves <= 3; moves++) {
    editor.drag([{ id: 1, x1: moves, x2: 0 }]);
    frame(100 * moves);
  }
  editor.drop([{ id: 1, x1: 3, x2: 0 }]);
  assert.equal(store.getState().undo.past.length, 1);
  server.ackAll();
  editor.undo();
  assert.deepEqual(points(), POINTS);
  server.ackAll();
  editor.redo();
  assert.equal(points()[1].x1, 3);
});

test('a drag that ends where it began leaves nothing to undo', () => {
  const { editor, store, points } = start();
  editor.dragStart([1]);
  editor.drag([{ id: 1, x1: 2, x2: 2 }]);
  editor.drop([{ id: 1, x1: POINTS[1].x1, x2: POINTS[1].x2 }]);
  assert.equal(store.getState().undo.past.length, 0);
  assert.deepEqual(points(), POINTS);
});

test('a point that disappears while it is dragged is let go', () => {
  const { editor, sent, frame, points } = start();
  editor.dragStart([1]);
  editor.drag([{ id: 1, x1: 2, x2: 2 }]);
  editor.remove([1]);
  editor.drag([{ id: 1, x1: 2.5, x2: 2 }]);
  frame(1000);
  editor.drop([{ id: 1, x1: 2.5, x2: 2 }]);
  assert.deepEqual(points().map(({ id }) => id), [0, 2]);
  assert.deepEqual(sent.map(({ type }) => type), ['remove_points']);
});

test('without a connection points can still be edited; nothing is sent', () => {
  const { editor, sent, server, points, store } = start();
  server.live = false;
  const id = editor.add(0, 0, 1);
  editor.dragStart([id]);
  editor.drag([{ id, x1: 1, x2: 1 }]);
  editor.drop([{ id, x1: 2, x2: 2 }]);
  editor.undo();
  assert.deepEqual(points().at(-1), { id, x1: 0, x2: 0, target: 1, test: false });
  assert.deepEqual(sent, []);
  assert.deepEqual(store.getState().pending.edits, []);
});

test('points in the hand are where it is, for the server too, and put back they leave nothing to undo', () => {
  const { editor, sent, frame, points, store, server } = start();
  const before = points();
  const moved = (/** @type {number} */ by) => before.map(({ id, x1, x2 }) => ({ id, x1: x1 + by, x2 }));
  editor.dragStart(before.map(({ id }) => id));
  editor.drag(moved(1));
  assert.deepEqual(points().map(({ x1 }) => x1), before.map(({ x1 }) => x1 + 1));
  frame(1000);
  assert.deepEqual(sent, [{ type: 'move_points', points: moved(1) }], 'training goes on at the new places');
  editor.drag(moved(2));
  assert.equal(editor.drop(null), true);
  assert.deepEqual(points(), before);
  assert.deepEqual(sent.at(-1), { type: 'move_points', points: moved(0) });
  assert.equal(store.getState().undo.past.length, 0);
  server.ackAll();
  editor.dragStart(before.map(({ id }) => id));
  editor.drag(moved(0.5));
  frame(2000);
  editor.drop(moved(1));
  server.ackAll();
  assert.equal(store.getState().undo.past.length, 1);
  editor.undo();
  assert.deepEqual(points(), before);
});

test('the more points are in the hand, the more seldom they are sent', () => {
  const { editor, sent, frame } = start();
  const ids = editor.addMany(Array.from({ length: 1001 }, () => ({ x1: 0, x2: 0, target: 0, test: false })));
  sent.length = 0;
  editor.dragStart(ids);
  editor.drag([{ id: ids[0], x1: 1, x2: 1 }]);
  frame(1000);
  editor.drag([{ id: ids[0], x1: 2, x2: 1 }]);
  frame(1114);
  assert.equal(sent.length, 1);
  frame(1116);
  assert.equal(sent.length, 2, 'after 15 ms, and 0.1 ms for each further one');
});

test('a further column is changed and undone; the others stay', () => {
  const { editor, sent, points, server } = start();
  const [before] = points();
  editor.moveOff(before.id, 1, 2.5);
  assert.deepEqual(points()[0], { ...before, more: [0, 2.5] });
  assert.deepEqual(sent, [{ type: 'move_points', points: [{ id: before.id, x1: before.x1, x2: before.x2, more: [0, 2.5] }] }]);
  server.ackAll();
  editor.moveOff(before.id, 0, -1);
  assert.deepEqual(points()[0].more, [-1, 2.5]);
  server.ackAll();
  editor.move(before.id, 2, 2);
  assert.deepEqual(points()[0].more, [-1, 2.5]);
  for (const more of [[-1, 2.5], [0, 2.5], []]) {
    server.ackAll();
    editor.undo();
    assert.deepEqual(points()[0].more ?? [], more);
  }
});

test('copies get ids of their own, and are one thing with a name', () => {
  const { editor, points, store } = start();
  const [first] = points();
  const ids = editor.addMany([first, first], '2 points duplicated');
  assert.deepEqual(points().slice(-2).map(({ id }) => id), ids);
  assert.equal(new Set(points().map(({ id }) => id)).size, points().length);
  assert.deepEqual(store.getState().undo.past.map(({ name }) => name), ['2 points duplicated']);
});

test('sums of places keep no more digits than people see: links hold them', () => {
  const { editor, points } = start();
  const id = editor.add(0.1, 0.7, 0);
  editor.moveMany([id], 0.2, 0.1);
  assert.deepEqual([points().at(-1)?.x1, points().at(-1)?.x2], [0.3, 0.8]);
});
