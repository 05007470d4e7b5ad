/**
 * @file How much is luck: the same run from many seeds, one after the other in a session of its own, and the band that their curves lie in.
 */
import { assign, tracked } from '../../ui/tracked.js';

/** @typedef {import('../../types.js').Checkpoint} Checkpoint */
/** @typedef {import('../../types.js').Frame} Frame */

/** Runs, and updates of each; they are looked at after each so many. */
export const SEEDS = 20;
export const UPDATES = 600;
const STRIDE = 25;
/** A band begins with so many. */
export const LEAST = 5;
/** How often a lost connection is tried again. */
const MOST_TRIES = 3;

/** @typedef {{seed: number, frames: Frame[], broken: number | null}} SeedRun */
/** @typedef {'train_cost' | 'test_cost'} Field */

/**
 * The quantile of some numbers, between two of them on the line that joins them.
 * @param {readonly number[]} sorted rising
 * @param {number} share 0..1
 */
export function quantile(sorted, share) {
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
}

/**
 * Of all runs at each step: the least and the greatest cost, the quartiles and the median.
 * @param {readonly SeedRun[]} runs
 * @param {Field} field
 */
export function bandOf(runs, field) {
  const whole = runs.filter(({ broken }) => broken === null);
  const steps = whole[0]?.frames.map(({ step }) => step) ?? [];
  return steps.map((step, at) => {
    const costs = whole.map(({ frames }) => frames[at]?.[field] ?? NaN).filter(Number.isFinite).sort((a, b) => a - b);
    return { step, least: costs[0] ?? NaN, low: quantile(costs, 0.25), middle: quantile(costs, 0.5), high: quantile(costs, 0.75), most: costs[costs.length - 1] ?? NaN };
  });
}

/** The cost that a run ended with. @param {SeedRun} run @param {Field} field */
export const endOf = ({ frames }, field) => frames[frames.length - 1]?.[field] ?? NaN;

/** Best first; those that broke last. @param {readonly SeedRun[]} runs @param {Field} field */
export const ranked = (runs, field) => [...runs].sort((one, other) => (
  Number(one.broken !== null) - Number(other.broken !== null) || endOf(one, field) - endOf(other, field)));

/**
 * @param {object} settings
 * @param {() => import('./lane.js').LaneSession} settings.open
 * @param {Checkpoint} settings.checkpoint
 * @param {(error: unknown) => string | null} settings.refusal why the server refused, in words; null where it did not
 */
export function createLuck({ open, checkpoint, refusal }) {
  const first = checkpoint.experiment.seed;
  const state = tracked({ runs: /** @type {readonly SeedRun[]} */ ([]), chosen: /** @type {number | null} */ (null), trouble: '', busy: false });
  let isClosed = false;
  let session = open();

  /** @param {number} seed @returns {Promise<SeedRun>} */
  async function runOf(seed) {
    const frames = [(await session.begin(checkpoint, { seed })).frame];
    for (let step = 0; step < UPDATES; step += STRIDE) {
      const { frame, broken, progress } = await session.advance(STRIDE);
      if (broken !== null) return { seed, frames, broken };
      if (progress.step !== step + STRIDE) throw new Error('The server has let go of this run.');
      frames.push(frame);
    }
    return { seed, frames, broken: null };
  }

  return {
    state,
    async run() {
      if (state.busy) return;
      assign(state, { busy: true, trouble: '' });
      for (let tries = 0; state.runs.length < SEEDS && !isClosed;) {
        try {
          const run = await runOf(first + state.runs.length);
          if (!isClosed) state.runs = [...state.runs, run];
        } catch (error) {
          if (isClosed) return;
          tries += 1;
          session.close();
          if (tries >= MOST_TRIES || refusal(error) !== null) {
            assign(state, { busy: false, trouble: refusal(error) ?? `The connection was lost after ${state.runs.length} of ${SEEDS} seeds.` });
            session = open();
            return;
          }
          session = open();
        }
      }
      state.busy = false;
    },
    close() {
      isClosed = true;
      session.close();
    },
  };
}

/** @typedef {ReturnType<typeof createLuck>} Luck */
