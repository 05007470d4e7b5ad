/** @file Edits points: at once in the state, then as a command to the server. */

import { createDragging } from './dragging.js';
import { moveTo, pick, placeOf, shifted } from './points.js';
import { classesShown } from './selectors.js';

/** @typedef {import('../types.js').Edit} Edit */
/** @typedef {import('../types.js').Point} Point */

/**
 * @typedef {Object} EditorSettings
 * @property {Pick<import('./store.js').Store, 'getState' | 'dispatch'>} store
 * @property {Pick<import('../wire/connection.js').Connection, 'isLive'>} connection
 * @property {import('./recorder.js').Recorder} recorder
 * @property {(callback: (now: number) => void) => unknown} requestFrame
 */

/** @param {EditorSettings} settings */
export function createEditor({ store, connection, recorder, requestFrame }) {
  let lastId = -1;
  const dragging = createDragging({ store, recorder, requestFrame });

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

    /** Moves points by the same way, as one thing to undo. @param {number[]} ids @param {number} dx @param {number} dy */
    moveMany(ids, dx, dy) {
      recorder.inTurn(() => {
        const moved = pick(store.getState().points, ids).map((point) => shifted(point, dx, dy));
        if (moved.length > 0) recorder.edit(moveTo(moved));
      });
    },

    dragStart: dragging.start,
    drag: dragging.move,
    drop: dragging.drop,

    /** @param {number} id @param {number} x1 @param {number} x2 */
    move(id, x1, x2) {
      recorder.inTurn(() => {
        const point = find(id);
        if (point) recorder.edit(moveTo([{ ...point, x1, x2 }]));
      });
    },

    /** Changes one of a point's further columns. @param {number} id @param {number} place   from 0 @param {number} value */
    moveOff(id, place, value) {
      recorder.inTurn(() => {
        const point = find(id);
        if (!point) return;
        const more = Array.from({ length: Math.max(place + 1, point.more?.length ?? 0) }, (_, at) => point.more?.[at] ?? 0);
        more[place] = value;
        recorder.edit({ type: 'move_points', points: [{ ...placeOf(point), more }] });
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
      dragging.end();
      return recorder.undo();
    },

    redo() {
      dragging.end();
      return recorder.redo();
    },
  };
}

/** @typedef {ReturnType<typeof createEditor>} Editor */
