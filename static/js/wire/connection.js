/** @file The connection to the server, kept up by itself. The only module that knows the socket. */

import { Acknowledgements } from './acknowledgements.js';
import { ConnectionLostError } from './errors.js';
import { decodeFrame } from './frame.js';
import { createPace } from './pace.js';
import { tooLarge } from './size.js';

/** @typedef {import('../types.js').AckEvent} AckEvent */
/** @typedef {import('../types.js').Checkpoint} Checkpoint */
/** @typedef {import('../types.js').Command} Command */
/** @typedef {import('../types.js').ConnectionState} ConnectionState */
/** @typedef {import('../types.js').ServerEvent} ServerEvent */
/** @typedef {import('../types.js').WelcomeEvent} WelcomeEvent */
/** @typedef {import('./pace.js').Timers} Timers */

/** Milliseconds to wait before each further attempt; the last one applies from then on. */
export const RETRY_DELAYS = [1000, 2000, 4000, 8000];
/** How long a server may take to send its welcome before another attempt is made. */
export const WELCOME_TIMEOUT = 10000;
/** The close code of a server that lets an idle page go. */
export const IDLE = 4408;

/**
 * @typedef {Object} Socket   as much of a `WebSocket` as a connection needs
 * @property {BinaryType} binaryType
 * @property {((event: any) => any) | null} onmessage
 * @property {((event: any) => any) | null} onclose
 * @property {(text: string) => void} send
 * @property {() => void} close
 */

/**
 * @typedef {Object} Resumption   what a server that knows nothing of this page is to go on with
 * @property {Checkpoint} checkpoint
 * @property {boolean} training
 * @property {number | null} [updates_per_second]   the speed; where it is left out, as fast as it goes
 */

/**
 * @typedef {Object} ConnectionSettings
 * @property {string} url
 * @property {new (url: string) => Socket} WebSocketImpl
 * @property {Timers} timers
 * @property {(event: ServerEvent) => void} onEvent
 * @property {(frame: import('../types.js').Frame) => void} onFrame
 * @property {(connection: ConnectionState) => void} onStatus
 * @property {() => Resumption | null} resume   null to begin where the server does
 * @property {Promise<unknown>} [ready]   when it is known what to go on with: the first welcome waits for it
 * @property {(checkpoint: Checkpoint, refusal: Error) => void} [onLeftBehind]   the server did not take what it was to
 *   go on with, and begins anew
 */

/** What those who open a connection of their own hand in. @typedef {Pick<ConnectionSettings, 'onEvent' | 'onFrame' | 'onStatus' | 'resume'>} Handlers */

/**
 * @typedef {Object} Connection
 * @property {(command: Command) => Promise<AckEvent>} send   rejects with the server's refusal, or with a
 *   `ConnectionLostError`. A rejection that nobody handles is silent: refusals come as events as well
 * @property {(command: Command) => {id: number, acknowledged: Promise<AckEvent>}} issue   the same, and returns
 *   its id too
 * @property {() => boolean} isLive   whether commands can be sent
 * @property {() => void} retryNow
 * @property {() => void} wake   come back where the server let go of an idle page, before anything is to be sent
 * @property {() => void} close
 */

/**
 * Connects, and connects again whenever the socket closes.
 * @param {ConnectionSettings} settings
 * @returns {Connection}
 */
