/**
 * @file The one way from a person's hand to the server: sends commands, records those that change something, and
 * undoes and redoes what was recorded (docs/decisions/0012-undo.md).
 */

import { checkpointOf } from '../wire/checkpoint.js';
import { KINDS } from '../wire/command_kinds.js';
import { RESUMPTION } from './changes.js';
import { differences, keepsLearning } from './moment.js';
import { asEdit, inverseOf } from './points.js';

/** @typedef {import('../types.js').AckEvent} AckEvent */
/** @typedef {import('../types.js').Command} Command */
/** @typedef {import('../types.js').Edit} Edit */
/** @typedef {import('../types.js').Moment} Moment */
/** @typedef {import('../types.js').UndoEntry} UndoEntry */

/** @type {Past} */
const NO_PAST = { goOn: () => null, leave() {}, isAway: () => false };

/**
 * @typedef {Object} RecorderSettings
 * @property {import('./store.js').Store} store
 * @property {Pick<import('../wire/connection.js').Connection, 'isLive' | 'issue' | 'send'>} connection
 * @property {(error: unknown) => void} [onRefusedEdit]
 * @property {Past} [past]
 */

/**
 * @typedef {Object} Past what is looked at, where that is not the newest moment
 * @property {() => Promise<unknown> | null} goOn makes it the newest; null where it is
 * @property {() => void} leave looks at the newest again
 * @property {() => boolean} isAway whether another one than the newest is looked at
 */

