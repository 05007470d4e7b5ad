/**
 * Where a popover goes: beside its anchor, within the window, and where it covers least of what its choice changes.
 */

const GAP = 10;
const EDGE = 12;
/** What lies over its own anchor hides what it is about. */
const OVER_ANCHOR = 100;
/** Of covered pixels, what a pixel further away is worth. */
const FAR = 20;

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */

/** @param {Box} a @param {Box} b in square pixels */
function overlap(a, b) {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return Math.max(0, width) * Math.max(0, height);
}

/**
 * Below its anchor, above where there is more room; beside what is spared where it would cover that.
 * @param {Box} anchor
 * @param {{width: number, height: number}} size
 * @param {{width: number, height: number}} space the window
 * @param {Box[]} [spared]
 * @returns {{left: number, top: number}}
 */
export function placePopover(anchor, size, space, spared = []) {
  const within = (/** @type {number} */ wished, /** @type {number} */ own, /** @type {number} */ all) => (
    Math.max(EDGE, Math.min(wished, all - own - EDGE)));
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - size.height;
  const fitsBelow = below + size.height <= space.height - EDGE;
  const home = {
    left: within(anchor.left - GAP, size.width, space.width),
    top: within(fitsBelow || space.height - anchor.bottom > anchor.top ? below : above, size.height, space.height),
  };
  if (spared.length === 0) return home;
  const lefts = [home.left, ...spared.flatMap(({ left, right }) => [right + GAP, left - GAP - size.width])];
  const tops = [home.top, below, above, ...spared.flatMap(({ top, bottom }) => [bottom + GAP, top - GAP - size.height, top])];
  const places = lefts.flatMap((left) => tops.map((top) => ({
    left: within(left, size.width, space.width), top: within(top, size.height, space.height),
  })));
  /** @param {{left: number, top: number}} place */
  const price = ({ left, top }) => {
    const box = { left, top, right: left + size.width, bottom: top + size.height };
    const covered = spared.reduce((sum, each) => sum + overlap(box, each), OVER_ANCHOR * overlap(box, anchor));
    return covered + FAR * (Math.abs(left - home.left) + Math.abs(top - home.top));
  };
  return places.reduce((best, place) => (price(place) < price(best) ? place : best), home);
}
