/** @file A WebSocket and a clock that do what a test tells them. */

export class FakeSocket {
  /** @type {FakeSocket[]} */
  static opened = [];

  /** @param {string} url */
  constructor(url) {
    this.url = url;
    this.closed = false;
    /** @type {BinaryType} */
    this.binaryType = 'blob';
    /** @type {any[]} what was sent, read back from JSON */
    this.sent = [];
    /** @type {((event: {data: any}) => void) | null} */
    this.onmessage = null;
    /** @type {((event: {code: number}) => void) | null} */
    this.onclose = null;
    /** @type {(() => void) | null} */
    this.onopen = null;
    FakeSocket.opened.push(this);
  }

  /** @param {string} text */
  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.closed = true;
  }

  /** @param {object | ArrayBuffer} message */
  receive(message) {
    this.onmessage?.({ data: message instanceof ArrayBuffer ? message : JSON.stringify(message) });
  }

  /** @param {number} code */
  drop(code = 1006) {
    this.onclose?.({ code });
  }
}

export class FakeTimers {
  constructor() {
    this.time = 0;
    /** @type {Map<number, {at: number, action: () => void}>} */
    this.waiting = new Map();
    this.handles = 0;
    this.now = () => this.time;
    this.setTimeout = (/** @type {() => void} */ action, /** @type {number} */ delay) => {
      this.waiting.set(++this.handles, { at: this.time + delay, action });
      return this.handles;
    };
    this.clearTimeout = (/** @type {number} */ handle) => {
      this.waiting.delete(handle);
    };
  }

  /** @param {number} milliseconds */
  advance(milliseconds) {
    const end = this.time + milliseconds;
    for (;;) {
      const due = [...this.waiting].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) break;
      this.waiting.delete(due[0]);
      this.time = Math.max(this.time, due[1].at); // one that is late is late
      due[1].action();
    }
    this.time = end;
  }
}
