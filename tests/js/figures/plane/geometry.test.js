import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  clampPlace, ticks, toPixelX, toPixelY, toPlace,
} from '../../../../static/js/figures/plane/geometry.js';
import { pointAt, toleranceFor } from '../../../../static/js/figures/plane/hit.js';

const LAYOUT = { width: 600, height: 300, extent: 3 };

test('x1 grows to the right and x2 upwards, from corner to corner', () => {
  assert.deepEqual([toPixelX(LAYOUT, -3), toPixelX(LAYOUT, 0), toPixelX(LAYOUT, 3)], [0, 300, 600]);
  assert.deepEqual([toPixelY(LAYOUT, 3), toPixelY(LAYOUT, 0), toPixelY(LAYOUT, -3)], [0, 150, 300]);
});

test('a pixel and its place are each other\'s inverse, to the thousandth that a place is taken to', () => {
  const place = toPlace(LAYOUT, 123, 45);
  assert.deepEqual(place, { x1: -1.77, x2: 2.1 });
  assert.deepEqual(toPlace(LAYOUT, 123.04, 45.03), { x1: -1.77, x2: 2.099 });
  assert.ok(Math.abs(toPixelX(LAYOUT, place.x1) - 123) < 1e-9);
  assert.ok(Math.abs(toPixelY(LAYOUT, place.x2) - 45) < 1e-9);
  assert.ok(Object.is(toPlace(LAYOUT, 299.99, 150).x1, 0), 'no point lies at −0');
});

test('a pointer that leaves the plane stays at its rim', () => {
  assert.deepEqual(toPlace(LAYOUT, -50, 900), { x1: -3, x2: -3 });
  assert.deepEqual(clampPlace({ x1: 3.2, x2: 0.5 }, 3), { x1: 3, x2: 0.5 });
});

test('ticks stand at the whole numbers inside', () => {
  assert.deepEqual(ticks(3), [-2, -1, 0, 1, 2]);
  assert.deepEqual(ticks(2.5), [-2, -1, 0, 1, 2]);
});

test('the nearest point in reach is hit, of two alike the one on top, and none beyond', () => {
  const points = [{ id: 1, x1: 0, x2: 0 }, { id: 2, x1: 0.05, x2: 0 }, { id: 3, x1: 0.05, x2: 0 }];
  assert.equal(pointAt(points, LAYOUT, 301, 150, 10)?.id, 1);
  assert.equal(pointAt(points, LAYOUT, 304, 150, 10)?.id, 3);
  assert.equal(pointAt(points, LAYOUT, 300, 165, 10), null);
});

test('a finger may miss by more than a mouse', () => {
  const points = [{ id: 1, x1: 0, x2: 0 }];
  const at = (/** @type {string} */ type) => pointAt(points, LAYOUT, 300, 170, toleranceFor(type));
  assert.equal(at('mouse'), null);
  assert.equal(at('pen'), null);
  assert.equal(at('touch')?.id, 1);
});
