/**
 * The class marks: circle, square, triangle, diamond, of one optical size, since hue alone never tells a
 * class.
 */

export const CLASS_NAMES = ['circle', 'square', 'triangle', 'diamond'];

const SQUARE_REACH = 0.9;
const TRIANGLE_REACH = 1.18;
const TRIANGLE_HALF_BASE = 0.98;
const TRIANGLE_FOOT = 0.72;
const DIAMOND_REACH = 1.22;

/**
 * What both Path2D and a canvas context offer.
 * @typedef {Pick<CanvasPath, 'moveTo' | 'lineTo' | 'arc' | 'closePath'>} PathSink
 */

/** @param {number} index class, from 0 @param {number} x @param {number} y @param {number} radius
 *  @returns {Array<[number, number]>} corners; none for the circle */
function corners(index, x, y, radius) {
  if (index === 1) {
    const r = radius * SQUARE_REACH;
    return [[x - r, y - r], [x + r, y - r], [x + r, y + r], [x - r, y + r]];
  }
  if (index === 2) {
    const r = radius * TRIANGLE_REACH;
    const half = r * TRIANGLE_HALF_BASE;
    return [[x, y - r], [x + half, y + r * TRIANGLE_FOOT], [x - half, y + r * TRIANGLE_FOOT]];
  }
  const r = radius * DIAMOND_REACH;
  return index === 3 ? [[x, y - r], [x + r, y], [x, y + r], [x - r, y]] : [];
}

/**
 * Adds the mark of a class to a path.
 * @param {PathSink} path
 * @param {number} index class, from 0
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
export function traceShape(path, index, x, y, radius) {
  const points = corners(index, x, y, radius);
  if (points.length === 0) {
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
  }
  points.forEach(([px, py], corner) => (corner === 0 ? path.moveTo(px, py) : path.lineTo(px, py)));
  path.closePath();
}

/**
 * The mark of a class as the `d` of an SVG path.
 * @param {number} index class, from 0
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @returns {string}
 */
export function shapePath(index, x, y, radius) {
  const points = corners(index, x, y, radius);
  if (points.length > 0) return `M${points.map((point) => point.join(' ')).join('L')}Z`;
  const arc = `a${radius} ${radius} 0 1 0`;
  return `M${x - radius} ${y}${arc} ${2 * radius} 0${arc} ${-2 * radius} 0Z`;
}
