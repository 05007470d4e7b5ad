import assert from 'node:assert/strict';
import test from 'node:test';

import { spiralCheckpoint, spiralLink } from '../../../static/js/by_hand/spiral.js';
import { fromLink } from '../../../static/js/kept/link.js';
import { decodeVector } from '../../../static/js/network/parameters.js';

test('the spiral goes to the playground as a link, with a hundred points an arm', async () => {
  const { checkpoint, name } = await fromLink(await spiralLink(), async () => []);
  assert.equal(name, 'Spiral of three arms');
  assert.deepEqual([0, 1, 2].map((arm) => checkpoint.points.filter(({ target }) => target === arm).length), [100, 100, 100]);
  assert.ok(checkpoint.points.every(({ x1, x2 }) => Math.hypot(x1, x2) <= 3.01));
  assert.deepEqual(checkpoint.points, spiralCheckpoint().points);
  assert.equal(decodeVector(checkpoint.progress.parameters).length, 3 * 16 + 17 * 3);
});
