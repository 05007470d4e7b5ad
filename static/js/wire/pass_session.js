/** @file A session of its own for passes: a checkpoint in, one point's pass out. The page's own run is not affected. */

import { ConnectionLostError } from './errors.js';

/** @typedef {import('../types.js').Checkpoint} Checkpoint */
/** @typedef {import('../types.js').TraceEvent} TraceEvent */
/** @typedef {import('./connection.js').Connection} Connection */
/** @typedef {Pick<import('./connection.js').ConnectionSettings, 'onEvent' | 'onFrame' | 'onStatus' | 'resume'>} Handlers */

/**
 * @typedef {Object} PassSession
 * @property {(checkpoint: Checkpoint, point: number) => Promise<TraceEvent>} pass   waits for a connection, and asks again
 *   when one is lost; rejects with the server's refusal, or when the session was closed
 * @property {() => void} close
 */

/**
 * @param {(handlers: Handlers) => Connection} open   opens a connection
 * @param {(isLive: boolean) => void} onLive
 * @returns {PassSession}
 */
export function openPassSession(open, onLive) {
  /** @type {TraceEvent | null} */
  let newest = null;
  let closed = false;
  /** Those who wait for a connection. @type {(() => void)[]} */
  let waiting = [];

  const connection = open({
    onEvent(event) {
      if (event.type === 'trace') newest = event;
    },
    onFrame() {},
    onStatus({ status }) {
      onLive(status === 'live');
      if (status === 'live') wake();
    },
    // Each question brings its own checkpoint.
    resume: () => null,
  });

  function wake() {
    const woken = waiting;
    waiting = [];
    for (const go of woken) go();
  }

  /** @returns {Promise<void>} */
  const connected = () => new Promise((go) => {
    if (closed || connection.isLive()) go();
    else waiting.push(go);
  });

  /** @param {Checkpoint} checkpoint @param {number} point */
  async function ask(checkpoint, point) {
    await connected();
    if (closed) throw new ConnectionLostError('The page let the session go.');
    // Both at once: no other question can come between them.
    const loaded = connection.send({ type: 'load', checkpoint, training: false });
    const traced = connection.send({ type: 'trace', point });
    await loaded;
    await traced;
    return /** @type {TraceEvent} */ (newest);
  }

  return {
    async pass(checkpoint, point) {
      for (;;) {
        try {
          return await ask(checkpoint, point);
        } catch (error) {
          if (closed || !(error instanceof ConnectionLostError)) throw error;
        }
      }
    },
    close() {
      closed = true;
      connection.close();
      wake();
    },
  };
}
