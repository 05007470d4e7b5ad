import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { showAfterwards } from '../../../static/js/page/afterwards.js';
import { tracked } from '../../../static/js/ui/tracked.js';

/** What is shown of a state, each time that it is. @param {string} status */
function start(status) {
  mock.timers.enable({ apis: ['setTimeout'] });
  globalThis.window = /** @type {any} */ (globalThis);
  const state = tracked({ status, points: /** @type {number[]} */ ([]), frame: 0 });
  /** @type {number[]} */
  const shown = [];
  showAfterwards(/** @type {any} */ ({ state }), () => { shown.push(state.points.length); });
  return { state, shown };
}

test('at rest, what is read is shown at once, and nothing else shows it again', () => {
  const { state, shown } = start('paused');
  state.points = [1];
  state.frame = 1;
  state.points = [1, 2];
  assert.deepEqual(shown, [0, 1, 2]);
  mock.timers.reset();
});

test('while training, what was read is shown after a moment, as it is by then, each time', () => {
  const { state, shown } = start('training');
  state.points = [1];
  state.points = [1, 2];
  assert.deepEqual(shown, [0]);
  mock.timers.tick(100);
  assert.deepEqual(shown, [0, 2]);
  state.points = [1, 2, 3];
  mock.timers.tick(100);
  assert.deepEqual(shown, [0, 2, 3]);
  mock.timers.reset();
});
