import assert from 'node:assert/strict';
import { test } from 'node:test';

import { start } from '../../../static/js/ui/started.js';

test('modules, the first piece and the layout have a turn each', async () => {
  /** @type {string[]} */
  const done = [];
  Object.assign(globalThis, {
    requestAnimationFrame: () => 1,
    cancelAnimationFrame() {},
    document: {
      documentElement: {
        setAttribute: (/** @type {string} */ name) => { done.push(name); },
        removeAttribute() {},
        getBoundingClientRect: () => { done.push('layout'); },
      },
    },
  });
  const started = start([() => { done.push('piece'); }], async () => { done.push('turn'); });
  done.push('modules');
  await started;
  assert.deepEqual(done, ['data-starting', 'turn', 'modules', 'piece', 'data-started', 'turn', 'layout']);
});
