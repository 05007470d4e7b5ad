/** @file Numbers commands, and keeps each one's promise until the server answers it. */

import { RefusedError } from './errors.js';

/** @typedef {import('../types.js').AckEvent} AckEvent */

/**
 * @typedef {Object} Waiting
 * @property {(event: AckEvent) => void} resolve
 * @property {(error: Error) => void} reject
 */

export class Acknowledgements {
  constructor() {
    this.next = 0;
    /** @type {Map<number, Waiting>} */
    this.waiting = new Map();
  }

  /** The id for a command, and the promise of its answer. */
  expect() {
    const id = this.next++;
    /** @type {Promise<AckEvent>} */
    const acknowledged = new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
    });
    // A refusal comes as an event too, so nobody has to handle the promise's rejection.
    acknowledged.catch(() => {});
    return { id, acknowledged };
  }

  /**
   * Settles the promise that an event answers, if it answers one.
   * @param {import('../types.js').ServerEvent} event
   */
  settle(event) {
    if (event.type === 'ack') this.#take(event.id)?.resolve(event);
    if (event.type === 'error' && event.id !== null) this.reject(event.id, new RefusedError(event));
  }

  /**
   * @param {number} id
   * @param {Error} error
   */
  reject(id, error) {
    this.#take(id)?.reject(error);
  }

  /** @param {Error} error */
  rejectAll(error) {
    for (const id of [...this.waiting.keys()]) this.reject(id, error);
  }

  /** @param {number} id */
  #take(id) {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    return waiting;
  }
}
