/**
 * The class marks as small pictures beside words.
 */
import { makeSvg } from './dom.js';
import { shapePath } from './shapes.js';

const BOX = '-9 -9 18 18';
const RING = 8.2;
/** Radii of marks whose edge is drawn, and that have a ring around them. */
const [HOLLOW, RINGED] = [4.6, 4];

/** @param {Node[]} content */
const picture = (...content) => (
  makeSvg('svg', { class: 'glyph', viewBox: BOX, 'aria-hidden': 'true' }, ...content)
);

/** @param {number} index class, from 0 @param {number} [radius] */
export function mark(index, radius = 7) {
  return picture(makeSvg('path', { class: `filled class-${index}`, d: shapePath(index, 0, 0, radius) }));
}

/** A test point is hollow. @param {number} index */
export function hollowMark(index) {
  return picture(makeSvg('path', { class: `hollow class-${index}`, d: shapePath(index, 0, 0, HOLLOW) }));
}

/** A point that the network gets wrong wears a ring. @param {number} index */
export function wrongMark(index) {
  return picture(
    makeSvg('path', { class: `filled class-${index}`, d: shapePath(index, 0, 0, RINGED) }),
    makeSvg('circle', { class: 'ring', r: RING }),
  );
}
