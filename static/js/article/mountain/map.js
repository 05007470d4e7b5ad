/** @file The map beside the mountain: the same contours from above, on which the reader chooses where to start. */

import { sansFont } from '../../figures/fonts.js';
import { drawSymbol } from '../../figures/network/symbols.js';
import { mixColours } from '../../ui/colours.js';
import { TINT } from './draw.js';
import { drawPaths } from './paths.js';
import { onMap, stopsOnMap } from './terrain.js';
import { SHADES } from './view.js';

/** @typedef {import('../../ui/colours.js').Colours} Colours */
/** @typedef {import('./surface.js').Pair} Pair */
/** @typedef {{left: number, top: number, side: number}} MapBox   in CSS pixels */

const ROOM = { left: 46, bottom: 40, right: 8, top: 8 };
const LINE = { contour: 0.6, heavy: 1.2, frame: 1 };
const CONTOUR_OPACITY = 0.7;
const TICK_EACH = 4;
const LABEL = { font: 11, gap: 7, symbol: 16 };

/** @param {{width: number, height: number}} size @returns {MapBox} */
export function layMap({ width, height }) {
  const side = Math.max(0, Math.min(width - ROOM.left - ROOM.right, height - ROOM.top - ROOM.bottom));
  return { left: ROOM.left, top: ROOM.top, side };
}

/**
 * The pair of weights under a pixel, kept on the map.
 * @param {MapBox} box
 * @param {import('./surface.js').Surface} surface
 * @param {number} x
 * @param {number} y
 * @returns {Pair}
 */
export function placeAt({ left, top, side }, { low, high }, x, y) {
  const share = (/** @type {number} */ value) => Math.max(0, Math.min(1, value));
  return [
    low[0] + share((x - left) / side) * (high[0] - low[0]),
    high[1] - share((y - top) / side) * (high[1] - low[1]),
  ];
}

/** @typedef {Omit<import('./draw.js').MountainScene, 'camera' | 'shades'>} MapScene */

/** @param {CanvasRenderingContext2D} context @param {MapScene} scene
 *  @param {{width: number, height: number}} size @param {Colours} colours */
export function drawMap(context, { terrain, surface, paths, axes }, size, colours) {
  const box = layMap(size);
  const { left, top, side } = box;
  context.clearRect(0, 0, size.width, size.height);
  context.save();
  context.beginPath();
  context.rect(left, top, side, side);
  context.clip();
  drawHeights(context, terrain, box, colours);
  for (const heavy of [false, true]) {
    context.beginPath();
    for (const segment of terrain.contours.flat()) {
      if (segment.heavy !== heavy) continue;
      context.moveTo(left + segment.x0 * side, top + (1 - segment.y0) * side);
      context.lineTo(left + segment.x1 * side, top + (1 - segment.y1) * side);
    }
    context.globalAlpha = CONTOUR_OPACITY;
    context.strokeStyle = colours.positive;
    context.lineWidth = heavy ? LINE.heavy : LINE.contour;
    context.stroke();
  }
  context.restore();
  context.strokeStyle = colours.control;
  context.lineWidth = LINE.frame;
  context.strokeRect(left, top, side, side);
  drawLabels(context, surface, axes, box, colours);
  const inPicture = (/** @type {{x: number, y: number}} */ { x, y }) => ({ x: left + x * side, y: top + (1 - y) * side });
  const [lowest] = stopsOnMap([surface.lowest], surface);
  drawPaths(context, paths.map((path) => ({
    path, parts: onMap(path.stops, surface).map((part) => part.map(inPicture)), stops: stopsOnMap(path.stops, surface).map(inPicture),
  })), size, colours, { spot: inPicture(lowest), cost: surface.lowest.cost });
}

/** Darker is higher, as on the mountain, but without its light. @param {CanvasRenderingContext2D} context
 *  @param {import('./terrain.js').Terrain} terrain @param {MapBox} box @param {Colours} colours */
function drawHeights(context, { nodes, heights, highest }, { left, top, side }, { paper, positive }) {
  const tints = Array.from({ length: SHADES }, (_, at) =>
    mixColours(paper, positive, TINT.least + ((TINT.most - TINT.least) * at) / (SHADES - 1)));
  const cells = nodes - 1;
  const width = side / cells;
  for (let cell = 0; cell < cells * cells; cell++) {
    const [column, row] = [cell % cells, Math.floor(cell / cells)];
    const at = row * nodes + column;
    const height = (heights[at] + heights[at + 1] + heights[at + nodes] + heights[at + nodes + 1]) / 4;
    context.fillStyle = tints[Math.round((height / highest) * (SHADES - 1))];
    // To whole pixels, so that no two cells share one and show as a grid.
    const [x0, x1] = [column, column + 1].map((edge) => Math.round(left + edge * width));
    const [y0, y1] = [cells - 1 - row, cells - row].map((edge) => Math.round(top + edge * width));
    context.fillRect(x0, y0, x1 - x0, y1 - y0);
  }
}

/** @param {CanvasRenderingContext2D} context @param {import('./surface.js').Surface} surface
 *  @param {MapScene['axes']} axes @param {MapBox} box @param {Colours} colours */
function drawLabels(context, { low, high }, axes, { left, top, side }, { ink, ink3 }) {
  context.fillStyle = ink3;
  context.font = sansFont(LABEL.font, 400);
  const text = (/** @type {number} */ value) => String(value).replace('-', '\u2212');
  const [foot, column] = [top + side + LABEL.gap, left - LABEL.gap];
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (let u = low[0]; u <= high[0]; u += TICK_EACH) context.fillText(text(u), left + ((u - low[0]) / (high[0] - low[0])) * side, foot);
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (let v = low[1]; v <= high[1]; v += TICK_EACH) context.fillText(text(v), column, top + ((high[1] - v) / (high[1] - low[1])) * side);
  context.fillStyle = ink;
  drawSymbol(context, axes[0], left + side / 2, foot + LABEL.font + LABEL.symbol, LABEL.symbol, { align: 'center' });
  drawSymbol(context, axes[1], LABEL.gap / 2, top + side / 2 - LABEL.symbol, LABEL.symbol);
  context.textAlign = 'left';
}
