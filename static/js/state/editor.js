/** @file Edits points: at once in the state, then as a command to the server. */

import { shifted } from './points.js';
import { classesShown } from './selectors.js';

/** @typedef {import('../types.js').Edit} Edit */
/** @typedef {import('../types.js').Point} Point */

/**
 * Least milliseconds between two commands of a drag: a fast screen has more frames than the server takes
 * commands.
 */
const DRAG_INTERVAL = 15;
/** The greatest share of the commands that the server takes in a second which a drag may use. */
const DRAG_SHARE = 2 / 3;

/** @param {Point} point */
const placeOf = ({ id, x1, x2 }) => ({ id, x1, x2 });

/**
 * @typedef {Object} EditorSettings
 * @property {Pick<import('./store.js').Store, 'getState' | 'dispatch'>} store
 * @property {Pick<import('../wire/connection.js').Connection, 'isLive'>} connection
 * @property {import('./recorder.js').Recorder} recorder
 * @property {(callback: (now: number) => void) => unknown} requestFrame
 */

/**
 * @typedef {Object} Drag
 * @property {number} key         of its entry
 * @property {number | undefined} before   the newest entry when it began
 * @property {Point} origin
 * @property {Point} sent         the point as the server knows it
 * @property {number} sentAt
 * @property {boolean} scheduled
 */

