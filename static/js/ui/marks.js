/**
 * The class marks as small pictures beside words.
 */
import { makeSvg } from './dom.js';
import { shapePath } from './shapes.js';

const BOX = '-9 -9 18 18';
const RING = 8.2;

/** @param {Node[]} content */
const picture = (...content) => (
  makeSvg('svg', { class: 'glyph', viewBox: BOX, 'aria-hidden': 'true' }, ...content)
);

/** @param {number} index class, from 0 @param {number} [radius] */
export function mark(index, radius = 7) {
  return picture(makeSvg('path', { class: `filled class-${index}`, d: shapePath(index, 0, 0, radius) }));
}

/** A test point is hollow. @param {number} index @param {number} [radius] */
export function hollowMark(index, radius = 4.6) {
  return picture(makeSvg('path', { class: `hollow class-${index}`, d: shapePath(index, 0, 0, radius) }));
}

/** A point that the network gets wrong wears a ring. @param {number} index @param {number} [radius] */
export function wrongMark(index, radius = 4) {
  return picture(
    makeSvg('path', { class: `filled class-${index}`, d: shapePath(index, 0, 0, radius) }),
    makeSvg('circle', { class: 'ring', r: RING }),
  );
}
