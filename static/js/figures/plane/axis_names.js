/**
 * Where the names of a table's axes stand on the plane: each along its edge where it lies under the fewest points.
 */
import { toPixelX, toPixelY } from './geometry.js';

/** @typedef {import('./geometry.js').PlaneLayout} PlaneLayout */

/** In the corners that ticks leave free: `above` and `below` the edge where its letters stand. */
export const NAME = { size: 13, weight: 560, inset: 12, above: 34, below: 22, halo: 4, opacity: 0.9 };
/** What stands free around a point: a wrong or chosen one has a ring. */
const CLEAR = 6;
/** To lie under a point is so many times as bad as to touch its ring. */
const COVERED = 10;
/** Places along an edge that are tried. */
const PLACES = 60;
const along = Array.from({ length: PLACES + 1 }, (_, at) => at / PLACES);
/** The best first: each name at its axis' end, and the horizontal one never where the vertical axis has its numbers. */
const [UPWARDS, RIGHTWARDS] = [along, along.filter((share) => share >= 0.2).reverse()];
/** On a neuron's map, whose own name stands at the first. */
const BESIDE_NAME = [1];

/**
 * Where along its edge a name lies under the fewest points: the share of the free way before it; where it is all the same, the first.
 * @param {readonly number[]} shares to choose from
 * @param {number} width of the name
 * @param {number} middle of it, from the top
 * @param {PlaneLayout} layout
 * @param {readonly {x1: number, x2: number}[]} points
 * @param {number} radius of a point
 */
export function freestShare(shares, width, middle, layout, points, radius) {
  const reach = NAME.size / 2 + radius;
  const beside = points.filter(({ x2 }) => Math.abs(toPixelY(layout, x2) - middle) <= reach).map(({ x1 }) => toPixelX(layout, x1));
  const free = layout.width - 2 * NAME.inset - width;
  const covered = shares.map((share) => {
    const left = NAME.inset + share * free;
    const off = (/** @type {number} */ x) => Math.max(left - radius - x, x - left - width - radius);
    return beside.reduce((sum, x) => sum + (off(x) <= 0 ? COVERED : off(x) < CLEAR ? 1 : 0), 0);
  });
  return shares[covered.indexOf(Math.min(...covered))];
}

/**
 * The names with the left end of their baselines, and the most that they are wide.
 * @param {PlaneLayout} layout
 * @param {{axes: {x1: string, x2: string}, points: readonly {x1: number, x2: number}[], radius: number, isBesideName?: boolean}} shown
 *   `isBesideName`: the name of a neuron stands where the vertical axis' would
 * @param {(text: string) => number} widthOf
 */
export function axisNames(layout, { axes, points, radius, isBesideName = false }, widthOf) {
  const most = layout.width - 2 * NAME.inset;
  const placed = (/** @type {string} */ text, /** @type {readonly number[]} */ shares, /** @type {number} */ y) => {
    const width = Math.min(most, widthOf(text));
    return { text, x: NAME.inset + freestShare(shares, width, y - NAME.size / 3, layout, points, radius) * (most - width), y, most };
  };
  return [
    ...(axes.x2 ? [placed(`\u2191 ${axes.x2}`, isBesideName ? BESIDE_NAME : UPWARDS, NAME.below)] : []),
    ...(axes.x1 ? [placed(`${axes.x1} \u2192`, RIGHTWARDS, layout.height - NAME.above)] : []),
  ];
}
