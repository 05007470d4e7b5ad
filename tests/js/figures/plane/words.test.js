import assert from 'node:assert/strict';
import { test } from 'node:test';

import { stepPlace } from '../../../../static/js/figures/plane/keyboard.js';
import { crosshairText, placeText, planeName } from '../../../../static/js/figures/plane/name.js';

test('the plane names itself from its state', () => {
  /** @type {Parameters<typeof planeName>[0]} */
  const usual = { points: 221, task: 'classification', classes: 3, correct: 0.98 };
  const name = (/** @type {object} */ state) => planeName({ ...usual, ...state }).text;
  assert.equal(name({}), 'Plane, 221 points, 3 classes, 98% correct');
  assert.equal(name({ of: 'training' }), 'Plane, 221 points, 3 classes, 98% of the training points correct');
  assert.equal(name({ points: 1, classes: 2, correct: null }), 'Plane, 1 point, 2 classes');
  assert.equal(name({ points: 40, task: 'regression', correct: null }), 'Plane, 40 points, a real target');
});

test('the crosshair says where it is and what is under it', () => {
  const place = { x1: 0.5, x2: -1.2 };
  assert.equal(crosshairText(place, null, 'classification').text, '0.5, \u22121.2');
  assert.equal(
    crosshairText(place, { target: 2, test: true }, 'classification').text,
    '0.5, \u22121.2: triangle, test point');
  assert.equal(
    crosshairText(place, { target: -0.25, test: false }, 'regression').text,
    '0.5, \u22121.2: target \u22120.25, training point');
});

test('a place near an axis reads as on it', () => {
  assert.equal(placeText({ x1: 1.13, x2: -0.01 }), '1.1, 0.0');
});

test('arrows move the crosshair by 0.1, with Shift by 0.5, and not out of the plane', () => {
  const from = { x1: 0, x2: 0 };
  assert.deepEqual(stepPlace(from, 'ArrowRight', false, 3), { x1: 0.1, x2: 0 });
  assert.deepEqual(stepPlace(from, 'ArrowUp', true, 3), { x1: 0, x2: 0.5 });
  assert.deepEqual(stepPlace({ x1: -2.9, x2: 3 }, 'ArrowLeft', true, 3), { x1: -3, x2: 3 });
});

test('a hundred steps leave no trace of rounding', () => {
  let place = { x1: 0, x2: 0 };
  for (let count = 0; count < 7; count += 1) place = stepPlace(place, 'ArrowDown', false, 3);
  assert.equal(place.x2, -0.7);
});
