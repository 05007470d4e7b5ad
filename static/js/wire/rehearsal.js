/** @file A session of its own for trying things out: a checkpoint in, what becomes of it out. The page's run is not affected. */

import { ConnectionLostError } from './errors.js';

/** @typedef {import('../types.js').Checkpoint} Checkpoint */
/** @typedef {import('../types.js').Experiment} Experiment */
/** @typedef {import('../types.js').Frame} Frame */
/** @typedef {import('../types.js').Progress} Progress */
/** @typedef {import('./connection.js').Connection} Connection */
/** @typedef {import('./connection.js').Handlers} Handlers */
/** @typedef {{experiment: Experiment, progress: Progress, frame: Frame, broken: number | null}} Whole
 *   where a session stands, with all that there is to draw; `broken`: the update after which numbers were no longer numbers */

/**
 * Every question rejects with the server's refusal, or with a `ConnectionLostError` as soon as there is no connection:
 * a full server has no room for trying things out.
 * @param {(handlers: Handlers) => Connection} open   opens a connection
 */
export function openRehearsal(open) {
  /** @type {Frame | null} */
  let frame = null;
  /** @type {Progress | null} */
  let progress = null;
  /** @type {Experiment | null} */
  let experiment = null;
  let diverged = false;
  /** @type {number | null} */
  let broken = null;
  /** @type {() => void} */
  let settle = () => {};
  /** @type {(reason: Error) => void} */
  let fail = () => {};
  /** @type {Promise<void>} */
  const ready = new Promise((resolve, reject) => {
    [settle, fail] = [resolve, reject];
  });
  ready.catch(() => {}); // whoever asks hears of it

  const connection = open({
    onEvent(event) {
      if (event.type === 'state' || event.type === 'checkpoint') progress = event.progress;
      if (event.type === 'state') experiment = event.experiment;
      if (event.type === 'diverged') {
        diverged = true;
        broken = event.step;
      }
    },
    onFrame(next) {
      frame = next;
    },
    onStatus({ status }) {
      if (status === 'live') settle();
      if (status === 'offline') fail(new ConnectionLostError('The server has no room for trying out just now.'));
    },
    resume: () => null,
  });

  /** @param {import('../types.js').Command} command */
  async function ask(command) {
    await ready;
    await connection.send(command);
  }
  const standing = () => ({
    progress: /** @type {Progress} */ (progress), cost: /** @type {Frame} */ (frame).train_cost,
  });

  const whole = () => ({
    experiment: /** @type {Experiment} */ (experiment), progress: /** @type {Progress} */ (progress), frame: /** @type {Frame} */ (frame), broken,
  });

  return {
    /** Goes to step 0 of a checkpoint's experiment with some of it changed. @param {Checkpoint} checkpoint @param {Partial<Experiment>} changes @returns {Promise<Whole>} */
    async begin(checkpoint, changes) {
      await ask({ type: 'load', checkpoint, training: false });
      // A seed, even the same one, starts the run anew.
      await ask({ type: 'configure', changes: { seed: checkpoint.experiment.seed, ...changes } });
      return whole();
    },
    /** Goes to a checkpoint. @param {Checkpoint} checkpoint @returns {Promise<Whole>} */
    async resume(checkpoint) {
      await ask({ type: 'load', checkpoint, training: false });
      return whole();
    },
    /** Where so many updates lead; where training diverged, to its last finite place. @param {number} updates @returns {Promise<Whole>} */
    async advance(updates) {
      broken = null;
      await ask({ type: 'step', updates });
      return whole();
    },
    /** @param {Checkpoint} checkpoint */
    async stand(checkpoint) {
      await ask({ type: 'load', checkpoint, training: false });
      return standing();
    },
    async restart() {
      await ask({ type: 'reset' });
      return standing();
    },
    /** The cost after so many updates, NaN where training diverged. @param {number} updates */
    async train(updates) {
      diverged = false;
      await ask({ type: 'step', updates });
      return diverged ? NaN : standing().cost;
    },
    /** Where so many updates lead; null where training diverged. @param {number} updates */
    async walk(updates) {
      diverged = false;
      await ask({ type: 'step', updates });
      return diverged ? null : standing();
    },
    close() {
      fail(new ConnectionLostError('The page let the session go.'));
      connection.close();
    },
  };
}
