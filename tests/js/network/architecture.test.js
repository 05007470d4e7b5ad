import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Architecture } from '../../../static/js/network/architecture.js';

/** @type {ConstructorParameters<typeof Architecture>[0]} */
const experiment = {
  features: ['x1', 'x2'],
  hidden: [3],
  task: 'classification',
  classes: 4,
  activation: 'tanh',
  output: 'softmax',
};

test('sizes run from the features over the hidden layers to one output neuron a class', () => {
  assert.deepEqual(new Architecture(experiment).sizes, [2, 3, 4]);
  assert.deepEqual(new Architecture({ ...experiment, task: 'regression', hidden: [] }).sizes, [2, 1]);
});

test('weights and biases stand where docs/notation.md puts them', () => {
  const architecture = new Architecture(experiment);
  assert.equal(architecture.parameterCount, 25, '(2 + 1) · 3 + (3 + 1) · 4');
  assert.equal(architecture.weightIndex(2, 0, 0), 0);
  assert.equal(architecture.weightIndex(2, 2, 1), 5, 'offset 0 + j 1 · 3 + k 2');
  assert.equal(architecture.biasIndex(2, 1), 7, 'offset 0 + 2 · 3 + k 1');
  assert.equal(architecture.weightIndex(3, 3, 2), 20, 'offset 9 + j 2 · 4 + k 3');
  assert.equal(architecture.biasIndex(3, 3), 24);
});

test('shapes agree when sizes and features do, whatever the functions are', () => {
  const architecture = new Architecture(experiment);
  assert.ok(architecture.sameShape(new Architecture({ ...experiment, activation: 'relu' })));
  assert.ok(!architecture.sameShape(new Architecture({ ...experiment, hidden: [4] })));
  assert.ok(!architecture.sameShape(new Architecture({ ...experiment, features: ['x1', 'sin x1'] })));
});
