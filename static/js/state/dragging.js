/** @file Points in a hand: they follow it at once in the state, and on the server as often as it takes commands. */

import { moveTo, pick, placeOf } from './points.js';

/** @typedef {import('../types.js').Point} Point */
/** @typedef {Pick<Point, 'id' | 'x1' | 'x2'>} Place */

/**
 * Least milliseconds between two commands of a drag: a fast screen has more frames than the server takes
 * commands.
 */
const INTERVAL = 15;
/** So many more for each further point in the hand: their places cost the server and the line. */
const INTERVAL_EACH = 0.1;
/** The greatest share of the commands that the server takes in a second which a drag may use. */
const SHARE = 2 / 3;

/**
 * @typedef {Object} Drag
 * @property {number} key         of its entry
 * @property {number | undefined} before   the newest entry when it began
 * @property {Point[]} origins    the points in the hand, as they were
 * @property {Point[]} sent       as the server knows them
 * @property {number} sentAt
 * @property {boolean} scheduled
 */

/** @param {Point[]} a @param {Point[]} b the same points, perhaps elsewhere */
const areWhere = (a, b) => a.every(({ x1, x2 }, at) => x1 === b[at].x1 && x2 === b[at].x2);

/**
 * @param {object} settings
 * @param {Pick<import('./store.js').Store, 'getState' | 'dispatch'>} settings.store
 * @param {import('./recorder.js').Recorder} settings.recorder
 * @param {(callback: (now: number) => void) => unknown} settings.requestFrame
 */
export function createDragging({ store, recorder, requestFrame }) {
  /** @type {Drag | null} */
  let drag = null;

  /** Points that are taken at a moment of the past: they move when they are let go, and that moment is the newest. @type {number[] | null} */
  let away = null;

  const newestKey = () => store.getState().undo.past.at(-1)?.key;
  /** @param {readonly number[]} ids */
  const pointsOf = (ids) => pick(store.getState().points, ids);

  function letGo() {
    drag = null;
    store.dispatch({ type: 'drag', edit: null });
  }

  /** The points in the hand as they are now; null where one of them is gone. */
  function inHand() {
    if (!drag) return null;
    const points = pointsOf(drag.origins.map(({ id }) => id));
    return points.length === drag.origins.length ? points : null;
  }

  /** Sends where the points are now, if the server doesn't know yet. @param {number} now */
  function send(now) {
    const points = inHand();
    if (!drag || !points || areWhere(points, drag.sent)) return;
    drag.sent = points;
    drag.sentAt = now;
    const edit = moveTo(points);
    recorder.perform(edit, drag.key);
    recorder.remember({ key: drag.key, deed: edit, edits: { undo: [moveTo(drag.origins)], redo: [moveTo(points)] } });
  }

  /** @param {number} now */
  function onFrame(now) {
    if (!drag) return;
    const most = SHARE * (store.getState().limits?.max_commands_per_second ?? Infinity);
    const interval = INTERVAL + INTERVAL_EACH * (drag.origins.length - 1);
    if (now - drag.sentAt < Math.max(interval, 1000 / most)) {
      requestFrame(onFrame);
      return;
    }
    drag.scheduled = false;
    if (isHeld()) send(now);
  }

  /** Whether nothing else has been done since the drag began: its entry keeps its place among the others. */
  function isHeld() {
    if (!drag) return false;
    const newest = newestKey();
    if (!recorder.isHeldUp() && (newest === drag.key || newest === drag.before)) return true;
    letGo();
    return false;
  }

  /** Shows the points elsewhere. @param {Place[]} places */
  function show(places) {
    if (!drag?.origins.some(({ id }) => id === places[0]?.id) || !isHeld() || !inHand()) return false;
    store.dispatch({ type: 'drag', edit: { type: 'move_points', points: places } });
    return true;
  }

  return {
    /**
     * Takes points in the hand.
     * @param {number[]} ids
     * @returns {boolean} whether it holds them
     */
    start(ids) {
      const origins = pointsOf(ids);
      away = recorder.isHeldUp() ? ids : null;
      drag = origins.length > 0 && !recorder.isHeldUp()
        ? { key: recorder.nextKey(), before: newestKey(), origins, sent: origins, sentAt: -Infinity, scheduled: false }
        : null;
      return drag !== null;
    },

    /**
     * Moves the points in the hand: on the screen now, on the server with one of the next animation frames.
     * @param {Place[]} places
     */
    move(places) {
      if (!show(places) || !drag || drag.scheduled) return;
      drag.scheduled = true;
      requestFrame(onFrame);
    },

    /**
     * Ends a drag; all of it is undone at once.
     * @param {Place[] | null} places   null: where the points were
     * @returns {boolean} whether they are there
     */
    drop(places) {
      if (away && places) {
        away = null;
        recorder.inTurn(() => {
          const moved = places.flatMap((place) => pointsOf([place.id]).map((point) => ({ ...point, ...place })));
          if (moved.length > 0) recorder.edit(moveTo(moved));
        });
        return true;
      }
      const isThere = drag !== null && show(places ?? drag.origins.map(placeOf));
      if (isThere && drag) {
        const { key, origins, sentAt } = drag;
        send(sentAt);
        if (areWhere(inHand() ?? origins, origins)) store.dispatch({ type: 'forget', key });
      }
      letGo();
      return isThere;
    },

    /** Ends a drag where the points are. */
    end() {
      if (!drag) return;
      if (isHeld()) send(drag.sentAt);
      letGo();
    },
  };
}