/** @param {EditorSettings} settings */
export function createEditor({ store, connection, recorder, requestFrame }) {
  let lastId = -1;
  /** @type {Drag | null} */
  let drag = null;

  /** An id that no point has had, nor one of a table's rows. */
  function nextId() {
    const { points, tables } = store.getState();
    lastId = Math.max(lastId, ...tables.map(({ last }) => last));
    lastId = points.reduce((greatest, { id }) => Math.max(greatest, id), lastId) + 1;
    return lastId;
  }

  /** @param {number} id */
  const find = (id) => store.getState().points.find((point) => point.id === id);
  /** Those that there are. @param {number[]} ids */
  function present(ids) {
    const there = new Set(store.getState().points.map(({ id }) => id));
    return ids.filter((id) => there.has(id));
  }
  const newestKey = () => store.getState().undo.past.at(-1)?.key;

  /**
   * @param {Point} point
   * @returns {Edit}
   */
  const moveTo = (point) => ({ type: 'move_points', points: [placeOf(point)] });

  function letGo() {
    drag = null;
    store.dispatch({ type: 'drag', edit: null });
  }

  /** Sends where the dragged point is now, if the server doesn't know yet. @param {number} now */
  function sendDrag(now) {
    const point = drag && find(drag.origin.id);
    if (!drag || !point || (point.x1 === drag.sent.x1 && point.x2 === drag.sent.x2)) return;
    drag.sent = point;
    drag.sentAt = now;
    const edit = moveTo(point);
    recorder.perform(edit, drag.key);
    recorder.remember({ key: drag.key, deed: edit, edits: { undo: [moveTo(drag.origin)], redo: [moveTo(point)] } });
  }

  /** @param {number} now */
  function onFrame(now) {
    if (!drag) return;
    const most = DRAG_SHARE * (store.getState().limits?.max_commands_per_second ?? Infinity);
    if (now - drag.sentAt < Math.max(DRAG_INTERVAL, 1000 / most)) {
      requestFrame(onFrame);
      return;
    }
    drag.scheduled = false;
    if (isHeld()) sendDrag(now);
  }

  /** Whether nothing else has been done since the drag began: its entry keeps its place among the others. */
  function isHeld() {
    if (!drag) return false;
    const newest = newestKey();
    if (!recorder.isHeldUp() && (newest === drag.key || newest === drag.before)) return true;
    letGo();
    return false;
  }

  /** @param {number} id @param {number} x1 @param {number} x2 */
  function dragTo(id, x1, x2) {
    if (drag?.origin.id !== id || !isHeld() || !find(id)) return false;
    store.dispatch({ type: 'drag', edit: { type: 'move_points', points: [{ id, x1, x2 }] } });
    return true;
  }

  /** @param {Point[]} points of a class that the experiment may not have yet @param {string} [name] of what is done */
  function add(points, name) {
    const { experiment, points: before } = store.getState();
    const needed = Math.max(...points.map(({ target }) => target)) + 1;
    const isClass = experiment?.task === 'classification';
    const classes = isClass && needed > classesShown(experiment, before) ? needed : null;
    /** @type {Edit} */
    const edit = { type: 'add_points', points };
    if (classes === null) recorder.edit(edit, name);
    // The connection may have been lost while it waited its turn.
    else if (connection.isLive()) recorder.editWith({ type: 'configure', changes: { classes } }, edit);
  }

  return {
    /**
     * Whether a point of this class could be added now: only the server can change the number of classes.
     * @param {number} target
     */
    canAdd(target) {
      const { experiment } = store.getState();
      return connection.isLive() || experiment?.task !== 'classification' || target < experiment.classes;
    },

    /**
     * Adds a point and returns its id. One of a class that does not exist yet brings the class along.
     * @param {number} x1
     * @param {number} x2
     * @param {number} target
     * @param {boolean} [test]
     * @param {{more?: number[]}} [further] its further columns
     */
    add(x1, x2, target, test = false, further = {}) {
      const id = nextId();
      recorder.inTurn(() => add([{ id, x1, x2, target, test, ...further }]));
      return id;
    },

    /**
     * Adds points as one thing to undo, and returns their ids.
     * @param {Omit<Point, 'id'>[]} points
     * @param {string} [name] of it, such as "3 points duplicated"
     */
    addMany(points, name) {
      const first = nextId();
      lastId += points.length - 1;
      const added = points.map((point, at) => ({ ...point, id: first + at }));
      recorder.inTurn(() => add(added, name));
      return added.map(({ id }) => id);
    },

    /** Shows points elsewhere while a hand holds them; null puts them back. @param {Pick<Point, 'id' | 'x1' | 'x2'>[] | null} points */
    hold(points) {
      store.dispatch({ type: 'drag', edit: points && { type: 'move_points', points } });
    },

    /** Moves points by the same way, as one thing to undo. @param {number[]} ids @param {number} dx @param {number} dy */
    moveMany(ids, dx, dy) {
      recorder.inTurn(() => {
        const wanted = new Set(ids);
        const moved = store.getState().points.filter(({ id }) => wanted.has(id)).map((point) => placeOf(shifted(point, dx, dy)));
        if (moved.length > 0) recorder.edit({ type: 'move_points', points: moved });
      });
    },

    /** @param {number} id */
    dragStart(id) {
      const origin = find(id);
      drag = origin && !recorder.isHeldUp()
        ? { key: recorder.nextKey(), before: newestKey(), origin, sent: origin, sentAt: -Infinity, scheduled: false }
        : null;
    },

    /**
     * Moves the dragged point: on the screen now, on the server with the next animation frame.
     * @param {number} id
     * @param {number} x1
     * @param {number} x2
     */
    drag(id, x1, x2) {
      if (!dragTo(id, x1, x2) || !drag || drag.scheduled) return;
      drag.scheduled = true;
      requestFrame(onFrame);
    },

    /**
     * Ends a drag; all of it is undone at once.
     * @param {number} id
     * @param {number} x1
     * @param {number} x2
     */
    drop(id, x1, x2) {
      if (dragTo(id, x1, x2) && drag) {
        const { key, origin, sentAt } = drag;
        sendDrag(sentAt);
        if (origin.x1 === x1 && origin.x2 === x2) store.dispatch({ type: 'forget', key });
      }
      letGo();
    },

    /** @param {number} id @param {number} x1 @param {number} x2 */
    move(id, x1, x2) {
      recorder.inTurn(() => {
        const point = find(id);
        if (point) recorder.edit(moveTo({ ...point, x1, x2 }));
      });
    },

    /** @param {number[]} ids */
    remove(ids) {
      recorder.inTurn(() => {
        const known = present(ids);
        if (known.length > 0) recorder.edit({ type: 'remove_points', ids: known });
      });
    },

    /** @param {number[]} ids @param {number} target   a class, or a real target */
    setTargets(ids, target) {
      recorder.inTurn(() => {
        const known = present(ids);
        if (known.length > 0) recorder.edit({ type: 'set_targets', ids: known, target });
      });
    },

    /**
     * Points of a table instead of all that there are: one thing to undo, with what the network needs for them.
     * @param {Omit<Point, 'id'>[]} points
     * @param {Omit<import('../types.js').TakenTable, 'first' | 'last'>} table
     * @param {Partial<import('../types.js').Experiment>} wished   settings that they need; a seed starts the network anew
     * @returns {Promise<void>} rejects with the server's refusal
     */
    takeIn(points, table, wished) {
      return recorder.inTurn(async () => {
        const { experiment } = store.getState();
        const first = nextId();
        lastId += points.length;
        const taken = { ...table, first, last: lastId };
        /** @type {Edit} */
        const edit = { type: 'replace_points', points: points.map((point, at) => ({ id: first + at, ...point })) };
        const name = `${table.name} taken in`;
        const show = () => store.dispatch({ type: 'take_table', table: taken });
        const names = /** @type {(keyof typeof wished)[]} */ (Object.keys(wished));
        if (names.some((each) => each === 'seed' || wished[each] !== experiment?.[each])) {
          await recorder.editAfter({ type: 'configure', changes: wished }, edit, name, show);
        } else {
          show();
          recorder.edit(edit, name);
        }
      });
    },

    /**
     * @param {number[]} ids
     * @param {boolean} test   whether they are for testing
     */
    setTest(ids, test) {
      recorder.inTurn(() => {
        const wanted = new Set(ids);
        const { points } = store.getState();
        const changed = points.filter((point) => wanted.has(point.id) && point.test !== test).length;
        if (changed === 0) return;
        const name = `${changed === 1 ? 'point' : `${changed} points`} made for ${test ? 'testing' : 'training'}`;
        recorder.edit({ type: 'replace_points', points: points.map((point) => (wanted.has(point.id) ? { ...point, test } : point)) }, name);
      });
    },

    /** @param {Point[]} points   instead of all that there are */
    replace(points) {
      recorder.inTurn(() => recorder.edit({ type: 'replace_points', points }));
    },

    /** Undoes the last thing done, even a drag that is not over yet. */
    undo() {
      endDrag();
      return recorder.undo();
    },

    redo() {
      endDrag();
      return recorder.redo();
    },
  };

  function endDrag() {
    if (!drag) return;
    if (isHeld()) sendDrag(drag.sentAt);
    letGo();
  }
}

/** @typedef {ReturnType<typeof createEditor>} Editor */
