/**
 * What the plane says about itself to those who can't see it.
 */

import { counted, formatNumber, formatPercent } from '../../ui/format.js';
import { PLAIN_NAMING } from '../../ui/naming.js';
import { said } from '../../words/sentence.js';

/**
 * @typedef {object} PlaneFacts
 * @property {number} points number of points
 * @property {'classification' | 'regression'} task
 * @property {number} classes
 * @property {number | null} correct share of points classified right, null where it is not known
 * @property {'all' | 'training'} [of] which points that share is of
 */

/** The accessible name, such as "Plane, 221 points, 3 classes, 98% correct". @param {PlaneFacts} facts */
export function planeName({ points, task, classes, correct, of = 'all' }) {
  const parts = ['Plane', counted(points, 'point')];
  parts.push(task === 'classification' ? counted(classes, 'class', 'classes') : 'a real target');
  const facts = { that: 'plane', points: String(points), classes: task === 'classification' ? String(classes) : null };
  if (task !== 'classification' || correct === null || Number.isNaN(correct)) return said(parts.join(', '), facts);
  const share = formatPercent(correct);
  parts.push(`${share}${of === 'training' ? ' of the training points' : ''} correct`);
  return said(parts.join(', '), facts, { that: 'share right', share, of });
}

/**
 * The same of what is drawn.
 * @param {Pick<PlaneFacts, 'task' | 'classes'> & {points: readonly unknown[], parameters: unknown, told?: PlaneFacts}} scene
 * @param {number | null} wrong points, null where not all of them were judged
 */
export function sceneName({ points, task, classes, parameters, told }, wrong) {
  const correct = wrong !== null && parameters && points.length > 0 ? 1 - wrong / points.length : null;
  return planeName(told ?? { points: points.length, task, classes, correct }).text;
}

/** @typedef {import('../../ui/naming.js').Naming} Naming */

/** The coordinates of a place as people read them, to a tenth: "0.5" and "−1.2"; or in a table's units. @param {import('./geometry.js').Place} place @param {Naming} naming */
const coordinateTexts = ({ x1, x2 }, { isOwn, place }) => (
  isOwn ? place({ x1, x2 }) : [x1, x2].map((value) => formatNumber(Math.round(value * 10) / 10, 1)));

/** "0.5, −1.2". @param {import('./geometry.js').Place} place @param {Naming} [naming] */
export const placeText = (place, naming = PLAIN_NAMING) => coordinateTexts(place, naming).join(', ');

/**
 * What is under the crosshair, such as "0.5, −1.2: circle, training point".
 * @param {import('./geometry.js').Place} place
 * @param {{target: number, test: boolean} | null} point
 * @param {'classification' | 'regression'} task
 * @param {Naming} [naming]
 */
export function crosshairText(place, point, task, naming = PLAIN_NAMING) {
  const where = placeText(place, naming);
  const at = { that: 'crosshair', at: coordinateTexts(place, naming) };
  if (!point) return said(where, at);
  const isClass = task === 'classification';
  const target = isClass ? naming.classes[point.target] : naming.height(point.target);
  return said(`${where}: ${isClass ? '' : 'target '}${target}, ${point.test ? 'test' : 'training'} point`, at,
    { that: 'under crosshair', class: isClass ? target : null, height: isClass ? null : target, test: point.test });
}
