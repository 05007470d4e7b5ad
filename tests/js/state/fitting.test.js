import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decodeVector } from '../../../static/js/network/parameters.js';
import { fitting } from '../../../static/js/state/fitting.js';
import { OPTIONS } from '../options.js';
import { EXPERIMENT, LIMITS, progressAt } from './scene.js';

/** The checkpoint that a command loads. @param {import('../../../static/js/types.js').Command} command */
function loaded(command) {
  assert.equal(command.type, 'load');
  return command.checkpoint;
}

/** @param {number} count */
const points = (count) => Array.from({ length: count }, (_, id) => ({ id, x1: id / 10, x2: 0, target: id < count / 2 ? 0 : 1, test: false }));

/** @param {number} count @param {number[]} hidden */
const checkpoint = (count, hidden = [1]) => (
  { version: /** @type {const} */ (1), experiment: { ...EXPERIMENT, hidden }, points: points(count), progress: progressAt(50) });

test('with fewer points the network stays as it was, and every class keeps its share', () => {
  const { commands, kept } = fitting(checkpoint(200), { ...LIMITS, max_points: 30 }, OPTIONS);
  assert.deepEqual(kept, ['30 of 200 points']);
  assert.equal(commands.length, 1);
  const fitted = loaded(commands[0]);
  assert.equal(fitted.points.length, 30);
  assert.equal(fitted.points.filter(({ target }) => target === 0).length, 15);
  assert.deepEqual(fitted.progress, { ...progressAt(50), batch: 0 });
});

test('a smaller network begins anew, with as many layers and neurons as fit', () => {
  const { commands, kept } = fitting(checkpoint(4, [8, 3, 8]), { ...LIMITS, max_neurons: 5, max_hidden_layers: 2 }, OPTIONS);
  assert.deepEqual(kept, ['hidden layers of 5, 3 neurons', 'new first weights']);
  const [load, reset] = commands;
  assert.deepEqual(loaded(load).experiment, { ...EXPERIMENT, hidden: [5, 3] });
  assert.deepEqual(loaded(load).points, points(4));
  assert.equal(decodeVector(loaded(load).progress.parameters).length, 3 * 5 + 6 * 3 + 4 * 2);
  assert.deepEqual(reset, { type: 'reset' });
  const none = fitting(checkpoint(0, [2]), { ...LIMITS, max_hidden_layers: 0 }, OPTIONS);
  assert.deepEqual(none.kept, ['no hidden layers', 'new first weights']);
});

test('what is too much for one message loses points; what is too much even so, its weights', () => {
  const { commands, kept } = fitting(checkpoint(200), { ...LIMITS, max_message_bytes: 6000 }, OPTIONS);
  assert.match(kept[0], /^\d+ of 200 points$/);
  assert.ok(loaded(commands[0]).points.length > 50);
  assert.ok(JSON.stringify({ ...commands[0], id: 123456 }).length <= 6000);
  const wide = { ...checkpoint(200, [16, 16, 16]), progress: progressAt(50, 626) };
  const tiny = fitting(wide, { ...LIMITS, max_message_bytes: 2000 }, OPTIONS);
  assert.deepEqual(tiny.commands, [{ type: 'configure', changes: { ...EXPERIMENT, hidden: [16, 16, 16] } }]);
});

test('what no limit forbids begins anew: its progress was at fault', () => {
  const { commands, kept } = fitting(checkpoint(4), LIMITS, OPTIONS);
  assert.deepEqual(kept, ['new first weights']);
  assert.deepEqual(commands.map(({ type }) => type), ['load', 'reset']);
});
