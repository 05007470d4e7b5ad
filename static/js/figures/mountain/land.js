/** @file The land as it is drawn: a grid of costs over a square of a slice, how high each is drawn, and where contour lines run. */

/** Contour lines from the lowest place to the highest, about; each fourth is heavier. */
const LINES = 26;
export const HEAVY_EACH = 4;
/** Where the lowest cost is at most this share of the highest, heights begin at a cost of 0. */
const FROM_ZERO = 0.75;
/** Logarithmic heights reach no further down than this share of the highest. */
const DEEPEST = 1e-9;
const ROUNDING = 1e-9;
const ROUND = [1, 2, 2.5, 5, 10];
/** Contour lines may be nearer to what is wished. */
const FINE = [1, 1.25, 2, 2.5, 5, 10];

/** @typedef {'linear' | 'log'} HeightScale */
/** @typedef {{u: number, v: number, cost: number}} Place */

/**
 * @typedef {object} Land
 * @property {number} nodes   along a side
 * @property {[number, number]} centre   u and v
 * @property {number} half   of the side
 * @property {Float64Array} costs   nodes², row by row from the low corner
 * @property {HeightScale} scale
 * @property {Float64Array} heights   of the nodes, counted in contour lines: a line runs where it is a whole number
 * @property {number} bottom   what is drawn lowest, counted so
 * @property {number} top
 * @property {number} spacing   of linear contour lines as a cost; of logarithmic ones, how many a factor of ten has
 * @property {Place} lowest
 * @property {number} highest   cost that is finite
 * @property {boolean} isCut   some costs overflow: the land is cut off there at its highest
 */

/** The nearest round number that is no smaller. @param {number} value above 0 @param {readonly number[]} [among] */
export function roundUp(value, among = ROUND) {
  const unit = 10 ** Math.floor(Math.log10(value));
  return unit * /** @type {number} */ (among.find((factor) => factor * unit >= value * (1 - 1e-9)));
}

/**
 * @param {import('../../network/mountain/measure.js').Heights} heights
 * @param {import('../../network/mountain/measure.js').Square} square
 * @param {HeightScale} scale
 * @returns {Land | null}   null where no cost is finite
 */
export function landOf({ nodes, costs }, { centre, half }, scale) {
  let at = -1, highest = -Infinity, isCut = false;
  for (let node = 0; node < costs.length; node++) {
    const cost = costs[node];
    if (!Number.isFinite(cost)) {
      isCut = true;
      continue;
    }
    if (at < 0 || cost < costs[at]) at = node;
    if (cost > highest) highest = cost;
  }
  if (at < 0) return null;
  const along = (/** @type {number} */ middle, /** @type {number} */ place) => middle + half * ((2 * place) / (nodes - 1) - 1);
  const lowest = { u: along(centre[0], at % nodes), v: along(centre[1], Math.floor(at / nodes)), cost: costs[at] };
  const { counted, bottom, top, spacing } = scale === 'log' ? logarithmic(lowest.cost, highest) : linear(lowest.cost, highest);
  const heights = costs.map((cost) => (Number.isFinite(cost) ? Math.max(bottom, counted(cost)) : top));
  return { nodes, centre, half, costs, scale, heights, bottom, top, spacing, lowest, highest, isCut };
}

/** @param {number} least @param {number} most */
function linear(least, most) {
  const spread = most - least;
  const fromZero = least <= FROM_ZERO * most || !(spread > 0);
  const range = fromZero ? most : spread;
  const spacing = range > 0 ? roundUp(range / LINES, FINE) : 1;
  const bottom = fromZero ? 0 : Math.floor(least / spacing);
  return { counted: (/** @type {number} */ cost) => cost / spacing, bottom, top: Math.max(most / spacing, bottom + 1e-9), spacing };
}

/** @param {number} least @param {number} most */
function logarithmic(least, most) {
  const [low, high] = [Math.max(least, most * DEEPEST, Number.MIN_VALUE), Math.max(most, Number.MIN_VALUE)];
  const decades = Math.max(Math.log10(high / low), 1e-6);
  const spacing = [1, 2, 4, 8, 16, 32].find((each) => each * decades >= LINES / 2) ?? 64;
  const counted = (/** @type {number} */ cost) => Math.log10(cost) * spacing;
  const top = counted(high), bottom = counted(low);
  return { counted, bottom: Math.min(bottom, top - 1e-9), top, spacing };
}

/** How high a cost is drawn, counted as heights are. @param {Pick<Land, 'scale' | 'spacing' | 'bottom'>} land @param {number} cost */
export const countedAt = ({ scale, spacing, bottom }, cost) => (
  scale === 'log' ? Math.max(bottom, Math.log10(cost) * spacing) : cost / spacing);

/**
 * The height of the drawn ground at a place of the square (x, y in 0..1), on the same two triangles of each cell that are drawn.
 * @param {Land} land @param {number} x @param {number} y
 */
export function heightAt({ nodes, heights }, x, y) {
  const cells = nodes - 1;
  const column = Math.max(0, Math.min(cells - 1, Math.floor(x * cells))), row = Math.max(0, Math.min(cells - 1, Math.floor(y * cells)));
  const dx = x * cells - column, dy = y * cells - row, at = row * nodes + column;
  const [a, b, c, d] = [heights[at], heights[at + 1], heights[at + nodes + 1], heights[at + nodes]];
  return dx > dy ? a + dx * (b - a) + dy * (c - b) : a + dy * (d - a) + dx * (c - d);
}

/** A place of the slice in shares of the square, 0..1. @param {Pick<Land, 'centre' | 'half'>} land @param {{u: number, v: number}} place */
export const inShares = ({ centre, half }, { u, v }) => ({ x: (u - centre[0] + half) / (2 * half), y: (v - centre[1] + half) / (2 * half) });

/** The other way round. @param {Pick<Land, 'centre' | 'half'>} land @param {number} x @param {number} y */
export const ofShares = ({ centre, half }, x, y) => ({ u: centre[0] + (2 * x - 1) * half, v: centre[1] + (2 * y - 1) * half });

/** Whether a place lies on the square. @param {Pick<Land, 'centre' | 'half'>} land @param {{u: number, v: number}} place */
export function isOnLand(land, place) {
  const { x, y } = inShares(land, place);
  // What lies on the edge is on the land, however it is rounded.
  return x >= -ROUNDING && x <= 1 + ROUNDING && y >= -ROUNDING && y <= 1 + ROUNDING;
}
