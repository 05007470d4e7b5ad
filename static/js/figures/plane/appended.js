/**
 * Which points were added to those already drawn, so that a click among thousands draws one mark, not thousands.
 */

/** @typedef {import('../../types.js').Point} Point */

/** @param {Point} one @param {Point} other */
const isSame = (one, other) => one === other || (one.id === other.id && one.x1 === other.x1 && one.x2 === other.x2
  && one.target === other.target && one.test === other.test);

/**
 * @param {readonly Point[]} before
 * @param {readonly Point[]} after
 * @returns {readonly Point[] | null} those that were added behind the ones before; null where any of these changed
 */
export function appended(before, after) {
  if (after.length < before.length || !before.every((point, at) => isSame(point, after[at]))) return null;
  return after.slice(before.length);
}
