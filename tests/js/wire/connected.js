/** @file A connection whose sockets and time are the test's. */

import { connect } from '../../../static/js/wire/connection.js';
import { OPTIONS } from '../options.js';
import { FakeSocket, FakeTimers } from './fakes.js';

/** @typedef {import('../../../static/js/types.js').ConnectionState} ConnectionState */

export const SESSION = { revision: 0, experiment: { hidden: [2] }, points: [], reason: 'new' };
export const WELCOME = { type: 'welcome', protocol: 1, limits: {}, options: OPTIONS, state: SESSION };
export const CHECKPOINT = { version: 1, points: [{ id: 0 }] };

/**
 * @param {{checkpoint: any, training: boolean, updates_per_second?: number | null} | null} [resumption]
 * @param {Promise<unknown>} [ready]
 */
export function start(resumption = null, ready = undefined) {
  const timers = new FakeTimers();
  /** @type {any[]} */
  const events = [];
  /** @type {any[]} */
  const frames = [];
  /** @type {ConnectionState[]} */
  const statuses = [];
  const connection = connect({
    url: 'ws://host/socket',
    WebSocketImpl: /** @type {any} */ (FakeSocket),
    timers,
    onEvent: (event) => events.push(event),
    onFrame: (frame) => frames.push(frame),
    onStatus: (status) => statuses.push(status),
    resume: () => resumption,
    ready,
  });
  return { connection, timers, events, frames, statuses };
}

/** @returns {FakeSocket} */
export const newest = () => /** @type {FakeSocket} */ (FakeSocket.opened.at(-1));
