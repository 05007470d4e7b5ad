import assert from 'node:assert/strict';
import test from 'node:test';

import { crossEntropy, squaredError, withOutput } from '../../../static/js/article/cost_figure.js';
import { chosenBy, keysOfKind, normalized } from '../../../static/js/article/kinds.js';
import { traceOf } from '../../../static/js/article/trace.js';
import { NETWORKS } from './networks.js';

const SIZES = [2, 4, 3, 2];
const CHOSEN = { layer: 3, neuron: 2, source: 0 };

test('a symbol with i, j and k stands for elements of the weight that is chosen', () => {
  const keys = (/** @type {string} */ kind) => keysOfKind(kind, CHOSEN, SIZES);
  assert.deepEqual(keys('w'), ['w:3:2:0']);
  assert.deepEqual(keys('b'), ['b:3:2']);
  assert.deepEqual(keys('d'), ['a:3:2']);
  assert.deepEqual(keys('s'), ['a:2:0']);
  assert.deepEqual(keys('wn'), ['w:4:0:2', 'w:4:1:2']);
  assert.deepEqual(keys('dn'), ['a:4:0', 'a:4:1']);
  assert.equal(keys('wv').length, 12);
  assert.deepEqual(keys('wb').length, 6);
  assert.deepEqual(keys('unheard of'), []);
});

test('what lies beyond the output is nothing', () => {
  assert.deepEqual(keysOfKind('dn', { layer: 4, neuron: 0, source: 0 }, SIZES), []);
  assert.deepEqual(keysOfKind('wb', { layer: 4, neuron: 0, source: 0 }, SIZES), []);
});

test('pointing at an element chooses its weight, or the first one of its neuron', () => {
  assert.deepEqual(chosenBy('w:4:1:2', SIZES), { layer: 4, neuron: 1, source: 2 });
  assert.deepEqual(chosenBy('a:2:3', SIZES), { layer: 2, neuron: 3, source: 0 });
  assert.equal(chosenBy('x:0', SIZES), null);
  assert.equal(chosenBy('C', SIZES), null);
});

test('pre-activation and blame lie at their neuron', () => {
  assert.deepEqual(['z:3:1', 'd:3:1', 'a:3:1', 'x:0', 'w:2:0:0'].map((key) => normalized(key, SIZES)),
    ['a:3:1', 'a:3:1', 'a:3:1', 'x:0', 'w:2:0:0']);
});

test('the two costs of three outputs, by hand', () => {
  assert.ok(Math.abs(crossEntropy([0.2, 0.7, 0.1], 0) - 1.6094379124341003) < 1e-12);
  assert.ok(Math.abs(squaredError([0.2, 0.7, 0.1], 0) - 0.57) < 1e-12);
});

test('the other outputs share what is left, in the proportion they had', () => {
  const outputs = withOutput([0.2, 0.6, 0.2], 0, 0.6);
  [0.6, 0.3, 0.1].forEach((expected, k) => assert.ok(Math.abs(outputs[k] - expected) < 1e-12));
  const full = withOutput([0.2, 0.6, 0.2], 1, 1);
  assert.ok(Math.min(...full) > 0);
  assert.ok(Math.abs(full.reduce((sum, a) => sum + a, 0) - 1) < 1e-12);
});

test('the trace of the worked example has the numbers that stand in the text', () => {
  const trace = traceOf(NETWORKS.worked, NETWORKS.worked.followed);
  const printed = (/** @type {number[] | null} */ values) => values?.map((value) => value.toFixed(6));
  assert.deepEqual(printed(trace.activations[2]), ['0.462117', '-0.761594']);
  assert.deepEqual(printed(trace.activations[3]), ['0.754628', '0.245372']);
  assert.deepEqual(printed(trace.slopes[2]), ['0.786448', '0.419974']);
  assert.deepEqual(printed(trace.deltas[2]), ['0.296738', '-0.475387']);
  assert.equal(trace.cost.toFixed(6), '1.404980');
});
