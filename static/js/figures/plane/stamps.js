/**
 * Many points: each mark is painted once, at a few places between two device pixels, and the picture of it laid wherever such a
 * point is. Thousands of paths would take a browser without a graphics processor several frames.
 */

import { drawMark, eachPoint, markPath, pointRadius } from './points.js';

/** @typedef {import('../../ui/colours.js').Colours} Colours */
/** @typedef {import('./geometry.js').PlaneLayout} PlaneLayout */
/** @typedef {import('./scene.js').PlaneScene} PlaneScene */

const MANY = 600;
/** Places between two device pixels, for each direction: classes are few, the colours of real targets are not. */
const PLACES = { classification: 4, regression: 2 };
/** Steps between no colour and the full one. */
const LEVELS = 32;
/** What a mark's edge takes beyond its radius, in CSS pixels: the wedge of a shape, and the halo. */
const BEYOND = { share: 0.5, edge: 4 };

/** @param {{length: number}} points */
export const isMany = ({ length }) => length > MANY;

/**
 * The target as it is painted: in classification itself, else the nearest step away from zero, since a sign is never lost.
 * @param {PlaneScene} scene @param {number} target
 */
function shownTarget({ task, targetScale }, target) {
  if (task === 'classification') return target;
  const step = Math.min(LEVELS, Math.ceil((Math.abs(target) / targetScale) * LEVELS));
  return (Math.sign(target) * step * targetScale) / LEVELS;
}

/** @typedef {{target: number, test: boolean}} Kind */
/** @typedef {{canvas: HTMLCanvasElement, cell: number, places: number, rows: Map<string, number>, kinds: Kind[], key: unknown[]}} Sheet */

/** The last one that was made, for whoever needs the same again. @type {Sheet | null} */
let sheet = null;

/** @param {Kind} kind */
const nameOf = ({ target, test }) => `${target} ${test}`;

/**
 * All marks that are needed, a row each, a column for each place.
 * @param {PlaneScene} scene @param {number} radius @param {number} ratio device pixels for one of the layout's @param {Colours} colours
 */
function sheetOf(scene, radius, ratio, colours) {
  const key = [scene.task, scene.targetScale, scene.classes, radius, ratio, colours];
  const same = sheet !== null && key.every((part, at) => part === sheet?.key[at]);
  const kinds = new Map(same ? sheet?.kinds.map((kind) => [nameOf(kind), kind]) : []);
  for (const point of scene.points) {
    const kind = { target: shownTarget(scene, point.target), test: point.test };
    kinds.set(nameOf(kind), kind);
  }
  if (same && sheet?.kinds.length === kinds.size) return sheet;
  const places = PLACES[scene.task];
  const cell = 2 * Math.ceil((radius * (1 + BEYOND.share) + BEYOND.edge) * ratio) + 2;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [cell * places ** 2, cell * kinds.size];
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.lineJoin = 'round';
  [...kinds.values()].forEach((kind, row) => {
    const shape = markPath(scene.task, kind.target, radius);
    for (let at = 0; at < places ** 2; at += 1) {
      const [x, y] = [at % places, Math.floor(at / places)].map((place) => cell / 2 + place / places);
      context.setTransform(ratio, 0, 0, ratio, at * cell + x, row * cell + y);
      drawMark(context, scene, kind, shape, radius, colours);
    }
  });
  sheet = { canvas, cell, places, rows: new Map([...kinds.keys()].map((name, row) => [name, row])), kinds: [...kinds.values()], key };
  return sheet;
}

/**
 * Draws points as `drawPoints` does, each at most an eighth of a device pixel off its place (a quarter with real targets).
 * @param {CanvasRenderingContext2D} context whose canvas is scaled alike in both directions
 * @param {PlaneScene} scene
 * @param {PlaneLayout} layout
 * @param {Colours} colours
 */
export function stampPoints(context, scene, layout, colours) {
  const radius = pointRadius(layout);
  const { a: ratio, d: down } = context.getTransform();
  const { canvas, cell, places, rows } = sheetOf(scene, radius, ratio, colours);
  eachPoint(context, scene, layout, colours, (point, x, y) => {
    const row = rows.get(nameOf({ target: shownTarget(scene, point.target), test: point.test })) ?? 0;
    const [right, below] = [Math.round(x * ratio * places), Math.round(y * down * places)];
    const [left, top] = [Math.floor(right / places), Math.floor(below / places)];
    const column = right - left * places + places * (below - top * places);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(canvas, column * cell, row * cell, cell, cell, left - cell / 2, top - cell / 2, cell, cell);
  });
}
