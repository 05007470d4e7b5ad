import assert from 'node:assert/strict';
import { test } from 'node:test';

import { encodeVector } from '../../../static/js/network/parameters.js';
import { composeCheckpoint } from '../../../static/js/wire/checkpoint.js';

test('a checkpoint holds experiment, points and progress, and nothing else', () => {
  const parts = { experiment: { seed: 3 }, points: [{ id: 1 }], progress: { step: 9 } };
  const state = /** @type {any} */ ({ ...parts, revision: 4 });
  assert.deepEqual(composeCheckpoint(state), { version: 1, ...parts });
});

test('the progress of a checkpoint is the server\'s own, to the last bit of what was shown last', () => {
  const last_batch = { cost: 0.1 + 0.2, samples: 10, update: encodeVector([5e-324, -1 / 3]) };
  const progress = JSON.parse(JSON.stringify({
    step: 9, epoch: 1, batch: 0, parameters: encodeVector([1 / 3, 1e300]), optimizer: {}, last_batch,
  }));
  const state = /** @type {any} */ ({ experiment: {}, points: [], progress });
  const sent = JSON.parse(JSON.stringify(composeCheckpoint(state)));
  assert.deepEqual(sent.progress, progress);
  assert.equal(sent.progress.last_batch.cost, 0.30000000000000004);
});

test('before the first welcome there is no checkpoint', () => {
  assert.equal(composeCheckpoint({ experiment: null, points: [], progress: null }), null);
});
