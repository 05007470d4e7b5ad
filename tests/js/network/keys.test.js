import assert from 'node:assert/strict';
import { test } from 'node:test';

import { biasKey, neuronKey, neuronKeys, parseKey, weightKey } from '../../../static/js/network/keys.js';

test('a key is read back as what it was written from', () => {
  assert.deepEqual(parseKey(weightKey(3, 2, 0), 4), { kind: 'weight', layer: 3, neuron: 2, source: 0 });
  assert.deepEqual(parseKey(biasKey(4, 1), 4), { kind: 'bias', layer: 4, neuron: 1, source: -1 });
  assert.deepEqual(parseKey(neuronKey(3, 2), 4), { kind: 'neuron', layer: 3, neuron: 2, source: -1 });
});

test('an input is x, and a^1 is the same element', () => {
  assert.equal(neuronKey(1, 1), 'x:1');
  assert.deepEqual(parseKey('a:1:1', 4), parseKey('x:1', 4));
});

test('pre-activation and blame lie at their neuron, the target at the output', () => {
  assert.deepEqual(parseKey('z:3:1', 4), parseKey('a:3:1', 4));
  assert.deepEqual(parseKey('d:3:1', 4), parseKey('a:3:1', 4));
  assert.equal(parseKey('y:1', 4)?.layer, 4);
  assert.equal(parseKey('layer:2', 4)?.kind, 'layer');
  assert.equal(parseKey('nonsense', 4), null);
});

test('all neurons have a key', () => {
  assert.deepEqual(neuronKeys([2, 3]), ['x:0', 'x:1', 'a:2:0', 'a:2:1', 'a:2:2']);
});
