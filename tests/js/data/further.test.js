/** Columns beyond the plane's two are inputs as well. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { furtherColumns, withRole } from '../../../static/js/data/roles.js';
import { inputsFor } from '../../../static/js/page/own/inputs.js';
import { take } from './taking.js';

/** @typedef {import('../../../static/js/data/roles.js').Role} Role */

const TABLE = 'a;b;c (g);d;kind\n0;0;100;5;u\n1;4;200;7;v\n2;2;x;9;u\n3;1;150;9;u\n';
const ROLES = /** @type {Role[]} */ (['x1', 'x2', 'more', 'more', 'class']);

test('they are scaled as the plane’s own are, and keep their names and units', () => {
  const { taken } = take(TABLE, { roles: ROLES, scaling: 'fill' });
  assert.deepEqual(taken.points.map(({ more }) => more), [[-2.5, -2.5], [2.5, 0], [0, 2.5]]);
  assert.deepEqual(taken.axes.more, [{ name: 'c', unit: 'g', offset: 150, factor: 20 }, { name: 'd', unit: '', offset: 7, factor: 0.8 }]);
  assert.deepEqual(taken.faults.map(({ line, column, reason }) => [line, column, reason]), [[4, 2, '“x” is not a number']]);
  const asItIs = take(TABLE, { roles: ROLES }).taken;
  assert.deepEqual(asItIs.faults.map(({ column, reason }) => [column, reason]), [
    [2, '200 lies beyond −100 and 100: choose another fit'], [2, '“x” is not a number'], [2, '150 lies beyond −100 and 100: choose another fit'],
  ]);
});

test('points of the plane alone have none', () => {
  const { taken } = take(TABLE, { roles: ['x1', 'x2', 'unused', 'unused', 'class'] });
  assert.ok(taken.points.every((point) => !('more' in point)) && !('more' in taken.axes));
});

test('several columns may be further inputs, at most five, in their order', () => {
  let roles = /** @type {Role[]} */ (['x1', 'x2', 'unused', 'unused', 'class']);
  for (const at of [3, 2]) roles = withRole(roles, at, 'more');
  assert.deepEqual(furtherColumns(roles), [2, 3]);
  assert.deepEqual(withRole(roles, 2, 'x1'), ['more', 'x2', 'x1', 'more', 'class'], 'what had the place gets the slider');
  assert.deepEqual(withRole(roles, 0, 'more'), ['more', 'x2', 'more', 'more', 'class']);
  assert.equal(furtherColumns(Array.from({ length: 9 }, () => /** @type {Role} */ ('more'))).length, 5);
});

test('the network gets them beside its inputs of the plane, no more than seven together', () => {
  assert.deepEqual(inputsFor(['x1', 'x2'], 0), {});
  assert.deepEqual(inputsFor(['x1', 'x2', 'x3'], 1), {});
  assert.deepEqual(inputsFor(['x1', 'x2', 'x3', 'x4'], 0), { features: ['x1', 'x2'] });
  assert.deepEqual(inputsFor(['x1', 'sin x1'], 2), { features: ['x1', 'sin x1', 'x3', 'x4'] });
  assert.deepEqual(inputsFor(['x1', 'x2', 'x1^2', 'sin x1'], 4), { features: ['x1', 'x2', 'x3', 'x4', 'x5', 'x6'] });
  assert.deepEqual(inputsFor(['x3'], 0), { features: ['x1', 'x2'] });
});
