import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstSetup, mostLayers, mostNeurons } from '../../../../static/js/page/by_hand/setup.js';
import { LIMITS } from '../../state/scene.js';

test('the first network is no larger than the server allows', () => {
  assert.deepEqual(firstSetup(LIMITS).hidden, [2]);
  assert.deepEqual(firstSetup({ ...LIMITS, max_neurons: 1 }).hidden, [1]);
  assert.deepEqual(firstSetup({ ...LIMITS, max_hidden_layers: 0 }).hidden, []);
});

test('no more layers and neurons are offered than fit on paper, or than the server allows', () => {
  assert.deepEqual([mostLayers(LIMITS), mostNeurons(LIMITS)], [2, 3]);
  const small = { ...LIMITS, max_hidden_layers: 1, max_neurons: 2 };
  assert.deepEqual([mostLayers(small), mostNeurons(small)], [1, 2]);
});
