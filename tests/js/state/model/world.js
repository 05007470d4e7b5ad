/** @file A page with a real connection to the model server, over a network that takes its time. */

import { setImmediate as nextTurn } from 'node:timers/promises';

import { FakeTimers } from '../../wire/fakes.js';
import { createPage } from './page.js';
import { ModelServer } from './server.js';

export function createWorld() {
  const timers = new FakeTimers();
  /** @returns {{commands: string[], answers: (string | ArrayBuffer)[]}} */
  const emptyNetwork = () => ({ commands: [], answers: [] });
  /** What is on its way, oldest first. */
  let network = emptyNetwork();
  /** @type {ModelServer | null} */
  let server = null;
  /** @type {any} */
  let socket = null;

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

  const page = createPage({ url: '', WebSocketImpl: /** @type {any} */ (Socket), timers });
  const { frames } = page;

  function carry() {
    const text = network.commands.shift();
    if (text) server?.receive(JSON.parse(text));
  }
  function answer() {
    const data = network.answers.shift();
    if (data) socket.onmessage({ data });
  }

  return {
    ...page,
    server: () => /** @type {ModelServer} */ (server),

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

    stored() {
      const { experiment, points } = /** @type {ModelServer} */ (server);
      return JSON.parse(JSON.stringify({ experiment, points, progress: server?.wired() }));
    },
  };
}

/** @typedef {ReturnType<typeof createWorld>} World */
