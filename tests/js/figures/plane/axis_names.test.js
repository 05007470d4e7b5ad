import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axisNames, freestShare } from '../../../../static/js/figures/plane/axis_names.js';

const layout = { width: 600, height: 600, extent: 3 };
const RADIUS = 5;

test('an axis’ name stands at its end, or where no points lie', () => {
  const places = [0, 0.5, 1];
  const where = (/** @type {{x1: number, x2: number}[]} */ ...points) => freestShare(places, 100, 18, layout, points, RADIUS);
  assert.equal(where(), 0);
  assert.equal(where({ x1: -2.5, x2: 0 }), 0, 'a point far below is not in its way');
  assert.equal(where({ x1: -2.5, x2: 2.8 }), 0.5);
  assert.equal(where({ x1: -2.5, x2: 2.8 }, { x1: 0, x2: 2.8 }), 1);
  assert.equal(where({ x1: -2.5, x2: 2.8 }, { x1: 0, x2: 2.8 }, { x1: 2.5, x2: 2.8 }), 0, 'where all are covered, the first');
});

test('where all corners and the middle are full, names find the gap between', () => {
  const edges = [2.8, -2.65];
  const everywhere = edges.flatMap((x2) => Array.from({ length: 121 }, (_, at) => ({ x1: -3 + at / 20, x2 })));
  const gaps = everywhere.filter(({ x1, x2 }) => (x2 > 0 ? x1 < -1.6 || x1 > -0.4 : x1 < 0.6 || x1 > 1.8));
  const names = axisNames(layout, { axes: { x1: 'petal width', x2: 'petal' }, points: gaps, radius: RADIUS }, () => 90);
  assert.deepEqual(names.map(({ text }) => text), ['\u2191 petal', 'petal width \u2192']);
  const free = [[-1.6, -0.4], [0.6, 1.8]].map((ends) => ends.map((x1) => 100 * (x1 + 3)));
  names.forEach(({ x }, index) => {
    assert.ok(x > free[index][0] && x + 90 < free[index][1], `${x} lies between ${free[index]}`);
  });
});

test('between points that leave less than it takes, a name touches rings sooner than it lies under a point', () => {
  // Points every 60 pixels, and a name of 45: clear of one ring it would lie under the next point.
  const points = Array.from({ length: 10 }, (_, at) => ({ x1: -2.95 + at * 0.6, x2: -2.65 }));
  const [{ x }] = axisNames(layout, { axes: { x1: 'width', x2: '' }, points, radius: RADIUS }, () => 45);
  for (const { x1 } of points) {
    const off = Math.max(x - 100 * (x1 + 3), 100 * (x1 + 3) - x - 45);
    assert.ok(off > RADIUS, `${x} to ${x + 45} lies off ${100 * (x1 + 3)}`);
  }
});

test('a name that no axis has is not written, and a neuron’s own name is left its place', () => {
  assert.deepEqual(axisNames(layout, { axes: { x1: '', x2: '' }, points: [], radius: RADIUS }, () => 90), []);
  const [beside] = axisNames(layout, { axes: { x1: '', x2: 'petal' }, points: [], radius: RADIUS, isBesideName: true }, () => 90);
  assert.equal(beside.x, 600 - 12 - 90);
});
