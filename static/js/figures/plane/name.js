/**
 * What the plane says of itself to those who don't see it.
 */

import { formatNumber, formatPercent } from '../../ui/format.js';
import { CLASS_NAMES } from '../../ui/shapes.js';

/** @param {number} count @param {string} one @param {string} many */
const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/**
 * The accessible name, such as "Plane, 221 points, 3 classes, 98% correct".
 * @param {object} state
 * @param {number} state.points number of points
 * @param {'classification' | 'regression'} state.task
 * @param {number} state.classes
 * @param {number | null} state.correct share of the points classified right, null where there are none
 */
export function planeName({ points, task, classes, correct }) {
  const parts = ['Plane', counted(points, 'point', 'points')];
  parts.push(task === 'classification' ? counted(classes, 'class', 'classes') : 'a real target');
  if (task === 'classification' && correct !== null) parts.push(`${formatPercent(correct)} correct`);
  return parts.join(', ');
}

/**
 * A place as people read it, to a tenth: "0.5, −1.2".
 * @param {import('./geometry.js').Place} place
 */
export function placeText({ x1, x2 }) {
  const tenths = (/** @type {number} */ value) => formatNumber(Math.round(value * 10) / 10, 1);
  return `${tenths(x1)}, ${tenths(x2)}`;
}

/**
 * What is under the crosshair, such as "0.5, −1.2: circle, training point".
 * @param {import('./geometry.js').Place} place
 * @param {{target: number, test: boolean} | null} point
 * @param {'classification' | 'regression'} task
 */
export function crosshairText(place, point, task) {
  const where = placeText(place);
  if (!point) return where;
  const what = task === 'classification' ? CLASS_NAMES[point.target] : `target ${formatNumber(point.target)}`;
  return `${where}: ${what}, ${point.test ? 'test' : 'training'} point`;
}
