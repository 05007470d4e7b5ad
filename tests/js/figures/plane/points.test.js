import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freestShare, wholeTicks } from '../../../../static/js/figures/plane/points.js';

test('both axes have their zero', () => {
  const { x1, x2 } = wholeTicks(3);
  for (const marks of [x1, x2]) assert.deepEqual(marks.map(({ text }) => text), ['−2', '−1', '0', '1', '2']);
});

test('an axis’ name stands at its end, or where no points lie', () => {
  const layout = { width: 600, height: 600, extent: 3 };
  const places = [0, 0.5, 1];
  const where = (/** @type {{x1: number, x2: number}[]} */ ...points) => freestShare(places, 100, 18, layout, points);
  assert.equal(where(), 0);
  assert.equal(where({ x1: -2.5, x2: 0 }), 0, 'a point far below is not in its way');
  assert.equal(where({ x1: -2.5, x2: 2.8 }), 0.5);
  assert.equal(where({ x1: -2.5, x2: 2.8 }, { x1: 0, x2: 2.8 }), 1);
  assert.equal(where({ x1: -2.5, x2: 2.8 }, { x1: 0, x2: 2.8 }, { x1: 2.5, x2: 2.8 }), 0, 'where all are covered, the first');
});
