/** @file A page's store, recorder and editor with a real connection to the model server, over a network that takes its time. */

import { setImmediate as nextTurn } from 'node:timers/promises';

import { createEditor } from '../../../../static/js/state/editor.js';
import { createRecorder } from '../../../../static/js/state/recorder.js';
import { createStore } from '../../../../static/js/state/store.js';
import { composeCheckpoint } from '../../../../static/js/wire/checkpoint.js';
import { connect } from '../../../../static/js/wire/connection.js';
import { FakeTimers } from '../../wire/fakes.js';
import { ModelServer } from './server.js';

/** @typedef {import('../../../../static/js/types.js').Command} Command */

export function createWorld() {
  const timers = new FakeTimers();
  const store = createStore();
  /** @returns {{commands: string[], answers: (string | ArrayBuffer)[]}} */
  const emptyNetwork = () => ({ commands: [], answers: [] });
  /** What is on its way, oldest first. */
  let network = emptyNetwork();
  /** @type {ModelServer | null} */
  let server = null;
  /** @type {((now: number) => void)[]} */
  const frames = [];
  /** @type {any} */
  let socket = null;
  /** Everything that was refused. @type {string[]} */
  const refusals = [];

  class Socket {
    constructor() {
      this.binaryType = 'arraybuffer';
      this.onmessage = this.onclose = /** @type {any} */ (null);
      socket = this;
      const mine = network = emptyNetwork();
      server = new ModelServer((message) => {
        mine.answers.push(message instanceof ArrayBuffer ? message : JSON.stringify(message));
      });
    }

    /** @param {string} text */
    send(text) {
      network.commands.push(text);
    }

    close() {}
  }

  const connection = connect({
    url: '', WebSocketImpl: /** @type {any} */ (Socket), timers,
    onEvent(event) {
      if (event.type === 'error') refusals.push(event.message);
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

  function carry() {
    const text = network.commands.shift();
    if (text) server?.receive(JSON.parse(text));
  }
  function answer() {
    const data = network.answers.shift();
    if (data) socket.onmessage({ data });
  }

  return {
    store, state, editor, recorder, refusals,
    server: () => /** @type {ModelServer} */ (server),

    /** Sends a command and forgets about it; a refusal is counted. @param {Command} command */
    send(command) {
      recorder.send(command).catch(() => {});
    },

    /** Messages go a part of their way. @param {number} commands @param {number} answers */
    deliver(commands, answers) {
      for (let count = 0; count < commands; count++) carry();
      for (let count = 0; count < answers; count++) answer();
    },

    /** Until nothing is on its way and nobody waits. */
    async settle() {
      do {
        for (const callback of frames.splice(0)) callback(timers.time += 1000);
        while (network.commands.length > 0) carry();
        while (network.answers.length > 0) answer();
        await nextTurn();
      } while (network.commands.length > 0 || network.answers.length > 0 || frames.length > 0);
    },

    /** An animation frame. */
    frame() {
      for (const callback of frames.splice(0)) callback(timers.time += 20);
    },

    /** The server goes, with all that is on its way. */
    drop() {
      network = emptyNetwork();
      const { onclose } = socket;
      socket.onmessage = socket.onclose = null;
      onclose?.({ code: 1006 });
    },

    comeBack() {
      timers.advance(10_000);
    },

    /** All that there is to come back to; the page must hold what the server has. */
    held() {
      const { experiment, points, progress } = state();
      return { experiment, points, progress };
    },

    stored() {
      const { experiment, points } = /** @type {ModelServer} */ (server);
      return JSON.parse(JSON.stringify({ experiment, points, progress: server?.wired() }));
    },
  };
}

/** @typedef {ReturnType<typeof createWorld>} World */
