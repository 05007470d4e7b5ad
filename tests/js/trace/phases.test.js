import assert from 'node:assert/strict';
import test from 'node:test';

import { isBackward, neuronsOf, phaseName, phasesOf } from '../../../static/js/trace/phases.js';

/** @param {number} layers @param {{update: boolean}} options */
const names = (layers, options) => phasesOf(layers, options).map((phase) => phaseName(phase, layers));

test('a pass goes forward through every layer, to the cost, and back', () => {
  assert.deepEqual(names(4, { update: true }), [
    'Input', 'Layer 2', 'Layer 3', 'Output', 'Cost', 'Delta 4', 'Delta 3', 'Delta 2', 'Gradients', 'Update']);
});

test('without a hidden layer it still has every kind of phase', () => {
  assert.deepEqual(names(2, { update: true }), ['Input', 'Output', 'Cost', 'Delta 2', 'Gradients', 'Update']);
});

test('a test point makes no update', () => {
  assert.equal(names(3, { update: false }).at(-1), 'Gradients');
});

test('eight hidden layers have 22 stations, half of them told backwards', () => {
  const phases = phasesOf(10, { update: true });
  assert.equal(phases.length, 22);
  assert.equal(phases.filter(isBackward).length, 11);
});

test('Up and Down walk the neurons of the layer, or all that have parameters', () => {
  const sizes = [2, 3, 2];
  assert.deepEqual(neuronsOf({ kind: 'forward', layer: 2 }, sizes).map(({ neuron }) => neuron), [0, 1, 2]);
  assert.deepEqual(neuronsOf({ kind: 'gradient', layer: 0 }, sizes).map(({ layer }) => layer), [2, 2, 2, 3, 3]);
  assert.deepEqual(neuronsOf({ kind: 'cost', layer: 0 }, sizes), [{ layer: 3, neuron: 0 }, { layer: 3, neuron: 1 }]);
});
