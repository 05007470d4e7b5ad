import assert from 'node:assert/strict';
import { test } from 'node:test';

import { encodeVector } from '../../../static/js/network/parameters.js';
import { MOST_KEPT, remembered } from '../../../static/js/state/milestones.js';
import { EXPERIMENT, frame, POINTS } from './scene.js';

/** @typedef {import('../../../static/js/state/milestones.js').Milestone} Milestone */
/** @typedef {import('../../../static/js/state/milestones.js').Now} Now */

/** @param {number} step @param {number} [value] of all seven parameters */
const progress = (step, value = step) => (
  { step, epoch: 0, batch: 0, parameters: encodeVector(new Float64Array(7).fill(value)), optimizer: {} });

/** @param {number} step @param {number} cost @param {number} [value] */
const seen = (step, cost, value = step) => frame(
  { step, train_cost: cost, parameters: new Float32Array(7).fill(value) });

/** @type {Now} */
const START = {
  progress: progress(0), experiment: EXPERIMENT, points: POINTS, frame: null, status: 'paused', diverged: null,
};

/** What is remembered of changes that follow one another. @param {Partial<Now>[]} changes */
function after(...changes) {
  let now = START;
  let moments = remembered([], START, START);
  for (const change of changes) {
    const before = now;
    now = { ...now, ...change };
    moments = remembered(moments, before, now);
  }
  return moments;
}

/** @param {readonly Milestone[]} moments */
const told = (moments) => moments.map(({ progress: { step }, cost }) => [step, cost]);

test('a moment gets its cost from the frame that shows it, whichever comes first', () => {
  const moments = after(
    { frame: seen(0, 1.5) }, { frame: seen(20, 0.7) }, { progress: progress(20) }, { frame: seen(30, 0.6) },
    { progress: progress(40) }, { frame: seen(50, 0.5) },
  );
  assert.deepEqual(told(moments), [[0, 1.5], [20, 0.7], [40, NaN]]);
});

test('a weight set by hand makes a moment of its own, at the same step', () => {
  const moments = after(
    { frame: seen(0, 1.5) }, { frame: seen(0, 1e30, 9) }, { progress: progress(0, 9) },
  );
  assert.deepEqual(told(moments), [[0, 1.5], [0, 1e30]]);
  assert.deepEqual(moments.map(({ by_hand: byHand }) => byHand), [false, true]);
});

test('an edit of points leaves the moment where it is, with the cost over the points there are', () => {
  const points = POINTS.slice(1);
  const moments = after({ frame: seen(0, 1.5) }, { points, progress: { ...progress(0), batch: 0 } }, { frame: seen(0, 1.2) });
  assert.deepEqual(told(moments), [[0, 1.2]]);
  assert.equal(moments[0].points, points);
  assert.equal(moments[0].by_hand, false);
});

test('what exploded is not remembered', () => {
  const diverged = { step: 31, what: /** @type {const} */ ('cost'), learning_rate: 3, revision: 0, progress: progress(30) };
  const moments = after({ frame: seen(0, 1.5) }, { progress: progress(30), status: 'diverged', diverged });
  assert.deepEqual(told(moments), [[0, 1.5]]);
});

test('going back forgets what came after; step 0 and another run begin anew', () => {
  const run = /** @type {const} */ ([{ frame: seen(0, 1.5) }, { frame: seen(20, 0.7) }, { progress: progress(20) },
    { frame: seen(40, 0.5) }, { progress: progress(40) }]);
  const loaded = (/** @type {number} */ step) => ({ experiment: { ...EXPERIMENT }, progress: progress(step) });
  assert.deepEqual(told(after(...run, loaded(20))), [[0, 1.5], [20, 0.7]]);
  assert.deepEqual(told(after(...run, loaded(0))), [[0, NaN]]);
  assert.deepEqual(told(after(...run, loaded(900))), [[900, NaN]]);
  // A setting that is changed while training goes on is the same run.
  assert.deepEqual(told(after(...run, { status: 'training' }, loaded(60))), [[0, 1.5], [20, 0.7], [40, 0.5], [60, NaN]]);
});

test('a moment knows the rate that led to it, not the one that was set there', () => {
  const faster = { experiment: { ...EXPERIMENT, learning_rate: 100 } };
  const rates = (/** @type {readonly Milestone[]} */ moments) => moments.map(({ learning_rate: rate }) => rate);
  assert.deepEqual(rates(after({ frame: seen(20, 0.7) }, { progress: progress(20) }, faster)), [0.35, 0.35]);
  assert.deepEqual(rates(after({ frame: seen(0, 1.5) }, faster)), [100], 'none led to the start');
});

test('of a long run the start, the best and the newest are kept', () => {
  const best = 500;
  const changes = [];
  for (let step = 10; step <= 2000; step += 10) {
    changes.push({ frame: seen(step, Math.abs(step - best) + 1) }, { progress: progress(step) });
  }
  const moments = after({ frame: seen(0, 1e6) }, ...changes);
  assert.equal(moments.length, MOST_KEPT);
  const steps = moments.map(({ progress: { step } }) => step);
  assert.ok([0, best, 1990, 2000].every((step) => steps.includes(step)));
});
