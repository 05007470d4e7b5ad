/**
 * A data set as a small picture of its own points. It is SVG, since each canvas would be a layer that the browser
 * puts together anew in every frame.
 */
import { makeSvg } from '../../ui/dom.js';

const REACH = 3;
const SIZE = 38;
const DOT = 2.6;
/** Heights are told apart in tenths of the full colour. */
const STEPS = 10;
const LEAST = 0.25;
const SLOPE = 0.75;

/** The colour of a real target: clay below zero, slate above. @param {number} target */
function heightColour(target) {
  const share = Math.round(STEPS * Math.min(1, LEAST + SLOPE * Math.abs(target))) / STEPS;
  return `color-mix(in srgb, var(--${target < 0 ? 'neg' : 'pos'}) ${100 * share}%, var(--paper))`;
}

/** @param {number} x1 @param {number} x2 */
function dotAt(x1, x2) {
  const [x, y] = [(x1 / REACH + 1) / 2, (1 - x2 / REACH) / 2].map((share) => (share * SIZE).toFixed(2));
  return `M${x} ${y}h0`;
}

/**
 * @param {import('../../types.js').Dataset['preview']} points
 * @param {import('../../types.js').Task | null} task   null: any
 */
export function thumbnail(points, task) {
  /** @type {Map<string, string>} the dots of a colour, as a path */
  const dots = new Map();
  for (const [x1, x2, target] of points) {
    const colour = task === 'regression' ? heightColour(target) : `var(--c${target})`;
    dots.set(colour, (dots.get(colour) ?? '') + dotAt(x1, x2));
  }
  const paths = [...dots].map(([colour, d]) => {
    const path = makeSvg('path', { d });
    path.style.setProperty('stroke', colour);  // the page's policy allows no style attribute
    return path;
  });
  const look = { viewBox: `0 0 ${SIZE} ${SIZE}`, 'stroke-width': DOT, 'stroke-linecap': 'round' };
  return makeSvg('svg', { ...look, 'aria-hidden': 'true' }, ...paths);
}
