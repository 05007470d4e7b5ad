import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CLASS_NAMES, shapePath, traceShape } from '../../../static/js/ui/shapes.js';

/** Writes down what is drawn. */
const createSink = () => {
  /** @type {any[][]} */
  const calls = [];
  const note = (/** @type {string} */ name) => (/** @type {any[]} */ ...values) => calls.push([name, ...values]);
  return {
    calls, moveTo: note('moveTo'), lineTo: note('lineTo'), arc: note('arc'), closePath: note('closePath'),
  };
};

const cornersOf = (/** @type {number} */ index) => {
  const sink = createSink();
  traceShape(sink, index, 10, 20, 5);
  return sink.calls.filter(([name]) => name === 'lineTo' || name === 'moveTo').length;
};

test('the four classes are a circle, a square, a triangle and a diamond', () => {
  assert.deepEqual(CLASS_NAMES, ['circle', 'square', 'triangle', 'diamond']);
  assert.deepEqual([1, 2, 3].map(cornersOf), [4, 3, 4]);
  const circle = createSink();
  traceShape(circle, 0, 10, 20, 5);
  assert.deepEqual(circle.calls[1], ['arc', 10, 20, 5, 0, 2 * Math.PI]);
});

test('every shape is closed, so that its edge is', () => {
  for (const index of [0, 1, 2, 3]) {
    const sink = createSink();
    traceShape(sink, index, 0, 0, 4);
    assert.deepEqual(sink.calls.at(-1), ['closePath']);
    assert.match(shapePath(index, 0, 0, 4), /^M.*Z$/);
  }
});

test('the diamond stands on its corner and the square on its side', () => {
  const [, dx, dy] = (/^M(\S+) (\S+)L/.exec(shapePath(3, 0, 0, 10)) ?? []).map(Number);
  assert.deepEqual([dx, dy], [0, -12.2]);
  const square = shapePath(1, 0, 0, 10);
  assert.equal(square, 'M-9 -9L9 -9L9 9L-9 9Z');
});
