/**
 * What the pointer is over on the network, and what it opens.
 */

import { parseKey } from '../../network/keys.js';
import { placeIn } from '../growth.js';
import { elementAt } from './hit.js';
import { greatestOf, wireWidth } from './wires.js';

/** @typedef {import('./layout.js').NetworkLayout} NetworkLayout */
/** @typedef {import('./scene.js').NetworkScene} NetworkScene */

/** How far off an element a finger may be, in CSS pixels. */
const FINGER_SLACK = 8;

/** @param {string | null} key @returns {key is string} */
const isWire = (key) => key !== null && parseKey(key, 0)?.kind === 'weight';

/** Whether an event concerns a button or a menu that lies over the figure. @param {Event} event */
const isOnControl = ({ target }) => target instanceof Element && target.closest('button, [popover]') !== null;

/**
 * @param {HTMLElement} element
 * @param {object} figure
 * @param {() => {scene: NetworkScene, layout: NetworkLayout} | null} figure.now
 * @param {(key: string | null) => void} figure.onPoint
 * @param {(key: string, isShifted: boolean) => void} figure.onOpen
 * @param {(key: string) => boolean} figure.isShown whether a finger's tap opens a wire at once: it is pointed at already
 */
export function listenToPointer(element, { now, onPoint, onOpen, isShown }) {
  /** @param {MouseEvent} event @param {number} slack */
  const keyAt = (event, slack) => {
    const state = now();
    if (!state || isOnControl(event)) return null;
    const { scene: { parameters }, layout } = state;
    const { x, y } = placeIn(element, event);
    const greatest = greatestOf(parameters);
    const widthOf = (/** @type {number} */ wire) =>
      wireWidth(parameters[layout.wires.parameter[wire]], greatest, layout);
    return elementAt(layout, x, y, { widthOf, slack });
  };

  const onMove = (/** @type {PointerEvent} */ event) => {
    if (event.pointerType === 'touch') return;
    const key = keyAt(event, 0);
    element.classList.toggle('over-element', key !== null);
    onPoint(key);
  };
  const onLeave = (/** @type {PointerEvent} */ event) => {
    if (event.pointerType !== 'touch') onPoint(null);
  };
  const onClick = (/** @type {MouseEvent} */ event) => {
    const byFinger = event instanceof PointerEvent && event.pointerType === 'touch';
    const key = keyAt(event, byFinger ? FINGER_SLACK : 0);
    const isNews = byFinger && isWire(key) && !isShown(key);
    if (byFinger) onPoint(isNews ? key : null);
    if (key && !isNews) onOpen(key, event.shiftKey);
  };
  element.addEventListener('pointermove', onMove);
  element.addEventListener('pointerleave', onLeave);
  element.addEventListener('click', onClick);

  return {
    destroy() {
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerleave', onLeave);
      element.removeEventListener('click', onClick);
    },
  };
}
