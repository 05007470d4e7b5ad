/** @file Edits points: at once in the state, then as a command to the server; undoes and redoes them. */

import { inverseOf } from './points.js';

/** @typedef {import('../types.js').Edit} Edit */
/** @typedef {import('../types.js').Point} Point */

/**
 * Least milliseconds between two commands of a drag: a fast screen has more frames than the server takes
 * commands.
 */
const DRAG_INTERVAL = 15;
/** Of the commands that the server takes in a second, a drag makes so many at the most. */
const DRAG_SHARE = 2 / 3;

/**
 * @typedef {Object} EditorSettings
 * @property {Pick<import('./store.js').Store, 'getState' | 'dispatch'>} store
 * @property {Pick<import('../wire/connection.js').Connection, 'isLive' | 'issue'>} connection
 * @property {(callback: (now: number) => void) => unknown} requestFrame
 */

/** @param {EditorSettings} settings */
export function createEditor({ store, connection, requestFrame }) {
  let lastKey = 0;
  let lastId = -1;
  /** @type {{key: number, origin: Point, sent: Point, sentAt: number, scheduled: boolean} | null} */
  let drag = null;

  /**
   * @param {Edit} edit
   * @param {number} key
   */
  function perform(edit, key) {
    const id = connection.isLive() ? connection.issue(edit).id : null;
    store.dispatch({ type: 'edit', edit, id, key });
  }

  /** @param {Edit} edit */
  function performAndRemember(edit) {
    const key = ++lastKey;
    const undo = inverseOf(store.getState().points, edit);
    perform(edit, key);
    store.dispatch({ type: 'remember', entry: { key, undo, redo: [edit] } });
  }

  /** An id that no point has had. */
  function nextId() {
    lastId = store.getState().points.reduce((greatest, { id }) => Math.max(greatest, id), lastId) + 1;
    return lastId;
  }

  /** @param {number} id */
  const find = (id) => store.getState().points.find((point) => point.id === id);

  /**
   * @param {Point} point
   * @returns {Edit}
   */
  const moveTo = ({ id, x1, x2 }) => ({ type: 'move_points', points: [{ id, x1, x2 }] });

  /** Sends where the dragged point is now, if the server doesn't know yet. @param {number} now */
  function sendDrag(now) {
    const point = drag && find(drag.origin.id);
    if (!drag || !point || (point.x1 === drag.sent.x1 && point.x2 === drag.sent.x2)) return;
    drag.sent = point;
    drag.sentAt = now;
    perform(moveTo(point), drag.key);
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
    sendDrag(now);
  }

  /**
   * @param {number} id
   * @param {number} x1
   * @param {number} x2
   */
  function dragTo(id, x1, x2) {
    if (drag?.origin.id !== id || !find(id)) return false;
    store.dispatch({ type: 'drag', edit: { type: 'move_points', points: [{ id, x1, x2 }] } });
    return true;
  }

  return {
    /**
     * Adds a point and gives its id.
     * @param {number} x1
     * @param {number} x2
     * @param {number} target
     * @param {boolean} [test]
     */
    add(x1, x2, target, test = false) {
      const id = nextId();
      performAndRemember({ type: 'add_points', points: [{ id, x1, x2, target, test }] });
      return id;
    },

    /** @param {number} id */
    dragStart(id) {
      const origin = find(id);
      drag = origin ? { key: ++lastKey, origin, sent: origin, sentAt: -Infinity, scheduled: false } : null;
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
      const dropped = dragTo(id, x1, x2);
      if (!drag) return;
      const { key, origin } = drag;
      if (dropped) sendDrag(drag.sentAt);
      store.dispatch({ type: 'drag', edit: null });
      drag = null;
      if (!dropped || (origin.x1 === x1 && origin.x2 === x2)) return;
      store.dispatch({
        type: 'remember', entry: { key, undo: [moveTo(origin)], redo: [moveTo({ ...origin, x1, x2 })] },
      });
    },

    /**
     * @param {number} id
     * @param {number} x1
     * @param {number} x2
     */
    move(id, x1, x2) {
      const point = find(id);
      if (point) performAndRemember(moveTo({ ...point, x1, x2 }));
    },

    /** @param {number[]} ids */
    remove(ids) {
      const known = ids.filter(find);
      if (known.length > 0) performAndRemember({ type: 'remove_points', ids: known });
    },

    /**
     * @param {number[]} ids
     * @param {number} target   a class, or a real target
     */
    setTargets(ids, target) {
      const known = ids.filter(find);
      if (known.length > 0) performAndRemember({ type: 'set_targets', ids: known, target });
    },

    /** @param {Point[]} points   instead of all that there are */
    replace(points) {
      performAndRemember({ type: 'replace_points', points });
    },

    undo() {
      const entry = store.getState().undo.past.at(-1);
      if (!entry) return;
      for (const edit of entry.undo) perform(edit, entry.key);
      store.dispatch({ type: 'undone' });
    },

    redo() {
      const entry = store.getState().undo.future.at(-1);
      if (!entry) return;
      for (const edit of entry.redo) perform(edit, entry.key);
      store.dispatch({ type: 'redone' });
    },
  };
}

/** @typedef {ReturnType<typeof createEditor>} Editor */
