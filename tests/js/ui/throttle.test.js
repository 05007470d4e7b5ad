import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { throttle } from '../../../static/js/ui/throttle.js';

test('a throttled action runs at once, then rests, and never loses the last wish', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  globalThis.window = /** @type {any} */ (globalThis);
  let runs = 0;
  const wish = throttle(() => { runs += 1; }, 100);
  wish();
  assert.equal(runs, 1);
  wish();
  wish();
  assert.equal(runs, 1);
  mock.timers.tick(100);
  assert.equal(runs, 2);
  mock.timers.tick(500);
  assert.equal(runs, 2);
  mock.timers.reset();
});
