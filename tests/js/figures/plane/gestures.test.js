import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LONG_PRESS, createGestures } from '../../../../static/js/figures/plane/gestures.js';

/** Gestures on a plane that has one point, 7, at (100, 100), and a clock that the test moves. */
function setUp() {
  /** @type {any[][]} */
  const calls = [];
  /** @type {{callback: () => void, milliseconds: number, off: boolean}[]} */
  const timers = [];
  const note = (/** @type {string} */ name) => (/** @type {any[]} */ ...values) => calls.push([name, ...values]);
  const gestures = createGestures({
    pointAt: ({ x, y }) => (Math.hypot(x - 100, y - 100) < 10 ? { id: 7 } : null),
    add: note('add'),
    pick: note('pick'),
    remove: note('remove'),
    drag: (point, dx, dy, phase) => calls.push(['drag', point.id, dx, dy, phase]),
    later(callback, milliseconds) {
      const timer = { callback, milliseconds, off: false };
      timers.push(timer);
      return () => { timer.off = true; };
    },
  });
  const wait = (/** @type {number} */ milliseconds) => {
    for (const timer of timers) if (!timer.off && timer.milliseconds <= milliseconds) timer.callback();
  };
  return { gestures, calls, wait };
}

/** @param {number} x @param {number} y @param {object} [more] */
const at = (x, y, more = {}) => ({ pointerId: 1, pointerType: 'mouse', x, y, ...more });

test('a click on empty ground adds where it ends', () => {
  const { gestures, calls } = setUp();
  gestures.down(at(20, 30));
  gestures.up(at(22, 31));
  assert.deepEqual(calls, [['add', 22, 31]]);
});

test('a slide over empty ground adds nothing', () => {
  const { gestures, calls } = setUp();
  gestures.down(at(20, 30));
  gestures.move(at(60, 30));
  gestures.up(at(60, 30));
  assert.deepEqual(calls, []);
});

test('a click on a point picks it, even with a trembling hand', () => {
  const { gestures, calls } = setUp();
  gestures.down(at(102, 99));
  gestures.move(at(104, 99));
  gestures.up(at(104, 99));
  assert.deepEqual(calls, [['pick', 7]]);
});

test('a drag moves the point by the way of the pointer, from start to end', () => {
  const { gestures, calls } = setUp();
  gestures.down(at(102, 99));
  gestures.move(at(112, 99));
  assert.equal(gestures.dragging, true);
  gestures.move(at(130, 90));
  gestures.up(at(131, 90));
  assert.equal(gestures.dragging, false);
  assert.deepEqual(calls, [
    ['drag', 7, 0, 0, 'start'],
    ['drag', 7, 10, 0, 'move'],
    ['drag', 7, 28, -9, 'move'],
    ['drag', 7, 29, -9, 'end'],
  ]);
});

test('right button and Alt remove the point under them, and nothing elsewhere', () => {
  const { gestures, calls } = setUp();
  gestures.down(at(100, 100, { removes: true }));
  gestures.up(at(100, 100));
  gestures.down(at(20, 20, { removes: true }));
  gestures.up(at(20, 20));
  assert.deepEqual(calls, [['remove', 7]]);
});

test('a long press of a finger removes, and its release does nothing more', () => {
  const { gestures, calls, wait } = setUp();
  gestures.down(at(100, 100, { pointerType: 'touch' }));
  wait(LONG_PRESS - 1);
  assert.deepEqual(calls, []);
  wait(LONG_PRESS);
  gestures.up(at(100, 100, { pointerType: 'touch' }));
  assert.deepEqual(calls, [['remove', 7]]);
});

test('a finger that moves on or lifts in time does not remove; a mouse held down never does', () => {
  const { gestures, calls, wait } = setUp();
  gestures.down(at(100, 100, { pointerType: 'touch' }));
  gestures.move(at(120, 100, { pointerType: 'touch' }));
  wait(LONG_PRESS);
  gestures.up(at(120, 100, { pointerType: 'touch' }));
  gestures.down(at(100, 100));
  wait(LONG_PRESS);
  gestures.up(at(100, 100));
  assert.deepEqual(calls.map(([name]) => name), ['drag', 'drag', 'drag', 'pick']);
});

test('a cancelled drag puts the point back; a cancelled press does nothing', () => {
  const { gestures, calls } = setUp();
  gestures.down(at(100, 100));
  gestures.move(at(130, 100));
  gestures.cancel();
  gestures.down(at(20, 20));
  gestures.cancel();
  gestures.up(at(20, 20));
  assert.deepEqual(calls.at(-1), ['drag', 7, 0, 0, 'cancel']);
});

test('a second finger ends the gesture, so that a pinch edits nothing', () => {
  const { gestures, calls } = setUp();
  gestures.down(at(20, 20, { pointerType: 'touch' }));
  gestures.down(at(60, 60, { pointerType: 'touch', pointerId: 2 }));
  gestures.up(at(20, 20, { pointerType: 'touch' }));
  gestures.up(at(60, 60, { pointerType: 'touch', pointerId: 2 }));
  assert.deepEqual(calls, []);
});
