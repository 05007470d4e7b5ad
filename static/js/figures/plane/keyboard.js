/**
 * The plane by keyboard: arrows move a crosshair, Enter adds a point there, Delete removes the one under it, F
 * follows the one under it.
 */

import { clampPlace } from './geometry.js';

/** @typedef {import('./geometry.js').Place} Place */

const STEP = 0.1;
const LARGE_STEP = 0.5;
/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/**
 * The place one step away, on the grid of steps.
 * @param {Place} place
 * @param {string} arrow
 * @param {boolean} large
 * @param {number} extent
 * @returns {Place}
 */
export function stepPlace({ x1, x2 }, arrow, large, extent) {
  const [dx, dy] = ARROWS[arrow];
  const step = large ? LARGE_STEP : STEP;
  const round = (/** @type {number} */ value) => Math.round(value / STEP) / Math.round(1 / STEP);
  return clampPlace({ x1: round(x1 + dx * step), x2: round(x2 + dy * step) }, extent);
}

/**
 * @param {HTMLElement} element focusable
 * @param {object} plane
 * @param {number} plane.extent
 * @param {(place: Place) => import('../../types.js').Point | null} plane.under the point under a place
 * @param {(place: Place | null) => void} plane.onCrosshair it moved, or went with the focus
 * @param {(place: Place) => void} plane.onAdd
 * @param {(id: number) => void} plane.onRemove
 * @param {(id: number) => void} plane.onFollow
 */
export function createKeyboard(element, { extent, under, onCrosshair, onAdd, onRemove, onFollow }) {
  /** @type {Place} */
  let place = { x1: 0, x2: 0 };
  let shown = false;

  const show = () => {
    shown = true;
    onCrosshair(place);
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.target !== element || event.ctrlKey || event.metaKey || event.altKey) return;
    const point = shown ? under(place) : null;
    if (event.key in ARROWS) {
      if (shown) place = stepPlace(place, event.key, event.shiftKey, extent);
      show();
    } else if (event.key === 'Enter') {
      if (shown) onAdd(place);
      show();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (!point) return;
      onRemove(point.id);
      show();
    } else if (event.key === 'f' || event.key === 'F') {
      if (!point) return;
      onFollow(point.id);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const onFocus = () => {
    if (element.matches(':focus-visible')) show();
  };
  const hide = () => {
    if (!shown) return;
    shown = false;
    onCrosshair(null);
  };
  element.addEventListener('keydown', onKey);
  element.addEventListener('focus', onFocus);
  element.addEventListener('blur', hide);
  element.addEventListener('pointerdown', hide);

  return {
    /** The point under the crosshair. */
    get point() {
      return shown ? under(place) : null;
    },
    destroy() {
      element.removeEventListener('keydown', onKey);
      element.removeEventListener('focus', onFocus);
      element.removeEventListener('blur', hide);
      element.removeEventListener('pointerdown', hide);
    },
  };
}
