import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createComparison } from '../../../../static/js/page/compare/comparison.js';
import { MOST_MOMENTS, thinned } from '../../../../static/js/page/compare/lane.js';
import { frame, progressAt } from '../../state/scene.js';

const EXPERIMENT = /** @type {any} */ ({ hidden: [2], learning_rate: 0.1, seed: 1 });
const CHECKPOINT = /** @type {any} */ ({ version: 1, experiment: EXPERIMENT, points: [], progress: progressAt(9) });
const wish = (/** @type {string} */ name, /** @type {any} */ changes = {}) => ({ name, rest: '', checkpoint: CHECKPOINT, changes });
const turns = async (/** @type {number} */ count) => {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
};

/** Sessions that the test can break, and a clock that passes a frame at each wait. */
function world() {
  /** @type {any[]} */
  const sessions = [];
  let now = 0;
  /** @type {(() => void) | null} */
  let next = null;
  const open = () => {
    let step = 0;
    let experiment = EXPERIMENT;
    const standing = () => ({ experiment, progress: progressAt(step), frame: frame({ step, train_cost: 1 / (step + 1) }), broken: /** @type {number | null} */ (null) });
    const session = {
      closed: false, asked: /** @type {any[]} */ ([]), fails: false, breaksAt: Infinity,
      async begin(/** @type {any} */ _, /** @type {any} */ changes) {
        experiment = { ...EXPERIMENT, ...changes };
        step = 0;
        return standing();
      },
      async resume(/** @type {any} */ checkpoint) {
        session.asked.push({ resumed: checkpoint.progress.step });
        ({ progress: { step }, experiment } = checkpoint);
        return standing();
      },
      async advance(/** @type {number} */ updates) {
        session.asked.push(updates);
        if (session.fails) throw new Error('gone');
        step += updates;
        return step >= session.breaksAt ? { ...standing(), broken: session.breaksAt } : standing();
      },
      close() { session.closed = true; },
    };
    sessions.push(session);
    return session;
  };
  return {
    sessions, open,
    clock: { now: () => now, wait: () => new Promise((done) => { next = () => { now += 100; done(undefined); }; }) },
    /** Lets a frame pass. */
    async pass() {
      await turns(30);
      const go = next;
      next = null;
      go?.();
      await turns(30);
    },
  };
}

/** @param {ReturnType<typeof world>} around @param {number | null} [speed] */
const begun = async ({ open, clock }, speed = 60) => {
  const comparison = createComparison({ open, clock, speed: () => speed, refusal: () => null, wishes: [wish('this run'), wish('rate 0.3', { learning_rate: 0.3 })] });
  await comparison.begin();
  return comparison;
};

test('all begin at step 0, each with what it does otherwise', async () => {
  const { lanes, state } = await begun(world());
  assert.deepEqual(lanes.map(({ experiment }) => experiment.learning_rate), [0.1, 0.3]);
  assert.deepEqual(lanes.map(({ frames }) => frames.map(({ step }) => step)), [[0], [0]]);
  assert.deepEqual([state.status, state.step], ['paused', 0]);
});

test('they train in step at the speed that is wished, and every moment stays', async () => {
  const around = world();
  const comparison = await begun(around);
  comparison.train();
  for (let frames = 0; frames < 5; frames++) await around.pass();
  comparison.pause();
  await around.pass();
  const [one, other] = comparison.lanes.map(({ frames }) => frames.map(({ step }) => step));
  assert.deepEqual(one, other);
  assert.ok(one.length >= 5);
  const strides = around.sessions[0].asked.slice(1);
  assert.deepEqual(strides, strides.map(() => 6), '60 a second are 6 in a tenth of it');
  comparison.look(one[2]);
  assert.equal(comparison.state.looked, one[2]);
  comparison.look(1e9);
  assert.equal(comparison.state.looked, null, 'the newest');
});

test('one that breaks keeps its last finite moment, and the others go on', async () => {
  const around = world();
  const comparison = await begun(around);
  around.sessions[1].breaksAt = 12;
  comparison.train();
  for (let frames = 0; frames < 6; frames++) await around.pass();
  const [one, other] = comparison.lanes;
  assert.deepEqual([one.broken, other.broken], [null, 12]);
  assert.ok(other.step < 12 && one.step > 12);
  assert.equal(other.frames.at(-1)?.step, other.step);
  assert.equal(comparison.state.step, one.step);
});

test('where a connection is lost none has gone further than the others, and they go on from there in new sessions', async () => {
  const around = world();
  const comparison = await begun(around);
  comparison.step();
  await turns(30);
  around.sessions[1].fails = true;
  comparison.step();
  await turns(30);
  assert.deepEqual(comparison.lanes.map(({ step }) => step), [1, 1]);
  assert.match(comparison.state.trouble, /connection .* was lost/);
  assert.equal(comparison.state.status, 'paused');
  comparison.step();
  await turns(60);
  assert.equal(around.sessions.length, 4);
  assert.deepEqual(around.sessions.slice(2).map(({ asked }) => asked), [[{ resumed: 1 }, 1], [{ resumed: 1 }, 1]]);
  assert.deepEqual(comparison.lanes.map(({ step }) => step), [2, 2]);
  assert.equal(comparison.state.trouble, '');
  comparison.close();
  assert.ok(around.sessions.every(({ closed }) => closed));
});

test('a long comparison stays small, and keeps its ends', () => {
  const moments = Array.from({ length: MOST_MOMENTS + 1 }, (_, at) => at);
  const kept = thinned(moments);
  assert.equal(kept.length, MOST_MOMENTS / 2 + 1);
  assert.deepEqual([kept[0], kept.at(-1)], [0, MOST_MOMENTS]);
  const odd = thinned([...moments, MOST_MOMENTS + 1]);
  assert.equal(odd.at(-1), MOST_MOMENTS + 1);
});