/** @param {RecorderSettings} settings */
export function createRecorder({ store, connection, onRefusedEdit = () => {}, past = NO_PAST }) {
  let lastKey = 0;
  /** Steps through the entries that wait for an answer, and whatever was done since. @type {{mustWait: () => boolean, run: () => void, fail: (error: unknown) => void}[]} */
  const waiting = [];
  /** Whether what is looked at is on its way to be the newest: all else waits for that. */
  let isGoing = false;
  /** What training was asked to do, while that is not answered yet. @type {{training: boolean} | null} */
  let asked = null;

  function go() {
    while (!isGoing && waiting.length > 0 && !waiting[0].mustWait()) waiting.shift()?.run();
  }
  store.subscribe(() => {
    if (waiting.length > 0 && !waiting[0].mustWait()) queueMicrotask(go);
  });

  /** What is done in the past is done to what is looked at: that becomes the newest first. */
  async function goOnFirst() {
    if (isGoing) return;
    const going = past.goOn();
    if (!going) return;
    isGoing = true;
    try {
      await going;
    } catch (error) {
      for (const { fail } of waiting.splice(0)) fail(error);
    }
    isGoing = false;
    go();
  }

  /**
   * Does it now, or after what was asked for earlier.
   * @template T
   * @param {() => T | Promise<T>} act
   * @param {() => boolean} [mustWait]
   * @returns {Promise<T>}
   */
  const inTurn = (act, mustWait = () => false) => new Promise((resolve, reject) => {
    goOnFirst();
    const run = () => {
      try {
        resolve(act());
      } catch (error) {
        reject(error);
      }
    };
    if (isGoing || waiting.length > 0 || mustWait()) waiting.push({ mustWait, run, fail: reject });
    else run();
  });

  /** @param {Edit} edit @param {number} key */
  function perform(edit, key) {
    const issued = connection.isLive() ? connection.issue(edit) : null;
    issued?.acknowledged.catch(onRefusedEdit);
    store.dispatch({ type: 'edit', edit, id: issued?.id ?? null, key });
  }

  /**
   * @param {Command} command
   * @param {Pick<UndoEntry, 'key' | 'deed' | 'name'>} [named]
   * @returns {Promise<AckEvent>}
   */
  function change(command, named = { key: ++lastKey, deed: command }) {
    const { key } = named;
    if (!connection.isLive()) return connection.send(command);
    const { id, acknowledged } = connection.issue(command);
    const { experiment: was } = store.getState();
    store.dispatch({
      type: 'change',
      change: { id, key, way: 'do', command, walked: null, to: null, from: null },
      entry: { ...named, was, edits: null, moment: null, displaced: [] },
    });
    return acknowledged;
  }

  /** What changes nothing that could be undone. @param {Command} command @returns {Promise<AckEvent>} */
  function sendNow(command) {
    const kind = KINDS[command.type];
    const { acknowledged } = connection.issue(command);
    if (kind === 'starts' || kind === 'stops') {
      const mine = asked = { training: kind === 'starts' };
      const answered = () => { if (asked === mine) asked = null; };
      acknowledged.then(answered, answered);
    }
    return acknowledged;
  }

  function isTraining() {
    return asked ? asked.training : store.getState().status === 'training';
  }

  /**
   * Only settings are put back where the network has learned something worth keeping since; otherwise everything goes
   * back to exactly that moment.
   * @param {UndoEntry} entry
   * @returns {{command: Command, to: Moment | null} | null}
   */
  function wayThrough({ deed, moment }) {
    const { experiment, progress, status } = store.getState();
    if (!moment || !experiment) return null;
    const hasLearned = asked !== null || isTraining() || progress?.step !== moment.progress.step;
    if (keepsLearning(deed) && hasLearned && status !== 'diverged') {
      return { command: { type: 'configure', changes: differences(experiment, moment.experiment) }, to: null };
    }
    return { command: { type: 'load', checkpoint: checkpointOf(moment), training: isTraining() }, to: moment };
  }

  /**
   * @param {'undo' | 'redo'} way
   * @param {UndoEntry} entry
   */
  async function walk(way, entry) {
    const { key, edits } = entry;
    if (edits) {
      for (const edit of edits[way]) perform(asEdit(store.getState().points, edit), key);
      store.dispatch({ type: way === 'undo' ? 'undone' : 'redone' });
      return entry;
    }
    const through = wayThrough(entry);
    if (!through) return null;
    const { command, to } = through;
    if (!connection.isLive()) await connection.send(command);
    const { id, acknowledged } = connection.issue(command);
    const walked = way === 'undo' ? entry : null;
    store.dispatch({ type: 'change', change: { id, key, way, command, walked, to, from: null }, entry: null });
    await acknowledged;
    return entry;
  }

  /**
   * @param {'undo' | 'redo'} way
   * @returns {Promise<UndoEntry | null>} what was undone or done again, once the server has; rejects with its refusal
   */
  function step(way) {
    const next = () => {
      const { undo } = store.getState();
      return (way === 'undo' ? undo.past : undo.future).at(-1);
    };
    // Only the server knows what the entry was applied to: all changes must be answered, and all that belongs to the entry.
    const mustWait = () => {
      const { changes, edits } = store.getState().pending;
      return changes.length > 0 || edits.some(({ key }) => key === next()?.key);
    };
    const meant = waiting.length === 0 ? next() : null;
    return inTurn(() => {
      const entry = next();
      // What was meant may have been refused meanwhile: then there is nothing to undo, and certainly nothing else.
      const isGone = !entry || (meant !== null && meant?.key !== entry.key);
      return isGone ? null : walk(way, entry);
    }, mustWait);
  }

  return {
    perform,
    nextKey: () => ++lastKey,
    inTurn,
    /** Whether what is done now would have to wait. */
    isHeldUp: () => isGoing || waiting.length > 0 || past.isAway(),

    /** @param {Pick<UndoEntry, 'key' | 'deed' | 'edits' | 'name'>} entry */
    remember(entry) {
      const { experiment: was } = store.getState();
      store.dispatch({ type: 'remember', entry: { ...entry, was, moment: null, displaced: [] } });
    },

    /** An edit of points that is one entry. @param {Edit} edit @param {string} [name] */
    edit(edit, name) {
      const key = ++lastKey;
      const undo = inverseOf(store.getState().points, edit);
      perform(edit, key);
      this.remember({ key, deed: edit, edits: { undo, redo: [edit] }, ...(name ? { name } : {}) });
    },

    /** An edit that needs a change before it; both are one entry. @param {Command} command @param {Edit} edit */
    editWith(command, edit) {
      const key = ++lastKey;
      change(command, { key, deed: edit });
      perform(edit, key);
    },

    /**
     * The same for points that mean nothing before the change was made, as real targets do where there are classes.
     * @param {Command} command
     * @param {Edit} edit
     * @param {string} name
     * @param {() => void} before   called just before the points show
     */
    async editAfter(command, edit, name, before) {
      const key = ++lastKey;
      await change(command, { key, deed: edit, name });
      before();
      perform(edit, key);
    },

    /**
     * Sends any command.
     * @param {Command} command
     * @param {string} [name] of what is done, where the command does not say it
     * @returns {Promise<AckEvent>} rejects with the server's refusal
     */
    send(command, name) {
      const kind = KINDS[command.type];
      if (kind === 'change') return inTurn(() => change(command, { key: ++lastKey, deed: command, ...(name ? { name } : {}) }));
      if (kind === 'passes' || command.type === 'pause') return sendNow(command);
      goOnFirst();
      return isGoing ? inTurn(() => sendNow(command)) : sendNow(command);
    },

    /**
     * Goes on from a moment that is not the newest, at once.
     * @param {Moment} to
     * @param {string} name of that, to be undone by
     */
    goOnFrom(to, name) {
      const key = ++lastKey;
      const command = /** @type {const} */ ({ type: 'load', checkpoint: checkpointOf(to), training: false });
      if (!connection.isLive()) return connection.send(command);
      const { id, acknowledged } = connection.issue(command);
      const { experiment: was } = store.getState();
      store.dispatch({
        type: 'change',
        change: { id, key, way: 'do', command, walked: null, to, from: null },
        entry: { key, deed: command, name, was, edits: null, moment: null, displaced: [] },
      });
      return acknowledged;
    },

    /**
     * Puts another experiment in the place of what there is, as soon as nothing waits for an answer. It is no entry: what can
     * be undone then is what comes with it.
     * @param {import('../types.js').Restored} other
     * @returns {Promise<void>} rejects with the server's refusal; all is as it was then
     */
    replace({ undo, ...to }) {
      past.leave();
      const command = /** @type {const} */ ({ type: 'load', checkpoint: checkpointOf(to), training: false });
      return inTurn(async () => {
        if (!connection.isLive()) await connection.send(command);
        const { id, acknowledged } = connection.issue(command);
        store.dispatch({ type: 'change', change: { ...RESUMPTION, id, to }, entry: null });
        await acknowledged;
        store.dispatch({ type: 'regained', with: { undo } });
      }, () => {
        const { changes, edits } = store.getState().pending;
        return changes.length > 0 || edits.length > 0;
      });
    },

    undo() {
      past.leave();
      return step('undo');
    },
    redo() {
      past.leave();
      return step('redo');
    },
  };
}

/** @typedef {ReturnType<typeof createRecorder>} Recorder */
