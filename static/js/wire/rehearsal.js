/** @file A session of its own for trying things out: a checkpoint in, what becomes of it out. The page's run is not affected. */

import { ConnectionLostError } from './errors.js';

/** @typedef {import('../types.js').Checkpoint} Checkpoint */
/** @typedef {import('../types.js').Frame} Frame */
/** @typedef {import('../types.js').Progress} Progress */
/** @typedef {import('./connection.js').Connection} Connection */
/** @typedef {import('./connection.js').Handlers} Handlers */

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
  let diverged = false;
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
      if (event.type === 'diverged') diverged = true;
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

  return {
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
