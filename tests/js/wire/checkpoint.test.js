import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decodeVector, encodeVector } from '../../../static/js/network/parameters.js';
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

test('vectors are base64 of little-endian float64', () => {
  // 1 is 3ff0000000000000 and -2.5 is c004000000000000; their bytes, least first, in base64:
  assert.equal(encodeVector([1, -2.5]), 'AAAAAAAA8D8AAAAAAAAEwA==');
  assert.deepEqual([...decodeVector('AAAAAAAA8D8AAAAAAAAEwA==')], [1, -2.5]);
});

test('vectors come back bit for bit', () => {
  const values = Float64Array.of(Math.PI, -0, 5e-324, Number.MAX_VALUE, 0.1 + 0.2);
  const back = decodeVector(encodeVector(values));
  values.forEach((value, index) => assert.ok(Object.is(back[index], value)));
  assert.equal(decodeVector('').length, 0);
});

test('text that is no vector is refused', () => {
  assert.throws(() => decodeVector('not base64, surely'), RangeError);
  assert.throws(() => decodeVector('AAAA'), { name: 'RangeError', message: /3 bytes/ });
});
