import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mountOutdated } from '../../../static/js/page/outdated.js';
import { createViewState } from '../../../static/js/page/view_state.js';
import { createWatch } from '../../../static/js/page/watch.js';
import { initialState } from '../../../static/js/state/reducer.js';

/** @typedef {import('../../../static/js/types.js').State} State */

function start() {
  /** @type {State} */
  let state = { ...initialState(), connection: { ...initialState().connection, status: 'live' } };
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const store = {
    getState: () => state,
    subscribe(/** @type {() => void} */ listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const view = createViewState();
  const watch = createWatch(store);
  return {
    view, watch,
    mount: () => mountOutdated({ state: store.getState, view, watch }),
    /** @param {Partial<State>} changes */
    change(changes) {
      state = { ...state, ...changes };
      for (const listener of listeners) listener();
    },
  };
}

/** After what the event left to do. */
const settled = () => new Promise((resolve) => { setImmediate(resolve); });

test('a refusal goes with the points, settings, status or connection that it is about', async () => {
  const { mount, view, change } = start();
  mount();
  for (const changes of /** @type {Partial<State>[]} */ ([
    { points: [{ id: 0, x1: 0, x2: 0, target: 0, test: false }] },
    { status: 'training' },
    { experiment: /** @type {any} */ ({}) },
    { connection: { status: 'offline', since: 0, attempt: 1, retry_at: 1, close_code: null } },
  ])) {
    view.set({ trouble: 'There is no training point.' });
    await settled();
    change({ frame: /** @type {any} */ ({ step: 1 }) });
    assert.equal(view.get().trouble, 'There is no training point.', 'a frame alone changes nothing of it');
    change(changes);
    assert.equal(view.get().trouble, null);
  }
});

test('a notice that an event brought with it outlives that event, and no other', async () => {
  const { mount, view, watch, change } = start();
  let isOver = false;
  watch((now) => now.points, () => { if (isOver) view.set({ notice: 'The point is gone.' }); });
  mount();
  isOver = true;
  change({ points: [{ id: 0, x1: 0, x2: 0, target: 0, test: false }] });
  assert.equal(view.get().notice, 'The point is gone.');
  await settled();
  view.set({ chosen: 3 });
  assert.equal(view.get().notice, null);
});

test('what was said of a pass goes when the pass ends, and what is said of its end stays', () => {
  const { mount, view } = start();
  mount();
  const moment = /** @type {any} */ ({});
  view.set({ notice: 'Training is paused.' });
  view.set({ moment });
  view.set({ moment: /** @type {any} */ ({}) });
  assert.equal(view.get().notice, 'Training is paused.');
  view.set({ moment: null });
  assert.equal(view.get().notice, null);
  view.set({ notice: 'The pass is over.' });
  assert.equal(view.get().notice, 'The pass is over.');
});
