/**
 * A finger that swipes over what is told turns to the next phase of a pass, or to the one before.
 */

/** How far it goes sideways at least, and up or down at most, in CSS pixels. */
const FAR = 56;
const STRAIGHT = 36;

/** @param {HTMLElement} element @param {Pick<import('./follow.js').Follow, 'next' | 'previous'>} follow */
export function turnBySwipe(element, { next, previous }) {
  /** @type {{x: number, y: number} | null} */
  let from = null;
  element.addEventListener('touchstart', ({ touches, target }) => {
    // What is wider than its room is moved by the same gesture.
    const wide = target instanceof Element ? target.closest('.formulas') : null;
    const pans = wide !== null && wide.scrollWidth > wide.clientWidth;
    from = touches.length === 1 && !pans ? { x: touches[0].clientX, y: touches[0].clientY } : null;
  }, { passive: true });
  element.addEventListener('touchend', ({ changedTouches: [end] }) => {
    if (!from) return;
    const [dx, dy] = [end.clientX - from.x, end.clientY - from.y];
    from = null;
    if (Math.abs(dx) < FAR || Math.abs(dy) > STRAIGHT) return;
    if (dx < 0) next();
    else previous();
  }, { passive: true });
}
