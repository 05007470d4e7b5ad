/**
 * What a pointer's presses, moves and releases mean on the plane: add, pick, drag or remove.
 *
 * It knows neither DOM nor canvas: positions come in as CSS pixels, meanings go out by callback.
 */

export const LONG_PRESS = 500;
/** A pointer that moves less than this is still a click. */
const DRAG_FROM = { fine: 4, coarse: 8 };
/** A click on empty ground that slid further than this adds nothing. */
const SLIDE_MOST = 12;

/** @typedef {'start' | 'move' | 'end' | 'cancel'} DragPhase */

/**
 * @typedef {object} Press
 * @property {number} pointerId
 * @property {string} pointerType
 * @property {number} x
 * @property {number} y
 * @property {boolean} [removes] right button or Alt
 */

/**
 * @template {{id: number}} P
 * @param {object} plane
 * @param {(press: Press) => P | null} plane.pointAt
 * @param {(x: number, y: number) => void} plane.add
 * @param {(id: number) => void} plane.pick
 * @param {(id: number) => void} plane.remove
 * @param {(point: P, dx: number, dy: number, phase: DragPhase) => void} plane.drag dx, dy: distance since
 *   the press
 * @param {(callback: () => void, milliseconds: number) => () => void} plane.later returns a function that calls it off
 */
export function createGestures({ pointAt, add, pick, remove, drag, later }) {
  /** @type {{press: Press, point: P | null, dragging: boolean} | null} */
  let held = null;
  let callOff = () => {};

  const release = () => {
    callOff();
    callOff = () => {};
    const last = held;
    held = null;
    return last;
  };

  const cancel = () => {
    const last = release();
    if (last?.dragging && last.point) drag(last.point, 0, 0, 'cancel');
  };

  return {
    cancel,

    /** Whether a point is being dragged. */
    get dragging() {
      return held?.dragging ?? false;
    },

    /** @param {Press} press */
    down(press) {
      if (held) {
        cancel(); // a second finger: the page is being zoomed, not edited
        return;
      }
      const point = pointAt(press);
      if (press.removes) {
        if (point) remove(point.id);
        return;
      }
      held = { press, point, dragging: false };
      if (point && press.pointerType !== 'mouse') {
        callOff = later(() => {
          release();
          remove(point.id);
        }, LONG_PRESS);
      }
    },

    /** @param {Press} at */
    move(at) {
      if (!held?.point || at.pointerId !== held.press.pointerId) return;
      const dx = at.x - held.press.x;
      const dy = at.y - held.press.y;
      if (!held.dragging) {
        const from = at.pointerType === 'touch' ? DRAG_FROM.coarse : DRAG_FROM.fine;
        if (Math.hypot(dx, dy) < from) return;
        callOff();
        held.dragging = true;
        drag(held.point, 0, 0, 'start');
      }
      drag(held.point, dx, dy, 'move');
    },

    /** @param {Press} at */
    up(at) {
      if (!held || at.pointerId !== held.press.pointerId) return;
      const { press, point, dragging } = /** @type {NonNullable<typeof held>} */ (release());
      const dx = at.x - press.x;
      const dy = at.y - press.y;
      if (dragging && point) drag(point, dx, dy, 'end');
      else if (point) pick(point.id);
      else if (Math.hypot(dx, dy) <= SLIDE_MOST) add(at.x, at.y);
    },
  };
}
