import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  MOST_ENTRIES, appended, emptyHistory, truncated, withEvent,
} from '../../../static/js/state/history.js';

/** @param {number} entries @param {number} stride */
function run(entries, stride) {
  let history = emptyHistory();
  for (let entry = 0; entry < entries; entry++) {
    history = appended(history, entry * stride, 1 / (1 + entry), entry);
  }
  return history;
}

test('entries are kept as they come while there are few', () => {
  const history = run(300, 3);
  assert.equal(history.steps.length, 300);
  assert.deepEqual([history.steps[299], history.train[1], history.test[299]], [897, 0.5, 299]);
});

test('too many entries are thinned, evenly, and the curve keeps its ends', () => {
  for (const stride of [1, 7, 2400]) {
    const entries = 30000;
    const { steps, train, spacing } = run(entries, stride);
    assert.ok(steps.length <= MOST_ENTRIES, `${steps.length} entries`);
    assert.ok(steps.length >= MOST_ENTRIES / 4, `${steps.length} entries`);
    assert.equal(steps[0], 0);
    assert.ok((entries - 1) * stride - steps[steps.length - 1] <= spacing + stride);
    const gaps = [...steps.slice(1)].map((step, index) => step - steps[index]);
    assert.ok(Math.max(...gaps) <= spacing + stride, `a gap of ${Math.max(...gaps)}`);
    assert.ok(Math.min(...gaps) >= Math.min(spacing, stride) - stride + 1 && Math.min(...gaps) > 0);
    steps.forEach((step, index) => {
      assert.equal(train[index], 1 / (1 + step / stride), 'costs stay with their steps');
    });
  }
});

test('an earlier history never changes, whatever grows from it', () => {
  const first = run(10, 1);
  const seen = [...first.train];
  const one = appended(first, 10, 5, 5);
  const other = appended(first, 10, 6, 6);
  assert.deepEqual([...first.train], seen);
  assert.equal(one.train[10], 5);
  assert.equal(other.train[10], 6);
});

test('adding an entry copies nothing', () => {
  const before = run(10, 1);
  assert.equal(appended(before, 10, 0, 0).steps.buffer, before.steps.buffer);
});

test('a step before the last one drops what came after it', () => {
  const back = appended(run(10, 1), 4, 9, 9);
  assert.deepEqual([...back.steps], [0, 1, 2, 3, 4]);
  assert.equal(back.train[4], 9, 'step 4 as it is now');
});

test('nothing is left of a run that begins anew', () => {
  const history = withEvent(run(10, 1), 9, { text: 'rate 1 → 2' });
  const { steps, events } = truncated(history, 0);
  assert.deepEqual([steps.length, events.length], [0, 0]);
});

test('events go with the steps that are dropped', () => {
  let history = withEvent(run(1000, 1), 100, { text: 'layer 3 added' });
  history = withEvent(history, 900, { text: 'layer 3 removed' });
  assert.deepEqual(truncated(history, 500).events.map(({ text }) => text), ['layer 3 added']);
});

test('points added shortly after one another are one event', () => {
  const added = (/** @type {number} */ count) => ({ count, words: ['point added', 'points added'] });
  let history = withEvent(emptyHistory(), 1000, added(1));
  assert.equal(history.events[0].text, '1 point added');
  history = withEvent(history, 1005, added(4));
  assert.deepEqual(history.events.map(({ step, text }) => [step, text]), [[1000, '5 points added']]);
  history = withEvent(history, 2000, added(1));
  assert.equal(history.events.length, 2);
  history = withEvent(history, 2001, { count: 1, words: ['point removed', 'points removed'] });
  assert.equal(history.events.length, 3, 'of another kind');
});

test('before the first update there are no events', () => {
  assert.deepEqual(withEvent(emptyHistory(), 0, { text: '2 blobs' }).events, []);
});
