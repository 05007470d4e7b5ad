import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createMoments } from '../../../../static/js/state/chronicle/moments.js';
import { frame } from '../scene.js';

const COUNT = 3;
/** @param {number} step @param {object} [changes] */
const frameAt = (step, changes = {}) => frame({
  step, epoch: Math.floor(step / 10), train_cost: 1 / (1 + step), parameters: Float32Array.of(step, 2, 3), update: Float32Array.of(-step, 0, 1), ...changes,
});

/** @param {number} frames @param {number} [stride] */
function filled(frames, stride = 1) {
  const moments = createMoments(COUNT);
  for (let at = 0; at < frames; at++) moments.add(frameAt(at * stride), at);
  return moments;
}

test('a frame comes out as it went in', () => {
  const moments = filled(1000, 3);
  const found = moments.nearest(900) ?? assert.fail();
  assert.deepEqual(found, { ...frameAt(900), revision: 0, training: false, kept: true, measured_rate: 0 });
});

test('the nearest kept step is found, and none beyond the last that counts', () => {
  const moments = filled(700, 10);
  for (const [asked, most, step] of [[0, Infinity, 0], [14, Infinity, 10], [16, Infinity, 20], [2559, Infinity, 2560], [99_999, Infinity, 6990], [16, 15, 10], [-5, Infinity, 0]]) {
    assert.equal(moments.nearest(asked, most)?.step, step);
  }
  assert.equal(createMoments(COUNT).nearest(3), null);
});

test('the same step again takes its place, an older one and one of another network do nothing', () => {
  const moments = filled(5);
  assert.equal(moments.add(frameAt(4, { train_cost: 9 }), 5), false);
  assert.equal(moments.add(frameAt(2, { train_cost: 9 }), 5), false);
  assert.equal(moments.add(frameAt(7, { parameters: new Float32Array(4) }), 5), false);
  assert.deepEqual([moments.length, moments.nearest(4)?.train_cost, moments.nearest(2)?.train_cost], [5, 9, 1 / 3]);
});

test('thinned, it keeps the first and the newest, and the older the fewer', () => {
  const frames = 40_000;
  const moments = createMoments(COUNT);
  for (let at = 0; at < frames; at++) {
    moments.add(frameAt(at), at);
    while (moments.length > 4096) {
      const found = moments.thinnable(at + 1);
      assert.ok(found);
      moments.thin(found.at);
    }
  }
  const steps = [...moments.frames()].map(({ step }) => step);
  assert.deepEqual([steps[0], steps.at(-1)], [0, frames - 1]);
  steps.forEach((step, at) => assert.ok(at === 0 || step > steps[at - 1]));
  steps.forEach((step, at) => {
    if (at === 0) return;
    const [gap, age] = [step - steps[at - 1], frames - step];
    assert.ok(gap <= Math.max(1, age / 100), `a gap of ${gap} at an age of ${age}`);
  });
  assert.equal(moments.nearest(20_000)?.parameters[0], moments.nearest(20_000)?.step, 'vectors stay with their steps');
});
