import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { throttle } from '../../../static/js/page/throttle.js';
import { createViewState } from '../../../static/js/page/view_state.js';
import { createWatch } from '../../../static/js/page/watch.js';

test('a listener hears of its own keys only, and only when they change', () => {
  const view = createViewState();
  /** @type {number[]} */
  const heard = [];
  const stop = view.subscribe(['brush'], ({ brush }) => heard.push(brush));
  view.set({ chosen: 3 });
  view.set({ brush: 2 });
  view.set({ brush: 2 });
  stop();
  view.set({ brush: 1 });
  assert.deepEqual(heard, [2]);
  assert.equal(view.get().chosen, 3);
});

/** A store that holds one value. @param {any} state */
function storeOf(state) {
  /** @type {Set<() => void>} */
  const listeners = new Set();
  return {
    getState: () => state,
    subscribe: (/** @type {() => void} */ listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (/** @type {any} */ next) => {
      state = next;
      for (const listener of listeners) listener();
    },
  };
}

test('watch calls at once, and then when what is selected has changed', () => {
  const store = storeOf({ step: 1, other: 1 });
  const watch = createWatch(/** @type {any} */ (store));
  /** @type {any[]} */
  const heard = [];
  const stop = watch((/** @type {any} */ state) => state.step, (step) => heard.push(step));
  store.change({ step: 1, other: 2 });
  store.change({ step: 2, other: 2 });
  stop();
  store.change({ step: 3, other: 2 });
  assert.deepEqual(heard, [1, 2]);
});

test('a selected list is compared entry by entry', () => {
  const points = {};
  const store = storeOf({ points, status: 'paused' });
  const watch = createWatch(/** @type {any} */ (store));
  let calls = 0;
  watch((/** @type {any} */ { points: list, status }) => [list, status], () => { calls += 1; });
  store.change({ points, status: 'paused' });
  store.change({ points, status: 'training' });
  assert.equal(calls, 2);
});

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
