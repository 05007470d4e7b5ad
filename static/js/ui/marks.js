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

/** A point whose answer is off: the stick says by how much, and up where it is too high. */
export function residualMark() {
  return picture(
    makeSvg('path', { class: 'ring', d: 'M0 0V-8M-2.5 -8H2.5' }),
    makeSvg('circle', { class: 'ring', r: 4 }),
  );
}
