import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleOf, wished } from '../../../../static/js/page/points/samples.js';

/** @param {number} id @param {number} x1 */
const point = (id, x1) => ({ id, x1, x2: 0, target: 0, test: false });
const drawn = [point(0, 1), point(1, 2), point(2, 3)];
const sample = { dataset: 'circle', count: 3, noise: 0, test_share: 0, seed: 1, points: drawn };

test('points are a data set for as long as most of them lie where it put them', () => {
  assert.equal(sampleOf(drawn, sample), sample);
  assert.equal(sampleOf([...drawn, point(3, 9)], sample), sample);
  assert.equal(sampleOf([point(0, 7), ...drawn.slice(1)], sample), sample);
});

test('they are none once others took their place, even under the same numbers', () => {
  assert.equal(sampleOf([point(0, 8), point(1, 9)], sample), null);
  assert.equal(sampleOf([], sample), null);
  assert.equal(sampleOf(drawn, null), null);
});

test('a sample has as many points as the server takes; only a number that is asked for may be more', () => {
  assert.equal(wished(null, { dataset: 'xor' }, 2000).count, 200);
  assert.equal(wished(null, { dataset: 'xor' }, 30).count, 30);
  assert.equal(wished(sample, { noise: 1 }, 30).count, 3);
  assert.equal(wished(null, { count: 500 }, 30).count, 500, 'the server refuses it, and says why');
});
