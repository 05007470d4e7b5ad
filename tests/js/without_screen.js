/** @file A page without a screen: the page's own state, kept up to date by its own connection to a real server. */

import { createStore } from '../../static/js/state/store.js';
import { connect } from '../../static/js/wire/connection.js';

/** @typedef {import('../../static/js/wire/connection.js').ConnectionSettings} ConnectionSettings */

/**
 * @param {string} url of the socket
 * @param {(store: import('../../static/js/state/store.js').Store) => Pick<ConnectionSettings, 'resume'> & Partial<ConnectionSettings>} settings
 *   what differs from a page's
 */
export function openWithoutScreen(url, settings) {
  const store = createStore();
  const timers = {
    setTimeout: (/** @type {() => void} */ action, /** @type {number} */ delay) => setTimeout(action, delay),
    clearTimeout,
    now: () => Date.now(),
  };
  const server = { url, WebSocketImpl: /** @type {any} */ (WebSocket), timers };
  const connection = connect({
    ...server,
    onEvent: store.dispatch,
    onFrame: (frame) => store.dispatch({ type: 'frame', frame }),
    onStatus: (status) => store.dispatch({ type: 'connection', connection: status }),
    ...settings(store),
  });
  return { store, server, connection };
}
