import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mountOutdated } from '../../../../static/js/page/reading/outdated.js';
import { createViewState } from '../../../../static/js/page/view_state.js';
import { initialState } from '../../../../static/js/state/reducer.js';
import { assign, batch, onChange, tracked } from '../../../../static/js/ui/tracked.js';

/** @typedef {import('../../../../static/js/types.js').State} State */

function start() {
  /** @type {State} */
  const state = tracked({ ...initialState(), connection: { ...initialState().connection, status: 'live' } });
  const view = createViewState();
  return {
    state, view,
    mount: () => mountOutdated({ state, view }),
    change: (/** @type {Partial<State>} */ changes) => assign(state, changes),
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
    view.reading.trouble = 'There is no training point.';
    await settled();
    change({ frame: /** @type {any} */ ({ step: 1 }) });
    assert.equal(view.reading.trouble, 'There is no training point.', 'a frame alone changes nothing of it');
    change(changes);
    assert.equal(view.reading.trouble, null);
  }
});

test('a notice that an event brought with it outlives that event, and no other', async () => {
  const { mount, state, view, change } = start();
  let isOver = false;
  onChange(() => state.points, () => { if (isOver) view.reading.notice = 'The point is gone.'; });
  mount();
  isOver = true;
  change({ points: [{ id: 0, x1: 0, x2: 0, target: 0, test: false }] });
  assert.equal(view.reading.notice, 'The point is gone.');
  await settled();
  view.plane.chosen = 3;
  assert.equal(view.reading.notice, null);
});

test('what was said of a pass goes when the pass ends, and what is said of its end stays', async () => {
  const { mount, view } = start();
  mount();
  /** A moment of a pass: another one each time. */
  const next = () => { view.follow.moment = /** @type {any} */ ({}); };
  view.reading.notice = 'Training is paused.';
  next();
  await settled();
  next();
  assert.equal(view.reading.notice, 'Training is paused.');
  view.follow.moment = null;
  assert.equal(view.reading.notice, null);
  view.reading.notice = 'The pass is over.';
  assert.equal(view.reading.notice, 'The pass is over.');
});

test('what is said in the very change that ends what was said before stays', async () => {
  const { mount, view } = start();
  mount();
  view.follow.moment = /** @type {any} */ ({});
  view.reading.notice = 'Training is paused.';
  await settled();
  batch(() => {
    view.follow.moment = null;
    view.reading.notice = 'The point is gone.';
  });
  assert.equal(view.reading.notice, 'The point is gone.');
  await settled();
  view.inspector.inspected = 'b:2:0';
  assert.equal(view.reading.notice, null);
});
