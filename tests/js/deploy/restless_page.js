/** @file A page whose person trains and edits points all the time, and notes what became of each edit and each break. */

import { createEditor } from '../../../static/js/state/editor.js';
import { createRecorder } from '../../../static/js/state/recorder.js';
import { composeCheckpoint } from '../../../static/js/wire/checkpoint.js';
import { openWithoutScreen } from '../without_screen.js';

/** @typedef {import('../../../static/js/types.js').Edit} Edit */
/** @typedef {import('../../../static/js/types.js').ServerEvent} ServerEvent */
/**
 * @typedef {object} Break   of the connection
 * @property {number} code with which the socket closed
 * @property {number} attempts until a server welcomed the page again
 * @property {number} shown the step that was shown last before it
 * @property {number} resumed the step of the checkpoint that the page went on with
 */
/** @typedef {{name: string, sample: import('../../../static/js/types.js').Sample, changes: object}} Case */

const SPEED = 20;
const EDIT_INTERVAL = 500;
const [ADDED, MOVED, REMOVED] = [0, 1, 2];

/** @param {string} url of the socket @param {Case} one @param {number} number */
export function openRestlessPage(url, { name, sample, changes }, number) {
  /** Edits, each with the step at which it became part of the training that counts. @type {{step: number, edit: Edit}[]} */
  const log = [];
  /** Those that no server has answered yet. @type {{id: number | null, edit: Edit}[]} */
  let waiting = [];
  /** @type {Break[]} */
  const breaks = [];
  /** What its person wants there to be, by id: kept beside the page's own state. @type {Map<number, number[]>} */
  const wanted = new Map();
  let [framesSince, longestWait, heardAt] = [0, 0, 0];
  /** @type {any} */
  let timer;

  const { store, connection } = openWithoutScreen(url, (ours) => ({
    onEvent(event) {
      if (event.type === 'ack') answered(event);
      ours.dispatch(event);
    },
    onFrame(frame) {
      heard();
      framesSince++;
      ours.dispatch({ type: 'frame', frame });
    },
    onStatus(status) {
      ours.dispatch({ type: 'connection', connection: status });
      if (status.status === 'offline') broken(status);
    },
    resume() {
      const state = ours.getState();
      const checkpoint = breaks.length > 0 ? composeCheckpoint(state) : null;
      if (!checkpoint) return null;
      const { step } = checkpoint.progress;
      for (const { edit } of waiting) log.push({ step, edit });
      waiting = [];
      /** @type {Break} */ (breaks.at(-1)).resumed = step;
      return { checkpoint, training: state.status === 'training', updates_per_second: SPEED };
    },
  }));

  /** @param {import('../../../static/js/types.js').AckEvent} ack */
  function answered({ id, step }) {
    for (const { edit } of waiting.filter((one) => one.id === id)) log.push({ step, edit });
    waiting = waiting.filter((one) => one.id !== id);
  }

  function heard() {
    const now = performance.now();
    if (heardAt) longestWait = Math.max(longestWait, now - heardAt);
    heardAt = now;
  }

  /** @param {import('../../../static/js/types.js').ConnectionState} status */
  function broken({ attempt, close_code: code }) {
    if (attempt === 1) breaks.push({ code: code ?? 0, attempts: 0, shown: store.getState().frame?.step ?? 0, resumed: NaN });
    /** @type {Break} */ (breaks.at(-1)).attempts = attempt;
  }

  const noting = {
    ...store,
    dispatch(/** @type {import('../../../static/js/types.js').Action} */ action) {
      if (action.type === 'edit') waiting.push({ id: action.id, edit: action.edit });
      store.dispatch(action);
    },
  };
  const recorder = createRecorder({ store: noting, connection });
  const editor = createEditor({
    store: noting, connection, recorder, requestFrame: (callback) => setTimeout(() => callback(performance.now()), 16),
  });

  let turn = number;
  function editOnce() {
    turn++;
    const x = Math.sin(turn * 1.7) * 3;
    const y = Math.cos(turn * 2.3) * 3;
    const ids = [...wanted.keys()];
    const id = ids[(turn * 7) % ids.length];
    if (turn % 3 === ADDED) {
      wanted.set(editor.add(x, y, turn % 2), [x, y, turn % 2]);
    } else if (turn % 3 === MOVED || turn % 12 !== REMOVED) {
      editor.move(id, x, y);
      wanted.set(id, [x, y, wanted.get(id)?.[2] ?? NaN]);
    } else {
      editor.remove([id]);
      wanted.delete(id);
    }
  }

  /** @param {() => boolean} isThere @returns {Promise<void>} */
  const until = (isThere) => new Promise((resolve) => {
    const look = () => {
      if (!isThere()) return;
      stop();
      resolve();
    };
    const stop = store.subscribe(look);
    look();
  });

  return {
    async begin() {
      await until(connection.isLive);
      await connection.send({ type: 'generate', ...sample });
      await connection.send({ type: 'configure', changes });
      for (const { id, x1, x2, target } of store.getState().points) wanted.set(id, [x1, x2, target]);
      await connection.send({ type: 'speed', updates_per_second: SPEED });
      await connection.send({ type: 'train' });
      timer = setInterval(editOnce, EDIT_INTERVAL);
    },

    /** Waits until it is shown training that goes on. */
    async settle() {
      framesSince = 0;
      await until(() => connection.isLive() && framesSince > 2);
    },

    async end() {
      clearInterval(timer);
      await until(() => connection.isLive() && waiting.length === 0);
      const { status } = store.getState();
      await connection.send({ type: 'pause' });
      await connection.send({ type: 'configure', changes: {} });
      const { points, progress } = store.getState();
      connection.close();
      return {
        name, status, points, progress, log, breaks, longest_wait: longestWait / 1000,
        wanted: [...wanted].map(([id, [x1, x2, target]]) => ({ id, x1, x2, target })),
      };
    },
  };
}