export function connect({ url, WebSocketImpl, timers, onEvent, onFrame, onStatus, resume, ready, onLeftBehind }) {
  const acknowledgements = new Acknowledgements();
  /** @type {Socket | null} */
  let socket = null;
  /** @type {any} */
  let timer = null;
  let live = false;
  let closed = false;
  let attempt = 0;
  let since = timers.now();
  let mostBytes = Infinity;
  /** What a server said before it was known what to go on with; null once it is. @type {(() => void)[] | null} */
  let early = ready ? [] : null;
  ready?.then(() => {
    const waiting = early ?? [];
    early = null;
    for (const hear of waiting) queueMicrotask(hear);
  });
  const pace = createPace(timers, (text) => socket?.send(text));
  /**
   * Set while the server has let an idle page go, until it has it again: only a word tells of it. What the session goes
   * on with is what it was then; commands since wait for it.
   * @type {{resumption: ReturnType<typeof resume>, held: string[]} | null}
   */
  let asleep = null;
  /** Why the last socket closed; it stays known until the next one is welcomed. @type {number | null} */
  let closeCode = null;

  /**
   * @param {ConnectionState['status']} status
   * @param {number | null} [retryAt]
   */
  function tell(status, retryAt = null) {
    onStatus({ status, since, attempt, retry_at: retryAt, close_code: closeCode, asleep: asleep !== null });
  }

  function open() {
    timers.clearTimeout(timer);
    const opened = new WebSocketImpl(url);
    socket = opened;
    opened.binaryType = 'arraybuffer';
    opened.onmessage = ({ data }) => {
      const hear = () => {
        if (opened === socket) receive(data);
      };
      if (early) early.push(hear);
      else hear();
    };
    opened.onclose = ({ code }) => {
      if (opened === socket) ended(code);
    };
    timer = timers.setTimeout(() => {
      opened.close();
      lost(null);
    }, WELCOME_TIMEOUT);
    if (!asleep) tell('connecting');
  }

  function fallAsleep() {
    timers.clearTimeout(timer);
    socket = null;
    asleep = { resumption: resume(), held: [] };
    tell('live');
  }

  /** @param {number} code */
  function ended(code) {
    // With a command on its way the page is not as the server left it: then it comes back at once.
    if (code === IDLE && live && !asleep && acknowledgements.waiting.size === 0) fallAsleep();
    else lost(code);
  }

  /** @param {number | null} code */
  function lost(code) {
    timers.clearTimeout(timer);
    socket = null;
    asleep = null;
    closeCode = code;
    if (live) {
      live = false;
      since = timers.now();
    }
    acknowledgements.rejectAll(
      new ConnectionLostError('The connection to the server was lost before it answered.'));
    if (closed) return;
    const delay = RETRY_DELAYS[Math.min(attempt, RETRY_DELAYS.length - 1)];
    attempt++;
    timer = timers.setTimeout(open, delay);
    tell('offline', timers.now() + delay);
  }

  /** @param {string | ArrayBuffer} data */
  function receive(data) {
    if (typeof data !== 'string') {
      onFrame(decodeFrame(data));
      return;
    }
    /** @type {ServerEvent} */
    const event = JSON.parse(data);
    if (event.type === 'welcome') {
      welcomed(event);
      return;
    }
    onEvent(event);
    acknowledgements.settle(event);
  }

  /** @param {WelcomeEvent} event */
  function welcomed(event) {
    timers.clearTimeout(timer);
    const { resumption, held } = asleep ?? { resumption: resume(), held: [] };
    asleep = null;
    mostBytes = event.limits.max_message_bytes ?? Infinity;
    pace.begin(event.limits.max_commands_per_second);
    live = true;
    closeCode = null;
    attempt = 0;
    since = timers.now();
    // Commands apply in order, so from here on others can follow the one that loads. It goes before the page shows anything:
    // the server works while that is drawn.
    const loaded = resumption && load(resumption);
    onEvent({ ...event, resuming: resumption !== null });
    for (const text of held) pace.put(text);
    tell('live');
    loaded?.catch((error) => {
      if (error instanceof ConnectionLostError) return;
      onEvent({ ...event, resuming: false });
      if (resumption) onLeftBehind?.(resumption.checkpoint, error);
    });
  }

  /** @param {Resumption} resumption */
  function load({ updates_per_second: speed, ...held }) {
    // It outlives a `load`. Told only after that, it would find some hundred steps made.
    if (speed !== undefined) issue({ type: 'speed', updates_per_second: speed });
    return issue({ type: 'load', ...held }).acknowledged;
  }

  /** @param {Command} command */
  function issue(command) {
    const { id, acknowledged } = acknowledgements.expect();
    if (live && (socket || asleep)) {
      const text = JSON.stringify({ ...command, id });
      const refusal = tooLarge(text, id, mostBytes);
      if (refusal) {
        // As if the server had said so: only after whoever sent it knows its id.
        queueMicrotask(() => {
          onEvent(refusal);
          acknowledgements.settle(refusal);
        });
      } else if (asleep) {
        asleep.held.push(text);
        if (!socket) open();
      } else {
        pace.put(text);
      }
    } else {
      acknowledgements.reject(id, new ConnectionLostError(
        'There is no connection to the server just now. It comes back by itself; try again then.'));
    }
    return { id, acknowledged };
  }

  open();
  return {
    send: (command) => issue(command).acknowledged,
    issue,
    isLive: () => live,
    retryNow() {
      if (!socket && !closed) open();
    },
    wake() {
      if (asleep && !socket) open();
    },
    close() {
      closed = true;
      timers.clearTimeout(timer);
      socket?.close();
      lost(null);
    },
  };
}
