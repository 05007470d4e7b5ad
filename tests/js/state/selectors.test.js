import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  architectureOf, classCounts, classesShown, hasTrainingPoint, testShare,
} from '../../../static/js/state/selectors.js';
import { createStore } from '../../../static/js/state/store.js';
import { EXPERIMENT, POINTS, entry } from './scene.js';

test('an experiment has one architecture', () => {
  assert.equal(architectureOf(EXPERIMENT), architectureOf(EXPERIMENT));
  assert.deepEqual(architectureOf({ ...EXPERIMENT, hidden: [3] }).sizes, [2, 3, 2]);
});

test('points are counted by class, those without any too', () => {
  assert.deepEqual(classCounts({ experiment: { ...EXPERIMENT, classes: 3 }, points: POINTS }), [1, 2, 0]);
  assert.deepEqual(classCounts({ experiment: { ...EXPERIMENT, task: 'regression' }, points: POINTS }), []);
});

test('a point of a class that is on its way is drawn already', () => {
  const experiment = /** @type {any} */ ({ task: 'classification', classes: 2 });
  const points = [{ id: 0, x1: 0, x2: 0, target: 2, test: false }];
  assert.equal(classesShown(experiment, points), 3);
  assert.equal(classesShown(experiment, []), 2);
  assert.equal(classesShown({ ...experiment, task: 'regression' }, points), 2);
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
  store.dispatch({ type: 'remember', entry: entry(1) });
  assert.equal(calls, 1);
  leave();
  store.dispatch({ type: 'undone' });
  assert.equal(calls, 1);
});
