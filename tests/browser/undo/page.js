/** @file A page that speaks to a real server, and a person of random numbers who acts on it. */

import { generator } from '../../js/state/model/numbers.js';
import { createPage } from '../../js/state/model/page.js';
import { actOnce, handOf } from '../../js/state/model/person.js';

const TEMPERS = [
  { trains: false, hurries: false, loses: false, wavers: false },
  { trains: true, hurries: true, loses: false, wavers: true },
  { trains: true, hurries: true, loses: true, wavers: true },
];

/** @param {string} url */
function createWorld(url) {
  /** @type {WebSocket | null} */
  let socket = null;
  /** @type {any} */
  let told = null;
  const page = createPage({
    url,
    WebSocketImpl: class extends WebSocket {
      /** @param {string} address */
      constructor(address) {
        super(address);
        socket = this;
      }
    },
    timers: { setTimeout: (act, delay) => setTimeout(act, delay), clearTimeout: (timer) => clearTimeout(timer), now: () => Date.now() },
    onEvent(event) {
      if (event.type === 'state') told = event;
    },
  });
  const { store, state, connection, recorder, frames } = page;
  let time = 0;
  const frame = () => frames.splice(0).forEach((callback) => callback(time += 20));

  /** Waits for the server's answer, if it can give one. */
  const answer = () => recorder.send({ type: 'inspect', parameter: null, point: null }).catch(() => {});
  async function settle() {
    do {
      frame();
      await (connection.isLive() ? answer() : new Promise((done) => setTimeout(done)));
    } while (frames.length > 0 || state().pending.changes.length > 0 || state().pending.edits.length > 0);
  }

  return {
    ...page,
    frame,
    settle,
    /** The server trains by itself. */
    server: () => ({ run() {} }),
    deliver() {},
    drop() {
      const { onclose } = /** @type {WebSocket} */ (socket);
      /** @type {WebSocket} */ (socket).onclose = /** @type {WebSocket} */ (socket).onmessage = null;
      socket?.close();
      onclose?.call(/** @type {WebSocket} */ (socket), new CloseEvent('close', { code: 1006 }));
    },
    comeBack: () => connection.retryNow(),
    /** Until the server is there, stands still and has answered everything. */
    async stand() {
      connection.retryNow();
      while (!connection.isLive()) await new Promise((done) => { const stop = store.subscribe(() => { stop(); done(null); }); });
      await recorder.send({ type: 'pause' });
      await settle();
      await answer();
    },
    /** What the server has, in its own words. */
    async stored() {
      await connection.send({ type: 'configure', changes: {} });
      const { experiment, points, progress } = told;
      return { experiment, points, progress };
    },
    close: connection.close,
  };
}

/** @param {unknown} value */
const text = (value) => JSON.stringify(value);

/**
 * The differences that a sequence leaves between before and after undoing all and doing all again.
 * @param {string} url
 * @param {number} sequence
 * @param {number} actions
 * @returns {Promise<{differences: string[], entries: number, step: number | undefined}>}
 */
async function play(url, sequence, actions) {
  const temper = TEMPERS[sequence % TEMPERS.length];
  const world = createWorld(url);
  await world.stand();
  const hand = handOf(generator(`browser ${sequence}`));
  for (let action = 0; action < actions; action++) await actOnce(/** @type {any} */ (world), hand, temper);
  await world.stand();
  const walkAll = async (/** @type {'past' | 'future'} */ list) => {
    while (world.state().undo[list].length > 0) {
      await (list === 'past' ? world.editor.undo() : world.editor.redo());
      await world.settle();
    }
  };
  await walkAll('future');
  const before = world.held();
  const entries = world.state().undo.past.length;
  const refused = world.refusals.length;
  const differences = [];
  const compare = (/** @type {string} */ what, /** @type {unknown} */ a, /** @type {unknown} */ b) => {
    if (text(a) !== text(b)) differences.push(`${what} of sequence ${sequence}: ${text(a)} became ${text(b)}`);
  };
  await walkAll('past');
  compare('points left', world.held().points, []);
  compare('the way back', world.held(), await world.stored());
  await walkAll('future');
  const after = world.held();
  compare('what the server has', after, await world.stored());
  compare('experiment', before.experiment, after.experiment);
  compare('points', before.points, after.points);
  compare('parameters', before.progress?.parameters, after.progress?.parameters);
  compare('step', before.progress?.step, after.progress?.step);
  if (!temper.trains) compare('progress', before.progress, after.progress);
  compare('refusals', [], world.refusals.slice(refused));
  world.close();
  return { differences, entries, step: after.progress?.step };
}

/** @type {any} */ (window).play = play;
