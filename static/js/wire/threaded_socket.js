/**
 * @file A socket in a worker. What answers a person's command can be read by the next animation frame, which comes
 * before the task that would bring it: see ring.js.
 */

import { ringReader } from './ring.js';

/**
 * What is said to the worker, and what it says.
 * @typedef {{type: 'open', url: string} | {type: 'send', text: string} | {type: 'taken'} |
 *   {type: 'close'}} Order
 * @typedef {{type: 'up', buffer: SharedArrayBuffer} | {type: 'wake'} | {type: 'message', data: string | ArrayBuffer} |
 *   {type: 'close', code: number}} Report
 * @typedef {{worker: Worker, reports: Report[]}} Started   a worker that was told to open, and what it has said so far
 */

/** For this long after a command, in ms, each animation frame begins by looking for its answer. */
const ANSWERING = 120;
/** And for this long after that, by looking for what comes of it: the first frame trained with a new point. */
const FOLLOWING = 35;
/** The code of a connection that ended by itself. */
const ABNORMAL = 1006;

/**
 * @param {object} tools
 * @param {() => Worker} tools.startWorker that runs socket_worker.js
 * @param {(url: string) => Started | null} tools.startedWorker one that is opening a socket to this address already
 * @param {(take: () => void) => void} tools.beforeFrame calls at the beginning of the next animation frame
 * @returns a class that is as much of a `WebSocket` as a connection needs
 */
export function threadedSocket({ startWorker, startedWorker, beforeFrame }) {
  return class ThreadedSocket {
    /** Called when the worker has started, which says nothing about the server yet. @type {(() => void) | null} */
    onup = null;
    /** @type {((event: {data: any}) => void) | null} */
    onmessage = null;
    /** @type {((event: {code: number}) => void) | null} */
    onclose = null;
    /** @type {BinaryType} */
    binaryType = 'arraybuffer';
    /** @type {Worker} */
    #worker;
    /** What the worker brings, once it is up. @type {ReturnType<typeof ringReader> | null} */
    #ring = null;
    #isLooking = false;
    #lookUntil = -Infinity;
    #isAnswered = true;

    /** @param {string} url */
    constructor(url) {
      const started = startedWorker(url);
      this.#worker = started?.worker ?? startWorker();
      this.#worker.onmessage = ({ data }) => this.#receive(data);
      this.#worker.onerror = () => this.#end(ABNORMAL);
      if (!started) this.#order({ type: 'open', url });
      // Nobody can listen to this socket yet. Each has a turn of its own: one that fails keeps none behind it.
      else for (const report of started.reports) queueMicrotask(() => this.#receive(report));
    }

    /** @param {string} text */
    send(text) {
      this.#order({ type: 'send', text });
      this.#isAnswered = false;
      this.#lookUntil = performance.now() + ANSWERING;
      this.#look();
    }

    close() {
      if (this.#ring) this.#order({ type: 'close' });
      else this.#end(ABNORMAL);
    }

    /** @param {Order} order */
    #order(order) {
      this.#worker.postMessage(order);
    }

    /** @param {Report} report */
    #receive(report) {
      if (report.type === 'up') {
        this.#ring = ringReader(report.buffer);
        this.onup?.();
        return;
      }
      // Whatever a message does to its listener, the next one and the end of the connection are still delivered.
      try {
        this.#read();
        if (report.type === 'message') this.onmessage?.(report);
      } finally {
        if (report.type === 'message') this.#order({ type: 'taken' });
        if (report.type === 'close') this.#end(report.code);
      }
    }

    #read() {
      for (let data = this.#ring?.read() ?? null; data !== null; data = this.#ring?.read() ?? null) {
        if (typeof data === 'string' && !this.#isAnswered) {
          this.#isAnswered = true;
          this.#lookUntil = performance.now() + FOLLOWING;
        }
        this.onmessage?.({ data });
      }
    }

    #look() {
      if (this.#isLooking || performance.now() > this.#lookUntil) return;
      this.#isLooking = true;
      beforeFrame(() => {
        this.#isLooking = false;
        // What came before the answer can wait: the picture that shows the click carries no more than it has to.
        if (this.#isAnswered || this.#ring?.hasText()) this.#read();
        this.#look();
      });
    }

    /** @param {number} code */
    #end(code) {
      this.#lookUntil = -Infinity;
      this.#worker.terminate();
      this.onclose?.({ code });
    }
  };
}
