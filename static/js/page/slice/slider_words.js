/**
 * What the sliders of a slice say.
 */
import { furtherName } from '../../network/features.js';
import { formatNumber } from '../../ui/format.js';
import { ownText } from '../../ui/naming.js';

/** @typedef {import('../../ui/naming.js').Naming} Naming */

/** Of so many further inputs the reach is told in numbers: with more the sentence would outgrow the sliders. */
const MOST_TOLD = 2;

/** What a further column is called. @param {Naming} naming @param {number} place */
export const columnName = (naming, place) => naming.more[place]?.name || furtherName(place);

/** A value in the column's own unit. @param {Naming} naming @param {number} place @param {number} at */
export const columnText = (naming, place, at) => (naming.more[place] ? ownText(naming.more[place], at) : formatNumber(at));

/** How far off the slice points are half faded, in the own unit of each column. @param {Naming} naming @param {readonly number[]} places @param {number} reach */
export const halfFadedText = (naming, places, reach) => places.map((place) => (
  columnText({ ...naming, more: naming.more.map((axis) => ({ ...axis, offset: 0 })) }, place, reach))).join(' or ');

/**
 * What is said of the slice: before how far off it points are half faded, that, and behind it.
 * @param {Naming} naming
 * @param {readonly number[]} places of the further inputs
 * @param {number} reach
 */
export const sliceWords = (naming, places, reach) => ({
  before: `A slice at ${places.length === 1 ? 'this value' : 'these values'}: points `,
  far: places.length <= MOST_TOLD ? halfFadedText(naming, places, reach) : 'half a band',
  behind: ' off it are half faded.',
});

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
