import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overfittingOf } from '../../../../static/js/page/reading/overfitting.js';

const STEPS = Array.from({ length: 21 }, (_, at) => 10 * at);
const FALLING = STEPS.map((step) => Math.exp(-step / 100));
/** Least at step 80, from where it rises by 0.002 a step. */
const TURNING = STEPS.map((step) => 0.5 + 0.002 * Math.abs(step - 80));
const NOW = { step: 205, train_cost: 0.12, test_cost: 0.75 };

/** @param {Partial<{steps: number[], train: number[], test: number[], events: any[]}>} [other] */
const curve = ({ steps = STEPS, train = FALLING, test: tests = TURNING, events = [] } = {}) => ({
  steps: Float64Array.from(steps), train: Float64Array.from(train), test: Float64Array.from(tests), events });

test('the costs part where that of the test points was least', () => {
  assert.deepEqual(overfittingOf(curve(), NOW), { since: 80, train: [FALLING[8], 0.12], test: [0.5, 0.75] });
});

test('nothing is said where both fall, both rise, or there are no test points', () => {
  assert.equal(overfittingOf(curve({ test: FALLING }), { ...NOW, test_cost: 0.12 }), null);
  assert.equal(overfittingOf(curve({ train: TURNING }), { ...NOW, train_cost: 0.75 }), null);
  assert.equal(overfittingOf(curve({ test: STEPS.map(() => NaN) }), { ...NOW, test_cost: NaN }), null);
});

test('a test cost that jumps and falls back is noise', () => {
  const noisy = STEPS.map((_, at) => (at % 3 === 0 ? 0.5 : 0.8));
  assert.equal(overfittingOf(curve({ test: noisy }), { ...NOW, test_cost: 0.8 }), null);
});

test('what was before the last change is of another network or other points', () => {
  assert.equal(overfittingOf(curve({ events: [{ step: 180 }] }), NOW), null);
  assert.equal(overfittingOf(curve({ events: [{ step: 100 }] }), { ...NOW, test_cost: 0.6 })?.since, 100);
});

test('a small difference is none', () => {
  assert.equal(overfittingOf(curve(), { ...NOW, test_cost: 0.54 }), null);
  assert.equal(overfittingOf(curve(), { ...NOW, train_cost: 0.44 }), null);
});
