/** @file Draws the mountain: hills in the order of their distance, contours on the ground, and the paths upon it. */

import { sansFont } from '../../figures/fonts.js';
import { drawSymbol } from '../../figures/network/symbols.js';
import { mixColours } from '../../ui/colours.js';
import { formatNumber } from '../../ui/format.js';
import { drawPaths } from './paths.js';
import { onMap, stopsOnMap } from './terrain.js';
import { SHADES, nearSides, projection } from './view.js';

/** @typedef {import('../../ui/colours.js').Colours} Colours */
/** @typedef {import('./terrain.js').Terrain} Terrain */
/** @typedef {import('./view.js').Camera} Camera */
/** @typedef {import('./view.js').Project} Project */

/**
 * @typedef {Object} MountainScene
 * @property {Terrain} terrain
 * @property {import('./surface.js').Surface} surface
 * @property {Uint8Array} shades
 * @property {Camera} camera
 * @property {readonly import('./paths.js').DrawnPath[]} paths
 * @property {readonly [import('../../figures/network/symbols.js').Symbol, import('../../figures/network/symbols.js').Symbol]} axes
 */

export const TINT = { least: 0.02, most: 0.55 };
const LINE = { contour: 0.5, heavy: 1, wall: 1, scale: 1 };
/** Of the ground in a piece. */
const ROWS = 8;
const CONTOUR_OPACITY = 0.55;
const AXIS = { away: 0.11, size: 17, tick: 5, font: 11, gap: 8, close: 0.045, inset: 0.03 };

/** @param {CanvasRenderingContext2D} context @param {MountainScene} scene
 *  @param {{width: number, height: number}} size @param {Colours} colours */
export function drawMountain(context, scene, size, colours) {
  for (const draw of piecesOf(context, scene, size, colours)) draw();
}

/**
 * The same piece by piece, for a first picture that nobody waits for: the ground is thousands of strokes.
 * @param {CanvasRenderingContext2D} context @param {MountainScene} scene
 * @param {{width: number, height: number}} size @param {Colours} colours
 * @returns {Generator<() => void>}
 */
export function* piecesOf(context, scene, size, colours) {
  const { terrain, camera } = scene;
  const project = projection(camera, size, terrain.highest);
  context.clearRect(0, 0, size.width, size.height);
  context.lineJoin = 'round';
  for (let row = 0; row < terrain.nodes - 1; row += ROWS) {
    yield () => drawGround(context, scene, project, colours, row, Math.min(row + ROWS, terrain.nodes - 1));
  }
  yield () => drawOnGround(context, scene, project, size, colours);
}

/** @param {CanvasRenderingContext2D} context @param {MountainScene} scene @param {Project} project
 *  @param {{width: number, height: number}} size @param {Colours} colours */
function drawOnGround(context, scene, project, size, colours) {
  const { terrain, surface, paths } = scene;
  drawWalls(context, scene, project, colours);
  drawAxes(context, scene, project, colours);
  const onGround = (/** @type {{x: number, y: number}} */ { x, y }) => project(x, y, terrain.heightAt(x, y));
  const [lowest] = stopsOnMap([surface.lowest], surface);
  drawPaths(context, paths.map((path) => ({
    path, parts: onMap(path.stops, surface).map((part) => part.map(onGround)), stops: stopsOnMap(path.stops, surface).map(onGround),
  })), size, colours, { spot: onGround(lowest), cost: surface.lowest.cost });
}

/** Some rows of it, counted from the far side. @param {CanvasRenderingContext2D} context @param {MountainScene} scene
 *  @param {Project} project @param {Colours} colours @param {number} from @param {number} to */
function drawGround(context, { terrain: { nodes, heights, contours }, shades, camera }, project, { paper, positive, ink2 }, from, to) {
  const cells = nodes - 1;
  const tints = Array.from({ length: SHADES }, (_, at) =>
    mixColours(paper, positive, TINT.least + ((TINT.most - TINT.least) * at) / (SHADES - 1)));
  const spots = Array.from(heights, (height, at) => project((at % nodes) / cells, Math.floor(at / nodes) / cells, height));
  const near = nearSides(camera);
  // What lies further from the eye is drawn first.
  for (let r = from; r < to; r++) {
    const row = near.row === 0 ? cells - 1 - r : r;
    for (let c = 0; c < cells; c++) {
      const column = near.column === 0 ? cells - 1 - c : c;
      const at = row * nodes + column;
      context.fillStyle = context.strokeStyle = tints[shades[row * cells + column]];
      context.lineWidth = LINE.contour;
      context.beginPath();
      for (const corner of [at, at + 1, at + nodes + 1, at + nodes]) context.lineTo(spots[corner].x, spots[corner].y);
      context.closePath();
      context.fill();
      context.stroke();
      context.strokeStyle = ink2;
      context.globalAlpha = CONTOUR_OPACITY;
      for (const { x0, y0, x1, y1, cost, heavy } of contours[row * cells + column]) {
        const start = project(x0, y0, cost), end = project(x1, y1, cost);
        context.lineWidth = heavy ? LINE.heavy : LINE.contour;
        context.beginPath();
        context.moveTo(start.x, start.y);
        context.lineTo(end.x, end.y);
        context.stroke();
      }
      context.globalAlpha = 1;
    }
  }
}

