import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neuronsOfNewLayer } from '../../../../static/js/page/network/network_panel.js';

test('a new layer is as wide as the one before it', () => {
  assert.equal(neuronsOfNewLayer([6, 4], 3), 6);
  assert.equal(neuronsOfNewLayer([6, 4], 2), 6);
  assert.equal(neuronsOfNewLayer([6, 4], 4), 4);
  assert.equal(neuronsOfNewLayer([], 2), 4);
  assert.equal(neuronsOfNewLayer([], 2, 3), 3, 'but no wider than the server takes');
});
