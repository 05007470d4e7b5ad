/** @file A page without figures: its store, recorder and editor, and the connection by which they reach a server. */

import { createEditor } from '../../../../static/js/state/editor.js';
import { createRecorder } from '../../../../static/js/state/recorder.js';
import { createStore } from '../../../../static/js/state/store.js';
import { composeCheckpoint } from '../../../../static/js/wire/checkpoint.js';
import { connect } from '../../../../static/js/wire/connection.js';

/** @typedef {import('../../../../static/js/wire/connection.js').ConnectionSettings} ConnectionSettings */

/**
 * @param {Pick<ConnectionSettings, 'url' | 'WebSocketImpl' | 'timers'> & Partial<Pick<ConnectionSettings, 'onEvent'>>} settings
 *   `onEvent` is told of each event before the store
 */
export function createPage({ onEvent, ...settings }) {
  const store = createStore();
  /** Callbacks that wait for an animation frame. @type {((now: number) => void)[]} */
  const frames = [];
  /** Everything that was refused. @type {string[]} */
  const refusals = [];
  const connection = connect({
    ...settings,
    onEvent(event) {
      if (event.type === 'error') refusals.push(event.message);
      onEvent?.(event);
      store.dispatch(event);
    },
    onFrame: (frame) => store.dispatch({ type: 'frame', frame }),
    onStatus: (status) => store.dispatch({ type: 'connection', connection: status }),
    resume() {
      const checkpoint = composeCheckpoint(store.getState());
      return checkpoint && { checkpoint, training: store.getState().status === 'training' };
    },
  });
  const recorder = createRecorder({ store, connection });
  const editor = createEditor({ store, connection, recorder, requestFrame: (callback) => frames.push(callback) });
  const state = () => store.getState();
  return {
    store, state, connection, recorder, editor, frames, refusals,

    /** Sends a command and forgets about it; a refusal is counted. @param {import('../../../../static/js/types.js').Command} command */
    send(command) {
      recorder.send(command).catch(() => {});
    },

    /** All that there is to come back to; the page must hold what the server has. */
    held() {
      const { experiment, points, progress } = state();
      return { experiment, points, progress };
    },
  };
}
