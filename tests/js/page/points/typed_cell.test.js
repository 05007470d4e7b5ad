import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axisOf, typed } from '../../../../static/js/page/points/typed_cell.js';

const WEIGHT = { name: 'weight', unit: 'g', offset: 150, factor: 20 };

test('what is typed in a cell is read in the column’s own units, as people write numbers', () => {
  for (const text of ['170', '170 g', ' 170,0', '1.7e2']) assert.deepEqual(typed(WEIGHT, 'x3', text), { value: 1 }, text);
  assert.deepEqual(typed(WEIGHT, 'x1', '−50'), { value: -10 });
  assert.match(Object(typed(WEIGHT, 'x1', 'heavy')).fault, /not a number/);
  assert.match(Object(typed(WEIGHT, 'x1', '')).fault, /not a number/);
  assert.deepEqual(typed(WEIGHT, 'x4', '2150'), { value: 100 });
  assert.match(Object(typed(WEIGHT, 'x4', '2151')).fault, /too far/);
  assert.match(Object(typed(WEIGHT, 'target', '351')).fault, /too far/, 'a real target goes from −10 to 10');
});

test('each column has its own axis; one that the table doesn’t name is the plane’s', () => {
  const axis = (/** @type {string} */ name) => ({ name, unit: '', offset: 0, factor: 1 });
  const state = {
    points: [{ id: 1, x1: 0, x2: 0, target: 0, test: false }],
    tables: [{ name: 't', first: 0, last: 5, classes: [], axes: { x1: axis('a'), x2: axis('b'), target: null, more: [axis('c'), axis('d')] } }],
  };
  const names = (/** @type {const} */ (['x1', 'x2', 'x3', 'x4', 'x5', 'target'])).map((key) => axisOf(state, key).name);
  assert.deepEqual(names, ['a', 'b', 'c', 'd', '', '']);
});
