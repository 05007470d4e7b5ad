/** @file What a hand does with a mountain: it turns and tilts it, brings more or less of it into sight, and chooses a place. */

import { placeIn } from '../growth.js';
import { FIRST_CAMERA, TILT } from './camera.js';

/** @typedef {import('./camera.js').Camera} Camera */

/** Radians for each pixel dragged, and for a key. */
const TURNING = 0.008;
const KEY = (5 * Math.PI) / 180;
/** Pixels that a press may move and still choose a place. */
const STILL = 5;
/** How much more is seen for a notch of the wheel, and for a key. */
const ZOOM = 1.15;
const NOTCH = 100;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/**
 * @param {HTMLElement} element
 * @param {object} options
 * @param {boolean} options.turns
 * @param {boolean} options.drags   a place is chosen while it drags, too
 * @param {() => Camera} options.camera
 * @param {(turn: number, tilt: number) => void} options.onTurn
 * @param {(factor: number) => void} [options.onZoom]
 * @param {(spot: {x: number, y: number}) => void} options.onPick
 * @param {(east: number, north: number) => void} [options.onArrow]   where it does not turn
 * @param {() => void} [options.onEnter]
 */
export function listenToHand(element, { turns, drags, camera, onTurn, onZoom, onPick, onArrow, onEnter }) {
  const ends = new AbortController();
  const { signal } = ends;
  /** Fingers and buttons that are down, by their id. @type {Map<number, {x: number, y: number}>} */
  const down = new Map();
  let moved = 0;

  const turnBy = (/** @type {number} */ round, /** @type {number} */ over) => {
    const { turn, tilt } = camera();
    onTurn(turn + round, Math.max(TILT.least, Math.min(TILT.most, tilt + over)));
  };
  const apart = () => {
    const [one, other] = [...down.values()];
    return Math.hypot(one.x - other.x, one.y - other.y);
  };

  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (down.size === 1) moved = 0;
    else moved = Infinity;
  }, { signal });
  element.addEventListener('pointermove', (event) => {
    const before = down.get(event.pointerId);
    if (!before) return;
    const across = event.clientX - before.x, up = event.clientY - before.y;
    const wasApart = down.size === 2 ? apart() : 0;
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    moved += Math.hypot(across, up);
    if (down.size === 2) {
      if (wasApart > 0 && apart() > 0) onZoom?.(wasApart / apart());
      if (turns) turnBy(0, (up * TURNING) / 2);
    } else if (drags) {
      onPick(placeIn(element, event));
    } else if (turns && moved > STILL) {
      turnBy(event.shiftKey ? 0 : -across * TURNING, up * TURNING);
    }
  }, { signal });
  const lift = (/** @type {PointerEvent} */ event) => {
    if (down.delete(event.pointerId) && event.type === 'pointerup' && moved <= STILL) onPick(placeIn(element, event));
  };
  element.addEventListener('pointerup', lift, { signal });
  element.addEventListener('pointercancel', lift, { signal });
  element.addEventListener('dblclick', () => {
    if (turns) onTurn(FIRST_CAMERA.turn, FIRST_CAMERA.tilt);
  }, { signal });
  element.addEventListener('wheel', (event) => {
    if (!onZoom) return;
    event.preventDefault();
    onZoom(ZOOM ** (event.deltaY / NOTCH));
  }, { signal, passive: false });
  element.addEventListener('keydown', (event) => {
    const arrow = ARROWS[/** @type {keyof typeof ARROWS} */ (event.key)];
    if (arrow && onArrow) {
      event.preventDefault();
      event.stopPropagation();
      onArrow(arrow[0], arrow[1]);
    } else if (arrow && turns) {
      event.preventDefault();
      event.stopPropagation();
      if (event.shiftKey) turnBy(0, arrow[1] * KEY || arrow[0] * KEY);
      else turnBy(-arrow[0] * KEY, arrow[1] * KEY);
    } else if (onEnter && event.key === 'Enter') {
      event.preventDefault();
      onEnter();
    } else if (onZoom && (event.key === '+' || event.key === '-')) {
      event.preventDefault();
      event.stopPropagation();
      onZoom(event.key === '+' ? 1 / ZOOM : ZOOM);
    }
  }, { signal });
  return { destroy: () => ends.abort() };
}
