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
  const steepness = Math.hypot(hx, hy);
  const fade = Math.min(1, Math.max(0, 1 / (steepness * CLOSE * ratio)));
  const thin = (LINE.width * ratio) / 2 + 0.5, thick = (LINE.heavy * ratio) / 2 + 0.5;
  const cover = LINE.opacity * fade * (COVERS - 1), heavyCover = LINE.heavyOpacity * Math.sqrt(fade) * (COVERS - 1);
  const most = SHADES - 1;
  const y0 = Math.max(0, Math.ceil(ya + Math.min(0, yb, yc) - 0.5)), y1 = Math.min(height - 1, Math.floor(ya + Math.max(0, yb, yc) - 0.5));
  for (let y = y0; y <= y1; y++) {
    // The span of the row's pixels whose middles lie within all three edges.
    const dy = y + 0.5 - ya;
    let from = -Infinity, to = Infinity;
    for (let edge = 0; edge < 3; edge++) {
      const px = edge === 0 ? 0 : edge === 1 ? xb : xc, py = edge === 0 ? 0 : edge === 1 ? yb : yc;
      const ex = (edge === 0 ? xb : edge === 1 ? xc : 0) - px, ey = (edge === 0 ? yb : edge === 1 ? yc : 0) - py;
      // Inside where ex (dy − py) − ey (dx − px) has the sign of the whole.
      if (ey === 0) {
        if (ex * (dy - py) * whole < 0) to = -Infinity;
        continue;
      }
      const cut = px + (ex * (dy - py)) / ey;
      if (ey * whole > 0) to = Math.min(to, cut);
      else from = Math.max(from, cut);
    }
    const x0 = Math.max(0, Math.ceil(xa + from - 0.5)), x1 = Math.min(width - 1, Math.floor(xa + to - 0.5));
    let at = y * width + x0, h = ha + hx * (x0 + 0.5 - xa) + hy * dy, s = sa + sx * (x0 + 0.5 - xa) + sy * dy;
    for (let x = x0; x <= x1; x++, at++, h += hx, s += sx) {
      const level = Math.round(h), off = Math.abs(h - level) / steepness;
      const isHeavy = level % HEAVY_EACH === 0;
      const within = (isHeavy ? thick : thin) - off;
      const index = within <= 0 ? 0 : ((within >= 1 ? 1 : within) * (isHeavy ? heavyCover : cover) + 0.5) | 0;
      const shade = s <= 0 ? 0 : s >= most ? most : s | 0;
      pixels[at] = tints[index * SHADES + shade];
    }
  }
}
