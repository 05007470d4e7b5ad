/**
 * @file Several runs in step: each makes the same updates as the others before the next ones are asked for.
 */
import { assign, tracked } from '../../ui/tracked.js';
import { createLane } from './lane.js';
import { createRecorded } from './recorded.js';

/** @typedef {import('./lane.js').Lane} Lane */

/** Milliseconds from one moment to the next, as long as the server keeps up. */
const PERIOD = 33;
/** Updates between two moments at full speed: to begin with, and at most. */
const STRIDE = { first: 4, most: 500 };

const LOST = 'The connection to these runs was lost. They stand where they were; Continue goes on from there.';

/**
 * @typedef {object} ComparisonState
 * @property {'opening' | 'paused' | 'training'} status
 * @property {number} step up to which all have come
 * @property {number | null} looked at; null: the newest
 * @property {string} trouble in words, or empty
 */

/**
 * @param {object} settings
 * @param {() => import('./lane.js').LaneSession} settings.open
 * @param {Array<import('./lane.js').Wish | Parameters<typeof createRecorded>[0]>} settings.wishes
 * @param {() => number | null} settings.speed updates a second; null: as fast as it goes
 * @param {{now: () => number, wait: (milliseconds: number) => Promise<void>}} settings.clock
 * @param {(error: unknown) => string | null} settings.refusal why the server refused, in words; null where it did not
 */
export function createComparison({ open, wishes, speed, clock, refusal }) {
  const lanes = wishes.map((wish) => ('line' in wish ? createRecorded(wish) : createLane(open, wish)));
  /** @type {ComparisonState} */
  const state = tracked({ status: /** @type {ComparisonState['status']} */ ('opening'), step: 0, looked: /** @type {number | null} */ (null), trouble: '' });
  let isLost = false;
  let isClosed = false;
  let stride = STRIDE.first;
  /** What is under way: a press waits until it is answered. @type {Promise<unknown>} */
  let working = Promise.resolve();

  /** Does it with all lanes, or with none. @param {(lane: Lane) => Promise<void>} act */
  async function withAll(act) {
    const ends = await Promise.allSettled(lanes.map(act));
    const failed = ends.find((end) => end.status === 'rejected');
    if (isClosed) return false;
    if (failed) {
      isLost = true;
      assign(state, { status: 'paused', trouble: refusal(failed.reason) ?? LOST });
      return false;
    }
    for (const lane of lanes) lane.take();
    assign(state, { step: Math.max(...lanes.map((lane) => lane.step)), trouble: '' });
    return true;
  }

  async function stand() {
    if (!isLost) return true;
    if (!await withAll((lane) => lane.resume())) return false;
    isLost = false;
    return true;
  }

  const isOver = () => lanes.every(({ broken, line }) => broken !== null || line !== null);

  /** How many updates are due after so long. @param {number} passed milliseconds @param {number} owed */
  function due(passed, owed) {
    const wished = speed();
    if (wished === null) return { updates: stride, owed: 0 };
    const all = owed + (wished * passed) / 1000;
    return { updates: Math.min(STRIDE.most, Math.floor(all)), owed: Math.min(1, all - Math.floor(all)) };
  }

  async function run() {
    let owed = 1;
    let last = clock.now();
    if (!await stand()) return;
    while (state.status === 'training' && !isClosed) {
      const began = clock.now();
      const { updates, owed: rest } = due(began - last, owed);
      [owed, last] = [rest, began];
      if (updates > 0 && !await withAll((lane) => lane.advance(updates))) return;
      if (isOver()) state.status = 'paused';
      const took = clock.now() - began;
      // At full speed as many updates as the wait for their answer is worth.
      stride = Math.max(1, Math.min(STRIDE.most, Math.round(stride * Math.min(2, PERIOD / Math.max(1, took)))));
      await clock.wait(Math.max(0, PERIOD - took));
    }
  }

  return {
    state,
    lanes,
    async begin() {
      if (await withAll((lane) => lane.begin())) state.status = 'paused';
    },
    /** Whether there is anything to train. */
    get isOver() {
      return isOver();
    },
    train() {
      if (state.status !== 'paused' || isOver()) return;
      assign(state, { status: 'training', looked: null, trouble: '' });
      working = working.then(run);
    },
    pause() {
      if (state.status === 'training') state.status = 'paused';
    },
    /** One update of each. */
    step() {
      if (state.status !== 'paused' || isOver()) return;
      assign(state, { looked: null, status: 'opening' });
      working = working.then(async () => {
        if (await stand() && await withAll((lane) => lane.advance(1))) state.status = 'paused';
      });
    },
    /** @param {number | null} step */
    look(step) {
      if (step !== null && state.status === 'training') state.status = 'paused';
      state.looked = step === null || step >= state.step ? null : Math.max(0, step);
    },
    close() {
      isClosed = true;
      for (const lane of lanes) lane.close();
    },
  };
}

/** @typedef {ReturnType<typeof createComparison>} Comparison */
