/**
 * Turns the pointer's events on the plane into gestures: mouse, finger and pen alike.
 */
import { placeIn } from '../growth.js';

/**
 * @param {HTMLElement} element
 * @param {ReturnType<typeof import('./gestures.js').createGestures>} gestures
 * @param {object} plane
 * @param {(x: number, y: number, pointerType: string) => {id: number} | null} plane.near the point that
 *   would be hit
 * @param {(x: number | null, y: number | null, overPoint: boolean) => void} plane.onOver the pointer that
 *   hovers
 */
export function listenToPointer(element, gestures, { near, onOver }) {
  /** @param {{clientX: number, clientY: number}} event */
  const placeOf = (event) => placeIn(element, event);

  /** @param {PointerEvent} event */
  const pressOf = (event) => ({
    pointerId: event.pointerId,
    pointerType: event.pointerType,
    removes: event.button === 2 || event.altKey || (event.ctrlKey && event.button === 0),
    ...placeOf(event),
  });

  /** @param {{x: number, y: number, pointerType: string}} press */
  const hover = ({ x, y, pointerType }) => {
    if (pointerType === 'touch') return;
    const over = near(x, y, pointerType) !== null;
    element.classList.toggle('over-point', over);
    onOver(x, y, over);
  };

  /** @type {Record<string, (event: any) => void>} */
  const listeners = {
    pointerdown(event) {
      if (event.button !== 0 && event.button !== 2) return;
      if (event.button === 0) element.setPointerCapture(event.pointerId);
      gestures.down(pressOf(event));
    },
    pointermove(event) {
      const press = pressOf(event);
      gestures.move(press);
      element.classList.toggle('dragging', gestures.dragging);
      hover(press);
    },
    pointerup(event) {
      // Measured before the gesture changes the page: measuring it afterwards would force another layout.
      const press = pressOf(event);
      gestures.up(press);
      element.classList.remove('dragging');
      hover(press);
    },
    pointercancel() {
      gestures.cancel();
      element.classList.remove('dragging');
    },
    pointerleave(event) {
      if (event.pointerType !== 'touch') onOver(null, null, false);
    },
    contextmenu(event) {
      event.preventDefault();
    },
    // A finger on a point drags it; a finger elsewhere scrolls the page, as `touch-action` allows.
    touchstart(event) {
      const { x, y } = placeOf(event.touches[0]);
      if (event.touches.length === 1 && near(x, y, 'touch')) event.preventDefault();
    },
  };
  for (const [type, listener] of Object.entries(listeners)) {
    element.addEventListener(type, listener, { passive: false });
  }
  return {
    destroy() {
      for (const [type, listener] of Object.entries(listeners)) element.removeEventListener(type, listener);
    },
  };
}