/** The cut faces on the near sides, down to a cost of 0. @param {CanvasRenderingContext2D} context
 *  @param {MountainScene} scene @param {Project} project @param {Colours} colours */
function drawWalls(context, { terrain: { nodes, heights }, camera }, project, { raised, control }) {
  const near = nearSides(camera);
  const last = nodes - 1;
  const faces = [
    Array.from({ length: nodes }, (_, at) => ({ x: at / last, y: near.row, height: heights[near.row * last * nodes + at] })),
    Array.from({ length: nodes }, (_, at) => ({ x: near.column, y: at / last, height: heights[at * nodes + near.column * last] })),
  ];
  context.fillStyle = raised;
  context.strokeStyle = control;
  context.lineWidth = LINE.wall;
  for (const face of faces) {
    context.beginPath();
    for (const { x, y, height } of face) {
      const spot = project(x, y, height);
      context.lineTo(spot.x, spot.y);
    }
    for (const { x, y } of [face[last], face[0]]) {
      const spot = project(x, y, 0);
      context.lineTo(spot.x, spot.y);
    }
    context.closePath();
    context.fill();
    context.stroke();
  }
}

/** The two weights along the near sides, and the cost at the leftmost corner. @param {CanvasRenderingContext2D} context
 *  @param {MountainScene} scene @param {Project} project @param {Colours} colours */
function drawAxes(context, { terrain: { highest }, surface, camera, axes }, project, { ink, ink3 }) {
  const near = nearSides(camera);
  const outside = (/** @type {number} */ side) => (side === 0 ? -AXIS.away : 1 + AXIS.away);
  context.fillStyle = ink;
  const first = project(0.5, outside(near.row), 0), second = project(outside(near.column), 0.5, 0);
  drawSymbol(context, axes[0], first.x, first.y + AXIS.size / 2, AXIS.size, { align: 'center' });
  drawSymbol(context, axes[1], second.x, second.y + AXIS.size / 2, AXIS.size, { align: 'center' });
  drawEnds(context, surface, near, project, ink3);

  const corners = [[0, 0], [0, 1], [1, 0], [1, 1]].map(([x, y]) => ({ x, y, spot: project(x, y, 0) }));
  const { x, y } = corners.reduce((left, corner) => (corner.spot.x < left.spot.x ? corner : left));
  context.strokeStyle = context.fillStyle = ink3;
  context.lineWidth = LINE.scale;
  context.font = sansFont(AXIS.font, 400);
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (let cost = 0; cost <= highest; cost++) {
    const spot = project(x, y, cost);
    context.beginPath();
    context.moveTo(spot.x, spot.y);
    context.lineTo(spot.x - AXIS.tick, spot.y);
    context.stroke();
    context.fillText(String(cost), spot.x - AXIS.gap, spot.y);
  }
  const [foot, head] = [project(x, y, 0), project(x, y, highest)];
  context.beginPath();
  context.moveTo(foot.x, foot.y);
  context.lineTo(head.x, head.y);
  context.stroke();
  context.textBaseline = 'alphabetic';
  context.fillText('cost', head.x, head.y - AXIS.gap);
  context.textAlign = 'left';
}

/** Where each weight begins and ends, along the near sides. @param {CanvasRenderingContext2D} context
 *  @param {import('./surface.js').Surface} surface @param {{column: number, row: number}} near @param {Project} project @param {string} ink3 */
function drawEnds(context, { low, high }, near, project, ink3) {
  const beside = (/** @type {number} */ side) => (side === 0 ? -AXIS.close : 1 + AXIS.close);
  context.fillStyle = ink3;
  context.font = sansFont(AXIS.font, 400);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const share of [AXIS.inset, 1 - AXIS.inset]) {
    const end = share < 0.5 ? low : high;
    for (const [spot, value] of /** @type {const} */ ([
      [project(share, beside(near.row), 0), end[0]], [project(beside(near.column), share, 0), end[1]],
    ])) context.fillText(formatNumber(value, 0), spot.x, spot.y);
  }
}
