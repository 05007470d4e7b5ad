/**
 * @file Fills the ground pixel by pixel: triangles from the far side to the near one, each with its height and shade, which are
 * linear in the picture too. A contour line is where the height is a whole number, so it lies exactly on the ground, and what a
 * hill hides of it is hidden.
 */

import { HEAVY_EACH } from './land.js';
import { COVERS, SHADES } from './tints.js';

/** Width in CSS pixels and opacity of contour lines. */
const LINE = { width: 0.55, heavy: 1.1, opacity: 0.52, heavyOpacity: 0.66 };
/** Lines closer than this many pixels fade: they would fill the ground. */
const CLOSE = 4;

/**
 * @typedef {object} Ground   what a picture is filled with
 * @property {import('./land.js').Land} land
 * @property {Float32Array} shades
 * @property {import('./camera.js').View} view
 * @property {Uint32Array} tints
 */

/**
 * @param {Uint32Array} pixels   width × height; what is no ground stays as it is
 * @param {number} width   in device pixels
 * @param {number} height
 * @param {number} ratio   device pixels for one CSS pixel
 * @param {Ground} ground
 */
export function fillGround(pixels, width, height, ratio, { land: { nodes, heights, bottom, top }, shades, view, tints }) {
  const { left, top: above, byX, byY, byHeight, near } = view;
  const cells = nodes - 1, span = top - bottom;
  const xs = new Float64Array(heights.length), ys = new Float64Array(heights.length);
  for (let at = 0; at < heights.length; at++) {
    const x = (at % nodes) / cells, y = Math.floor(at / nodes) / cells;
    xs[at] = (left + byX[0] * x + byY[0] * y) * ratio;
    ys[at] = (above + byX[1] * x + byY[1] * y + (byHeight * (heights[at] - bottom)) / span) * ratio;
  }
  const target = { pixels, width, height, ratio, xs, ys, heights, shades, tints };
  const isNorthWestFar = near.row === 0 || near.column === 1;
  for (let r = 0; r < cells; r++) {
    const row = near.row === 0 ? cells - 1 - r : r;
    for (let c = 0; c < cells; c++) {
      const column = near.column === 0 ? cells - 1 - c : c;
      const at = row * nodes + column;
      // The diagonal runs from the cell's low corner.
      if (isNorthWestFar) fillTriangle(target, at, at + nodes + 1, at + nodes);
      fillTriangle(target, at, at + 1, at + nodes + 1);
      if (!isNorthWestFar) fillTriangle(target, at, at + nodes + 1, at + nodes);
    }
  }
}

/**
 * @param {{pixels: Uint32Array, width: number, height: number, ratio: number, xs: Float64Array, ys: Float64Array,
 *   heights: Float64Array, shades: Float32Array, tints: Uint32Array}} target
 * @param {number} a @param {number} b @param {number} c   nodes
 */
function fillTriangle({ pixels, width, height, ratio, xs, ys, heights, shades, tints }, a, b, c) {
  const xa = xs[a], ya = ys[a], xb = xs[b] - xa, yb = ys[b] - ya, xc = xs[c] - xa, yc = ys[c] - ya;
  const whole = xb * yc - xc * yb;
  if (whole === 0) return;
  const ha = heights[a], hb = heights[b] - ha, hc = heights[c] - ha;
  const hx = (hb * yc - hc * yb) / whole, hy = (hc * xb - hb * xc) / whole;
  const sa = shades[a], sb = shades[b] - sa, sc = shades[c] - sa;
  const sx = (sb * yc - sc * yb) / whole, sy = (sc * xb - sb * xc) / whole;
  const steepness = Math.sqrt(hx * hx + hy * hy);
  const fade = Math.min(1, 1 / (steepness * CLOSE * ratio));
  const thin = (LINE.width * ratio) / 2 + 0.5, thick = (LINE.heavy * ratio) / 2 + 0.5;
  const cover = LINE.opacity * fade * (COVERS - 1), heavyCover = LINE.heavyOpacity * Math.sqrt(fade) * (COVERS - 1);
  const most = SHADES - 1;
  // Its corners from above to below, the first one at 0.
  let x0 = 0, y0 = 0, x1 = xb, y1 = yb, x2 = xc, y2 = yc;
  /** @type {number} */
  let spare;
  if (y1 < y0) {
    spare = x0; x0 = x1; x1 = spare;
    spare = y0; y0 = y1; y1 = spare;
  }
  if (y2 < y1) {
    spare = x1; x1 = x2; x2 = spare;
    spare = y1; y1 = y2; y2 = spare;
  }
  if (y1 < y0) {
    spare = x0; x0 = x1; x1 = spare;
    spare = y0; y0 = y1; y1 = spare;
  }
  const long = y2 > y0 ? (x2 - x0) / (y2 - y0) : 0, upper = y1 > y0 ? (x1 - x0) / (y1 - y0) : 0, lower = y2 > y1 ? (x2 - x1) / (y2 - y1) : 0;
  const first = Math.max(0, Math.ceil(ya + y0 - 0.5)), last = Math.min(height - 1, Math.ceil(ya + y2 - 0.5) - 1);
  for (let y = first; y <= last; y++) {
    // The pixels of the row whose middles lie between the long side and one of the short ones.
    const dy = y + 0.5 - ya;
    const one = x0 + (dy - y0) * long, other = dy < y1 ? x0 + (dy - y0) * upper : x1 + (dy - y1) * lower;
    const from = Math.max(0, Math.ceil(xa + (one < other ? one : other) - 0.5)), to = Math.min(width, Math.ceil(xa + (one < other ? other : one) - 0.5));
    let at = y * width + from, h = ha + hx * (from + 0.5 - xa) + hy * dy, s = sa + sx * (from + 0.5 - xa) + sy * dy;
    for (let x = from; x < to; x++, at++, h += hx, s += sx) {
      const level = Math.floor(h + 0.5), off = (h > level ? h - level : level - h) / steepness;
      const isHeavy = level % HEAVY_EACH === 0;
      const within = (isHeavy ? thick : thin) - off;
      const index = within <= 0 ? 0 : ((within >= 1 ? 1 : within) * (isHeavy ? heavyCover : cover) + 0.5) | 0;
      pixels[at] = tints[index * SHADES + (s <= 0 ? 0 : s >= most ? most : s | 0)];
    }
  }
}
