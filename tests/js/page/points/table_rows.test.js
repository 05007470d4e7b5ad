import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALL, rowsOf } from '../../../../static/js/page/points/table_rows.js';

const POINTS = [
  { id: 7, x1: 0.5, x2: 1, target: 0, test: false },
  { id: 3, x1: -1, x2: 2, target: 1, test: true },
  { id: 9, x1: 2, x2: 0, target: 1, test: false },
];
/** @type {Record<number, number[]>} */
const ANSWERS = { 7: [0.2, 0.8], 3: [0.3, 0.7], 9: [0.1, 0.9] };
/** @param {Partial<import('../../../../static/js/page/points/table_rows.js').Wish>} wish */
const shown = (wish, isClass = true) => rowsOf(POINTS, { ...ALL, ...wish }, isClass, ({ id }) => ANSWERS[id]).map(({ number }) => number);

test('rows are sorted by any column, either way, and filtered by what is asked', () => {
  assert.deepEqual(shown({}), [1, 2, 3]);
  assert.deepEqual(shown({ key: 'x1' }), [2, 1, 3]);
  assert.deepEqual(shown({ key: 'x2', falling: true }), [2, 1, 3]);
  assert.deepEqual(shown({ key: 'says' }), [1, 2, 3], 'the least right first: 0.2, 0.7, 0.9');
  assert.deepEqual(shown({ key: 'target', falling: true }), [2, 3, 1]);
  assert.deepEqual(shown({ verdict: 'wrong' }), [1]);
  assert.deepEqual(shown({ target: 1 }), [2, 3]);
  assert.deepEqual(shown({ use: 'testing' }), [2]);
  assert.deepEqual(shown({ verdict: 'wrong', target: 1 }), []);
});

test('heights have no class to be wrong about', () => {
  assert.deepEqual(shown({ verdict: 'wrong', target: 1 }, false), [1, 2, 3]);
  assert.deepEqual(shown({ key: 'says' }, false), [3, 2, 1], 'the farthest from its target first: 0.9, 0.7, 0.2');
});
