import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Architecture } from '../../../static/js/network/architecture.js';
import { feedforward } from '../../../static/js/network/forward.js';
import { createGrid, feedforwardGrid, nodeCoordinate } from '../../../static/js/network/grid.js';
import { heldOf, lyingIn, slicedPlaces, strengthOf } from '../../../static/js/network/slice.js';

const network = new Architecture({
  features: ['x2', 'x3', 'x5'], hidden: [], task: 'regression', classes: 2, activation: 'tanh', output: 'linear',
});
const THETA = [2, 10, 100, 0.5];
/** @param {Partial<import('../../../static/js/types.js').Point>} fields */
const point = (fields) => ({ id: 1, x1: 0, x2: 0, target: 0, test: false, ...fields });

test('a point answers by its own further columns, a place of the plane by those that are held', () => {
  const slice = network.at([0.25, 7, -1]);
  const says = (/** @type {number[] | undefined} */ more) => feedforward(slice, THETA, 3, 4, more).activations[2]?.[0];
  assert.equal(says([1, 0, 2]), 2 * 4 + 10 + 200 + 0.5);
  assert.equal(says([]), 2 * 4 + 0.5, 'those that a point does not have are 0');
  assert.equal(says(undefined), 2 * 4 + 10 * 0.25 - 100 + 0.5);
});

test('a grid is of the slice that it was made for', () => {
  const slice = network.at([0.25, 7, -1]);
  const grid = createGrid(slice, 5);
  feedforwardGrid(slice, THETA, grid);
  for (let row = 0; row < 5; row += 1) {
    const x2 = -nodeCoordinate(row, 5);
    assert.equal(grid.pre_activations[5 * row + 3], Math.fround(2 * x2 + 2.5 - 100 + 0.5));
  }
});

test('a slice is the same object for the same values, and a network without further inputs is its own', () => {
  assert.equal(network.at([1, 2, 3]), network.at([1, 2, 3]));
  assert.notEqual(network.at([1, 2, 4]), network.at([1, 2, 3]));
  assert.ok(network.at([1, 2, 4]).sameShape(network));
  assert.equal(network.at([1, 2, 4]).weightIndex(2, 0, 2), network.weightIndex(2, 0, 2));
  const plain = new Architecture({ ...network, features: ['x1'], hidden: [], classes: 2 });
  assert.equal(plain.at([1, 2]), plain);
});

test('the plane holds columns at the mean of the points until another value is wished', () => {
  const points = [point({ more: [1, 4] }), point({ more: [2] }), point({})];
  assert.deepEqual(heldOf(points, []), [1, 4 / 3]);
  assert.deepEqual(heldOf(points, [null, -2]), [1, -2]);
  assert.deepEqual([heldOf([point({})], [3]), heldOf([], [3])], [[], []]);
  assert.deepEqual([lyingIn([1, -2]), lyingIn([])], [{ more: [1, -2] }, {}]);
});

test('points are fainter the farther they lie from the slice, along inputs alone', () => {
  const [held, places] = [[0, 0, 1], slicedPlaces(network)];
  assert.deepEqual(places, [0, 2]);
  const strengths = [[0, 0, 1], [0, 50, 1], [0.3, 0, 1], [0.3, 0, 1.6], [0, 0, 90]].map((more) => strengthOf({ more }, held, places));
  assert.deepEqual(strengths.slice(0, 2), [1, 1]);
  assert.ok(strengths.slice(1).every((strength, at) => at === 0 || strength < strengths[at]));
  assert.ok(strengths[4] > 0.2, 'and never gone');
});
