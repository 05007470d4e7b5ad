/** @file The points of a data set, drawn by a session of its own: nothing of the page's is touched. */

import { ConnectionLostError } from './errors.js';

/** @typedef {import('../types.js').Point} Point */

/**
 * @param {(handlers: import('./connection.js').Handlers) => import('./connection.js').Connection} open opens a connection
 * @param {import('../types.js').Sample} sample
 * @returns {Promise<Point[]>} rejects with the server's refusal, or a `ConnectionLostError`
 */
export async function drawPoints(open, sample) {
  /** @type {Point[]} */
  let points = [];
  /** @type {import('./connection.js').Connection | null} */
  let connection = null;
  try {
    await new Promise((resolve, reject) => {
      connection = open({
        onEvent(event) {
          if (event.type === 'state') ({ points } = event);
        },
        onFrame() {},
        onStatus({ status }) {
          if (status === 'live') resolve(null);
          if (status === 'offline') reject(new ConnectionLostError('The server can’t be reached just now.'));
        },
        resume: () => null,
      });
    });
    await /** @type {import('./connection.js').Connection} */ (/** @type {unknown} */ (connection)).send({ type: 'generate', ...sample });
    return points;
  } finally {
    /** @type {import('./connection.js').Connection | null} */ (connection)?.close();
  }
}
