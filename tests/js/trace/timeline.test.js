import assert from 'node:assert/strict';
import test from 'node:test';

import { PHASE_DURATION, PHASE_REST, createTimeline } from '../../../static/js/trace/timeline.js';

test('a pass plays from its first phase to its last and stands still there', () => {
  const timeline = createTimeline(3);
  timeline.seek(0, 0);
  timeline.play();
  timeline.advance(PHASE_DURATION / 2);
  assert.deepEqual([timeline.phase, timeline.progress], [0, 0.5]);
  timeline.advance(10 * (PHASE_DURATION + PHASE_REST));
  assert.deepEqual([timeline.phase, timeline.progress, timeline.playing], [2, 1, 'still']);
  assert.equal(timeline.advance(100), false);
});

test('a phase rests on its result before the next begins', () => {
  const timeline = createTimeline(2);
  timeline.seek(0, 0);
  timeline.play();
  timeline.advance(PHASE_DURATION + PHASE_REST / 2);
  assert.deepEqual([timeline.phase, timeline.progress], [0, 1]);
  timeline.advance(PHASE_REST / 2 + PHASE_DURATION / 4);
  assert.deepEqual([timeline.phase, timeline.progress], [1, 0.25]);
});

test('small steps of time lead where one large step does', () => {
  const [fine, coarse] = [createTimeline(4), createTimeline(4)];
  for (const timeline of [fine, coarse]) {
    timeline.seek(0, 0);
    timeline.play();
  }
  for (let at = 0; at < 250; at++) fine.advance(10);
  coarse.advance(2500);
  assert.equal(fine.phase, coarse.phase);
  assert.ok(Math.abs(fine.progress - coarse.progress) < 1e-9);
});

test('next plays one phase and stops; previous shows the end of the one before', () => {
  const timeline = createTimeline(3);
  timeline.next();
  assert.deepEqual([timeline.phase, timeline.progress, timeline.playing], [1, 0, 'phase']);
  timeline.advance(5 * PHASE_DURATION);
  assert.deepEqual([timeline.phase, timeline.progress, timeline.playing], [1, 1, 'still']);
  timeline.previous();
  assert.deepEqual([timeline.phase, timeline.progress], [0, 1]);
  timeline.previous();
  assert.equal(timeline.phase, 0);
});

test('next at the last phase stays there, at its end', () => {
  const timeline = createTimeline(2);
  timeline.seek(1, 0.3);
  timeline.next();
  assert.deepEqual([timeline.phase, timeline.progress], [1, 1]);
});

test('speed changes how fast time runs', () => {
  const timeline = createTimeline(2);
  timeline.seek(0, 0);
  timeline.setSpeed(2);
  timeline.play();
  timeline.advance(PHASE_DURATION / 4);
  assert.equal(timeline.progress, 0.5);
});

test('with stills every phase is shown as it ends', () => {
  const timeline = createTimeline(3);
  timeline.setStills(true);
  timeline.next();
  assert.deepEqual([timeline.phase, timeline.progress, timeline.playing], [1, 1, 'still']);
  timeline.play();
  timeline.advance(PHASE_DURATION + PHASE_REST - 1);
  assert.deepEqual([timeline.phase, timeline.progress], [1, 1]);
  timeline.advance(1);
  assert.deepEqual([timeline.phase, timeline.progress], [2, 1]);
});

test('playing at the end starts anew, and seeking stays within the pass', () => {
  const timeline = createTimeline(2);
  timeline.seek(9);
  assert.ok(timeline.atEnd());
  timeline.play();
  assert.deepEqual([timeline.phase, timeline.progress, timeline.playing], [0, 0, 'all']);
});
