import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  architectureOf, classCounts, hasTrainingPoint, testShare,
} from '../../../static/js/state/selectors.js';
import { createStore } from '../../../static/js/state/store.js';
import { EXPERIMENT, POINTS } from './scene.js';

test('an experiment has one architecture', () => {
  assert.equal(architectureOf(EXPERIMENT), architectureOf(EXPERIMENT));
  assert.deepEqual(architectureOf({ ...EXPERIMENT, hidden: [3] }).sizes, [2, 3, 2]);
});

test('points are counted by class, those without any too', () => {
  assert.deepEqual(classCounts({ experiment: { ...EXPERIMENT, classes: 3 }, points: POINTS }), [1, 2, 0]);
  assert.deepEqual(classCounts({ experiment: { ...EXPERIMENT, task: 'regression' }, points: POINTS }), []);
});

test('the share of test points is of all points', () => {
  assert.equal(testShare({ points: POINTS }), 1 / 3);
  assert.equal(testShare({ points: [] }), 0);
});

test('test points alone are nothing to learn from', () => {
  assert.ok(hasTrainingPoint({ points: POINTS }));
  assert.ok(!hasTrainingPoint({ points: POINTS.filter((point) => point.test) }));
});

test('a store tells its listeners of changes only, until they leave', () => {
  const store = createStore();
  let calls = 0;
  const leave = store.subscribe(() => calls++);
  store.dispatch({ type: 'dismiss_error' });
  assert.equal(calls, 0, 'there was no error');
  store.dispatch({ type: 'remember', entry: { key: 1, undo: [], redo: [] } });
  assert.equal(calls, 1);
  leave();
  store.dispatch({ type: 'undone' });
  assert.equal(calls, 1);
});
