import assert from 'node:assert/strict';
import { test } from 'node:test';

import { appended } from '../../../../static/js/figures/plane/appended.js';

const point = (/** @type {number} */ id, x1 = 0, target = 0) => ({ id, x1, x2: 1, target, test: false });
const two = [point(1), point(2)];

test('what follows after the points that lie there was appended', () => {
  assert.deepEqual(appended(two, [...two, point(3)]), [point(3)]);
  assert.deepEqual(appended(two, [point(1), point(2)]), [], 'equal points are the same');
  assert.deepEqual(appended([], two), two);
});

test('a point that moved, went or changed its class is none that was appended', () => {
  assert.equal(appended(two, [point(1), point(2, 0.5), point(3)]), null);
  assert.equal(appended(two, [point(1)]), null);
  assert.equal(appended(two, [point(1), point(2, 0, 1)]), null);
});
