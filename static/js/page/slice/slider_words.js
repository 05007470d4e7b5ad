/**
 * What the sliders of a slice say.
 */
import { furtherName } from '../../network/features.js';
import { formatNumber } from '../../ui/format.js';
import { ownText } from '../../ui/naming.js';

/** @typedef {import('../../ui/naming.js').Naming} Naming */

/** What a further column is called. @param {Naming} naming @param {number} place */
export const columnName = (naming, place) => naming.more[place]?.name || furtherName(place);

/** A value in the column's own unit. @param {Naming} naming @param {number} place @param {number} at */
export const columnText = (naming, place, at) => (naming.more[place] ? ownText(naming.more[place], at) : formatNumber(at));

/** @param {number} count of further inputs */
export const sliceWords = (count) => `The plane is a slice: it holds ${count === 1 ? 'this input' : 'these inputs'} still. Points off the slice are faint.`;

/** From where to where a slider goes: all values that points have. @param {readonly import('../../types.js').Point[]} points @param {number} place */
export function reachOf(points, place) {
  let [least, most] = [Infinity, -Infinity];
  for (const { more } of points) {
    const value = more?.[place] ?? 0;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return least < most ? { least, most } : { least: least - 1, most: least + 1 };
}
