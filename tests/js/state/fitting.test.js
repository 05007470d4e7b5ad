import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fitting } from '../../../static/js/state/fitting.js';
import { EXPERIMENT, progressAt } from './scene.js';

const LIMITS = { max_points: 2000, max_hidden_layers: 8, max_neurons: 16, max_message_bytes: 1e6 };

/** @param {number} count */
const points = (count) => Array.from({ length: count }, (_, id) => ({ id, x1: id / 10, x2: 0, target: id < count / 2 ? 0 : 1, test: false }));

/** @param {number} count @param {number[]} hidden */
const checkpoint = (count, hidden = [1]) => (
  { version: /** @type {const} */ (1), experiment: { ...EXPERIMENT, hidden }, points: points(count), progress: progressAt(50) });

test('with fewer points the network stays as it was, and every class keeps its share', () => {
  const { commands, lost } = fitting(checkpoint(200), { ...LIMITS, max_points: 30 });
  assert.deepEqual(lost, ['30 of 200 points']);
  const [{ type, checkpoint: fitted }] = commands;
  assert.equal(commands.length, 1);
  assert.equal(type, 'load');
  assert.equal(fitted.points.length, 30);
  assert.equal(fitted.points.filter((/** @type {any} */ { target }) => target === 0).length, 15);
  assert.deepEqual(fitted.progress, { ...progressAt(50), batch: 0 });
});

test('a smaller network begins anew, with as many layers and neurons as fit', () => {
  const { commands, lost } = fitting(checkpoint(4, [8, 3, 8]), { ...LIMITS, max_neurons: 5, max_hidden_layers: 2 });
  assert.deepEqual(lost, ['hidden layers of 5, 3 neurons', 'new first weights']);
  assert.deepEqual(commands, [
    { type: 'configure', changes: { ...EXPERIMENT, hidden: [5, 3] } },
    { type: 'replace_points', points: points(4) },
  ]);
  const none = fitting(checkpoint(0, [2]), { ...LIMITS, max_hidden_layers: 0 });
  assert.deepEqual(none.lost, ['no hidden layers', 'new first weights']);
});

test('points that are too many for one message come in several', () => {
  const { commands } = fitting(checkpoint(200), { ...LIMITS, max_message_bytes: 3000 });
  assert.deepEqual(commands.slice(0, 3).map(({ type }) => type), ['configure', 'replace_points', 'add_points']);
  assert.ok(commands.every((command) => JSON.stringify({ ...command, id: 123456 }).length <= 3000));
  assert.deepEqual(commands.flatMap((command) => command.points ?? []), points(200));
});
