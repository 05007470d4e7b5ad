/** @file Sends no faster than the server accepts: whoever sends more commands a second than the limit is cut off. */

/** The share of the limit that is used: no two clocks agree exactly. */
const SHARE = 0.9;
/** Seconds' worth of commands that may go at once; the server takes twice as many. */
const BURST = 1;

/**
 * @typedef {Object} Timers
 * @property {(action: () => void, delay: number) => any} setTimeout
 * @property {(handle: any) => void} clearTimeout
 * @property {() => number} now   milliseconds
 */

/**
 * @param {Pick<Timers, 'now' | 'setTimeout' | 'clearTimeout'>} timers
 * @param {(text: string) => void} send
 */
export function createPace(timers, send) {
  /** @type {string[]} */
  let waiting = [];
  let rate = Infinity;
  let tokens = Infinity;
  let filledAt = timers.now();
  /** @type {any} */
  let timer = null;

  function fill() {
    const now = timers.now();
    if (rate < Infinity) tokens = Math.min(Math.max(1, BURST * rate), tokens + ((now - filledAt) / 1000) * rate);
    filledAt = now;
  }

  function flush() {
    timer = null;
    fill();
    while (waiting.length > 0 && tokens >= 1) {
      tokens -= 1;
      send(/** @type {string} */ (waiting.shift()));
    }
    if (waiting.length > 0) timer = timers.setTimeout(flush, Math.ceil(((1 - tokens) / rate) * 1000));
  }

  return {
    /** A connection begins. @param {number | undefined} perSecond what the server takes */
    begin(perSecond = Infinity) {
      timers.clearTimeout(timer);
      timer = null;
      waiting = [];
      rate = SHARE * perSecond;
      tokens = rate < Infinity ? Math.max(1, BURST * rate) : Infinity;
      filledAt = timers.now();
    },
    /** Sends it when its turn comes, at once where allowed. @param {string} text */
    put(text) {
      waiting.push(text);
      if (timer === null) flush();
    },
  };
}
