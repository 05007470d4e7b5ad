/**
 * Which point lies under the cursor or the finger.
 */

import { toPixelX, toPixelY } from './geometry.js';

/** How far from a point's centre it still counts as touched, in CSS pixels. */
const TOLERANCE = { fine: 10, coarse: 22 };

/** @param {string} pointerType as in PointerEvent */
export function toleranceFor(pointerType) {
  return pointerType === 'touch' ? TOLERANCE.coarse : TOLERANCE.fine;
}

/**
 * The nearest point within the tolerance; of two equally near ones the later, which is drawn on top.
 * @template {{x1: number, x2: number}} P
 * @param {readonly P[]} points
 * @param {import('./geometry.js').PlaneLayout} layout
 * @param {number} x
 * @param {number} y
 * @param {number} tolerance
 * @returns {P | null}
 */
export function pointAt(points, layout, x, y, tolerance) {
  let nearest = null;
  let smallest = tolerance * tolerance;
  for (const point of points) {
    const dx = toPixelX(layout, point.x1) - x;
    const dy = toPixelY(layout, point.x2) - y;
    const distance = dx * dx + dy * dy;
    if (distance <= smallest) {
      smallest = distance;
      nearest = point;
    }
  }
  return nearest;
}
