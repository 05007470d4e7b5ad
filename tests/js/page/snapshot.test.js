import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { createSnapshots } from '../../../static/js/page/snapshot.js';
import { createViewState } from '../../../static/js/page/view_state.js';
import { appended, emptyHistory } from '../../../static/js/state/history.js';
import { initialState } from '../../../static/js/state/reducer.js';
import { assign, effect, tracked } from '../../../static/js/ui/tracked.js';

/** @typedef {import('../../../static/js/types.js').State} State */

const experiment = /** @type {any} */ ({
  features: ['x1', 'x2'], hidden: [2], task: 'classification', classes: 2, activation: 'tanh', output: 'softmax', l1: 0, l2: 0,
});

/** @param {number} step @param {number} [revision] */
const frameAt = (step, revision = 1) => /** @type {any} */ ({
  step, revision, train_cost: 1 / step, test_cost: NaN, train_accuracy: 1, test_accuracy: NaN, parameters: new Float32Array(12),
});

function start() {
  /** @type {State} */
  const state = tracked({
    ...initialState(), experiment, revision: 1, frame: frameAt(1),
    connection: { status: 'live', since: 0, attempt: 0, retry_at: null, close_code: null },
  });
  const view = createViewState();
  const snapshots = createSnapshots({ state, view });
  /** @type {number[]} */
  const told = [];
  effect(() => { told.push(snapshots.now().frame?.step ?? -1); });
  return {
    view, snapshots, told,
    change: (/** @type {Partial<State>} */ changes) => assign(state, changes),
  };
}

beforeEach(() => {
  mock.timers.reset();
  let now = 0;
  mock.timers.enable({ apis: ['setTimeout'] });
  Object.assign(globalThis, { window: globalThis });
  mock.method(performance, 'now', () => now);
  Object.assign(mock, { pass: (/** @type {number} */ ms) => {
    for (let at = 0; at < ms; at += 1) {
      now += 1;
      mock.timers.tick(1);
    }
  } });
});

/** @param {number} milliseconds */
const pass = (milliseconds) => /** @type {any} */ (mock).pass(milliseconds);

test('at rest every change is told at once', () => {
  const { told, change } = start();
  change({ frame: frameAt(2) });
  change({ frame: frameAt(3) });
  assert.deepEqual(told, [1, 2, 3]);
});

test('while training, what is told comes slowly enough to be read, and is the newest', () => {
  const { told, change } = start();
  change({ status: 'training' });
  for (let step = 2; step <= 101; step++) {
    change({ frame: frameAt(step) });
    pass(16);
  }
  assert.ok(told.length >= 4 && told.length <= 7, String(told));
  change({ status: 'paused' });
  assert.equal(told.at(-1), 101, 'where it stands is told at once');
});

test('the curve ends at the step that is told, however many were made since', () => {
  const { snapshots, told, change } = start();
  change({ status: 'training' });
  /** @type {Array<[number, number | undefined]>} */
  const ends = [];
  effect(() => {
    const { frame, history } = snapshots.now();
    ends.push([frame?.step ?? -1, history.steps.at(-1)]);
  });
  let history = emptyHistory();
  for (let step = 2; step <= 101; step++) {
    history = appended(history, step, 1 / step, NaN);
    change({ frame: frameAt(step), history });
    pass(16);
  }
  change({ status: 'paused' });
  assert.ok(told.length >= 4);
  for (const [step, end] of ends.slice(1)) assert.equal(end, step);
  assert.deepEqual(ends.at(-1), [101, 101]);
});

test('a frame of other settings is not told by the new ones', () => {
  const { snapshots, change } = start();
  const other = { ...experiment, l2: 0.1 };
  change({ experiment: other, revision: 2 });
  assert.equal(snapshots.now().experiment, experiment);
  change({ frame: frameAt(1, 2) });
  assert.equal(snapshots.now().experiment, other);
  assert.equal(snapshots.now().frame?.revision, 2);
});

test('offline, the costs of points that are no longer there are not told as theirs', () => {
  const { snapshots, change } = start();
  const offline = /** @type {const} */ ({ status: 'offline', since: 0, attempt: 1, retry_at: 9, close_code: 1006 });
  change({ connection: offline });
  assert.equal(snapshots.now().costs.train, 1);
  change({ points: [{ id: 1, x1: 0, x2: 0, target: 0, test: false }] });
  assert.ok(Number.isNaN(snapshots.now().costs.train));
  change({ connection: { ...offline, status: 'live', attempt: 0 } });
  assert.ok(Number.isNaN(snapshots.now().costs.train), 'until the server has measured them');
  change({ frame: frameAt(2) });
  assert.equal(snapshots.now().costs.train, 0.5);
});
