import assert from 'node:assert/strict';
import { test } from 'node:test';

import { spread, withFewer, withLess } from '../../../../static/js/page/share/less.js';
import { randomFrom } from '../../random.js';
import { TABLE, parcel, placed } from '../../kept/samples.js';

/** @param {readonly import('../../../../static/js/types.js').Point[]} points @returns {Record<string, number>} how many there are of each kind */
function kinds(points) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const { target, test: isTest } of points) counts[`${target} ${isTest}`] = (counts[`${target} ${isTest}`] ?? 0) + 1;
  return counts;
}

test('some points are spread over classes and roles as all are, whatever the order', () => {
  // Every fifth is a test point, as every fifth is taken: places alone would take test points only.
  const points = Array.from({ length: 1000 }, (_, id) => ({ id, x1: 0, x2: 0, target: id < 700 ? 0 : 1, test: id % 5 === 0 }));
  const some = spread(points, 200);
  assert.deepEqual(kinds(some), { '0 false': 112, '0 true': 28, '1 false': 48, '1 true': 12 });
  assert.deepEqual(some.map(({ id }) => id), some.map(({ id }) => id).sort((a, b) => a - b), 'in their order');
  assert.equal(new Set(some).size, 200);
  assert.deepEqual(spread(points.slice(0, 150), 200), points.slice(0, 150));
});

test('with fewer points a new epoch begins, and nothing names a point that is not there', () => {
  const random = randomFrom(4);
  const whole = { ...parcel(random, placed(random, 500)), tables: [TABLE, { ...TABLE, first: 9000, last: 9001 }] };
  const some = withFewer(whole, 200);
  assert.equal(some.checkpoint.points.length, 200);
  assert.deepEqual(some.checkpoint.progress, { ...whole.checkpoint.progress, batch: 0 });
  assert.deepEqual(some.tables, [TABLE]);
  assert.equal(whole.look?.chosen, 3);
  const without = some.checkpoint.points.every(({ id }) => id !== 3);
  assert.equal(some.look?.chosen, without ? null : 3);
  const none = withFewer(whole, 0);
  assert.deepEqual([none.checkpoint.points, none.tables, none.drawn, none.look?.chosen], [[], [], null, null]);
  assert.equal(withFewer(whole, 500), whole, 'all of them: nothing changes');
});

test('what the network learned is left out by a server’s first weights', async () => {
  const random = randomFrom(5);
  const whole = parcel(random, placed(random, 10));
  const first = { ...whole.checkpoint.progress, step: 0 };
  const asked = /** @type {unknown[]} */ ([]);
  const session = { stand: async (/** @type {unknown} */ given) => asked.push(given), restart: async () => ({ progress: first }), close: () => asked.push('closed') };
  const less = await withLess(whole, { points: Infinity, learned: false }, () => /** @type {any} */ (session));
  assert.deepEqual(less, { ...whole, checkpoint: { ...whole.checkpoint, progress: first } });
  assert.deepEqual(asked, [whole.checkpoint, 'closed']);
  const broken = { ...session, stand: async () => { throw new Error('offline'); } };
  await assert.rejects(withLess(whole, { points: 0, learned: false }, () => /** @type {any} */ (broken)), /offline/);
  assert.deepEqual(asked.at(-1), 'closed');
});
