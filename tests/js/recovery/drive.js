/**
 * @file Drives runs into divergence on a real server and takes the way back that the page's own modules offer.
 *
 * `node drive.js ADDRESS` reads a list of cases from its standard input (tests/recovery/cases.py) and writes what became of
 * them: for each press the moment, the rate, and the costs before and after 2,000 more updates.
 */

import { text } from 'node:stream/consumers';

import { mountRecovery } from '../../../static/js/page/recovery/recovery.js';
import { createViewState } from '../../../static/js/page/view_state.js';
import { trackState } from '../../../static/js/page/tracked_state.js';
import { commandOf } from '../../../static/js/state/recovery.js';
import { onChange } from '../../../static/js/ui/tracked.js';
import { composeCheckpoint } from '../../../static/js/wire/checkpoint.js';
import { connect } from '../../../static/js/wire/connection.js';
import { openRehearsal } from '../../../static/js/wire/rehearsal.js';
import { openWithoutScreen } from '../without_screen.js';

/** @typedef {import('../../../static/js/types.js').Command} Command */
/**
 * @typedef {object} Case
 * @property {string} name
 * @property {import('../../../static/js/types.js').Sample} dataset
 * @property {Partial<import('../../../static/js/types.js').Experiment>} changes
 * @property {(Command | {train: number} | {reload: true})[]} acts
 * @property {boolean} room
 */

const UPDATES = 2000;
const MOST_PRESSES = 3;
/** As much training as a run gets to diverge. */
const [MOST_STEPS, MOST_UPDATES] = [2, 10_000];
const AT_ONCE = 4;
/** So that a busy machine gives the same answers. */
const PATIENCE = 60_000;

/** @param {string} url */
function openPage(url) {
  const opened = openWithoutScreen(url, () => ({ resume: () => null }));
  const { store, server } = opened;
  const view = createViewState();
  const page = /** @type {any} */ ({ newest: trackState(store), view });
  return { ...opened, view, page, open: (/** @type {any} */ handlers) => connect({ ...server, ...handlers }) };
}

/** @param {ReturnType<typeof openPage>} opened @param {() => boolean} isThere @returns {Promise<void>} */
const until = ({ store, view }, isThere) => new Promise((resolve) => {
  const look = () => {
    if (!isThere()) return;
    stop();
    stopView();
    resolve();
  };
  const stop = store.subscribe(look);
  const stopView = onChange(() => view.recovery.way_back, look);
  look();
});

/** @param {string} url @param {Case} one */
async function drive(url, { name, dataset, changes, acts, room }) {
  const opened = openPage(url);
  const { store, view, connection } = opened;
  const now = store.getState;
  // A server without room for trying out is one that doesn't answer the second connection.
  const nowhere = (/** @type {any} */ handlers) => {
    queueMicrotask(() => handlers.onStatus({ status: 'offline' }));
    return /** @type {any} */ ({ close() {}, send: () => Promise.reject(new Error('no room')) });
  };
  mountRecovery(opened.page, { openRehearsal: () => openRehearsal(room ? opened.open : nowhere), patience: PATIENCE });
  await until(opened, connection.isLive);
  await connection.send({ type: 'generate', ...dataset });
  await connection.send({ type: 'configure', changes });

  for (const act of acts) {
    if ('train' in act) {
      await connection.send({ type: 'step', updates: act.train });
    } else if ('reload' in act) {
      // Another page that is handed this one's checkpoint, such as after a server was started again.
      const checkpoint = composeCheckpoint(now());
      if (!checkpoint) throw new Error('There is nothing to hand over.');
      await connection.send({ type: 'load', checkpoint: { ...checkpoint, progress: { ...checkpoint.progress, step: 9000 } } });
    } else {
      await connection.send(act);
    }
    if (now().diverged) break;
  }

  let soughtSince = 0;
  onChange(() => view.recovery.way_back, (way) => {
    if (way?.state === 'sought') soughtSince = performance.now();
  });
  const presses = [];
  while (presses.length < MOST_PRESSES) {
    for (let more = 0; more < MOST_STEPS && !now().diverged; more++) await connection.send({ type: 'step', updates: MOST_UPDATES });
    if (!now().diverged) break;
    await until(opened, () => !['sought', undefined].includes(view.recovery.way_back?.state));
    const { diverged, experiment, points } = now();
    const way = view.recovery.way_back;
    if (!way || !experiment || !diverged) break;
    await connection.send(commandOf({ experiment, points }, way));
    const before = now().frame?.train_cost;
    await connection.send({ type: 'step', updates: UPDATES });
    const after = now().diverged ? null : now().frame?.train_cost;
    presses.push({
      diverged_at: diverged.step, rate: diverged.learning_rate, back_to: way.progress.step, offered: way.changes,
      state: way.state, told: way.cost, before, after, tried: way.tried?.cost ?? null,
      sought: Math.round(performance.now() - soughtSince),
    });
    if (after !== null && after !== undefined && before !== undefined && after <= 1.05 * before) break;
  }
  connection.close();
  return { name, presses };
}

/** @type {Case[]} */
const cases = JSON.parse(await text(process.stdin));
/** @type {any[]} */
const results = [];
const next = cases.entries();
await Promise.all(Array.from({ length: AT_ONCE }, async () => {
  for (const [index, one] of next) results[index] = await drive(process.argv[2], one);
}));
process.stdout.write(JSON.stringify(results), () => process.exit(0));
