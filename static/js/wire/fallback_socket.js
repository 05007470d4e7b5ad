/** @file A socket of the preferred kind, and an ordinary one in its place where that one does not come up. */

/** @typedef {import('./connection.js').Socket} Socket */
/** @typedef {Socket & {onup: (() => void) | null}} RisingSocket   calls `onup` once, before anything else, when it works */
/** @typedef {Socket & {onopen: ((event: any) => any) | null}} OrdinarySocket */

/** Milliseconds between two checks of whether it came up. */
const LOOK = 250;
/** After this many checks it is given up. A page that was itself busy for seconds has used up only one of them. */
const LOOKS = 12;

/**
 * @param {object} kinds
 * @param {new (url: string) => RisingSocket} kinds.Wished
 * @param {new (url: string) => OrdinarySocket} kinds.Ordinary
 * @param {import('./connection.js').Timers} kinds.timers
 * @returns a class that is as much of a `WebSocket` as a connection needs
 */
export function fallbackSocket({ Wished, Ordinary, timers }) {
  /** Whether one stayed silent until it was given up; the next is not worth waiting for. */
  let isMute = false;

  return class FallbackSocket {
    /** @type {((event: {data: any}) => void) | null} */
    onmessage = null;
    /** @type {((event: {code: number}) => void) | null} */
    onclose = null;
    /** @type {BinaryType} */
    binaryType = 'arraybuffer';
    /** Commands that wait for a socket that can send them; null when there is one. @type {string[] | null} */
    #waiting = [];
    /** @type {Socket | null} */
    #socket = null;
    /** @type {any} */
    #timer = null;

    /** @param {string} url */
    constructor(url) {
      if (isMute) this.#openOrdinary(url);
      else this.#openWished(url);
    }

    /** @param {string} text */
    send(text) {
      if (this.#waiting) this.#waiting.push(text);
      else this.#socket?.send(text);
    }

    close() {
      timers.clearTimeout(this.#timer);
      if (!this.#socket) return;
      this.#listen(this.#socket); // whatever closes now is not replaced
      this.#socket.close();
    }

    /** @param {string} url */
    #openWished(url) {
      /** @type {RisingSocket} */
      let socket;
      try {
        socket = new Wished(url);
      } catch {
        this.#openOrdinary(url);
        return;
      }
      this.#socket = socket;
      const giveUp = () => {
        timers.clearTimeout(this.#timer);
        socket.onup = null;
        socket.onclose = null;
        socket.close();
        this.#openOrdinary(url);
      };
      const look = (/** @type {number} */ left) => {
        this.#timer = timers.setTimeout(() => {
          isMute = left === 0;
          if (isMute) giveUp();
          else look(left - 1);
        }, LOOK);
      };
      look(LOOKS - 1);
      socket.onclose = giveUp;
      socket.onup = () => {
        timers.clearTimeout(this.#timer);
        this.#use(socket);
      };
    }

    /** @param {string} url */
    #openOrdinary(url) {
      const socket = new Ordinary(url);
      socket.binaryType = this.binaryType;
      this.#socket = socket;
      this.#listen(socket);
      socket.onopen = () => this.#use(socket);
    }

    /** @param {Socket} socket */
    #listen(socket) {
      socket.onmessage = (event) => this.onmessage?.(event);
      socket.onclose = (event) => this.onclose?.(event);
    }

    /** @param {Socket} socket */
    #use(socket) {
      this.#listen(socket);
      const waiting = this.#waiting ?? [];
      this.#waiting = null;
      for (const text of waiting) socket.send(text);
    }
  };
}
