/**
 * What the sliders of a slice say.
 */
import { furtherName } from '../../network/features.js';
import { HALF_FADED } from '../../network/slice.js';
import { formatNumber } from '../../ui/format.js';
import { ownText } from '../../ui/naming.js';

/** @typedef {import('../../ui/naming.js').Naming} Naming */

/** What a further column is called. @param {Naming} naming @param {number} place */
export const columnName = (naming, place) => naming.more[place]?.name || furtherName(place);

/** A value in the column's own unit. @param {Naming} naming @param {number} place @param {number} at */
export const columnText = (naming, place, at) => (naming.more[place] ? ownText(naming.more[place], at) : formatNumber(at));

/** How far off the slice points are half faded, in the column's own unit. @param {Naming} naming @param {number} place */
export const halfFadedText = (naming, place) => columnText({ ...naming, more: naming.more.map((axis) => ({ ...axis, offset: 0 })) }, place, HALF_FADED);

/** @param {Naming} naming @param {readonly number[]} places of the further inputs */
export const sliceWords = (naming, places) => (places.length === 1
  ? `The plane is a slice: it holds this input still. Points ${halfFadedText(naming, places[0])} off it are half faded.`
  : 'The plane is a slice: it holds these inputs still. Points that lie off it by half a band are half faded.');

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
