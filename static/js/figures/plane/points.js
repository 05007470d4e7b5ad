/**
 * Draws the points: class by hue and shape, test points hollow, real targets on the diverging scale.
 */

import { slicedPlaces, strengthOf } from '../../network/slice.js';
import { traceShape } from '../../ui/shapes.js';
import { divergingColour } from '../diverging.js';
import { toPixelX, toPixelY } from './geometry.js';

/** @typedef {import('../../ui/colours.js').Colours} Colours */
/** @typedef {import('./geometry.js').PlaneLayout} PlaneLayout */
/** @typedef {import('./scene.js').PlaneScene} PlaneScene */

const RADIUS = 4.4;
const RADIUS_AT_WIDTH = 496;
const LARGEST_GROWTH = 1.3;
/** A plane this small is a reminder of where things are: dots, and nothing to read. */
const SMALL = { width: 180, radius: 2 };
const HALO = { filled: 3.2, hollow: 4 };
const EDGE = { filled: 1, hollow: 1.7 };
const FADED = 0.45;
/** The wash behind a point that words refer to, in radii of the point. */
const LIT = 2.8;
/** Even a target near zero can be told from a hollow mark. */
const LEAST_TARGET = 0.22;
/** Half the bar that marks a negative target, and its width, in radii. */
const MINUS = { reach: 0.55, width: 0.4 };

/** @param {Pick<PlaneLayout, 'width'>} layout */
export const isSmall = ({ width }) => width <= SMALL.width;

/** Points grow a little with the plane, so that they can be seen from the back of a room. @param {PlaneLayout} layout */
export function pointRadius({ width }) {
  if (isSmall({ width })) return SMALL.radius;
  return RADIUS * Math.min(LARGEST_GROWTH, Math.max(1, width / RADIUS_AT_WIDTH));
}

/**
 * The mark of one target around (0, 0), for either task.
 * @param {PlaneScene['task']} task @param {number} target @param {number} radius
 */
export function markPath(task, target, radius) {
  const path = new Path2D();
  traceShape(path, task === 'classification' ? target : 0, 0, 0, radius);
  return path;
}

/**
 * Fill and edge of a mark.
 * @param {PlaneScene} scene @param {number} target @param {Colours} colours
 */
export function markColours({ task, targetScale }, target, colours) {
  if (task === 'classification') {
    const { mark, text } = colours.classes[target];
    return { fill: mark, edge: text };
  }
  const share = Math.max(LEAST_TARGET, Math.abs(target) / targetScale);
  return {
    fill: divergingColour(Math.sign(target) * share, colours),
    edge: target < 0 ? colours.negative : colours.positive,
  };
}

/**
 * One point around (0, 0): halo, fill, edge, and the bar that marks a negative target for those who can't see its hue.
 * @param {CanvasRenderingContext2D} context
 * @param {PlaneScene} scene
 * @param {{target: number, test: boolean}} point
 * @param {Path2D} shape its mark
 * @param {number} radius of the mark
 * @param {Colours} colours
 */
export function drawMark(context, scene, { target, test }, shape, radius, colours) {
  const { fill, edge } = markColours(scene, target, colours);
  const kind = test ? 'hollow' : 'filled';
  context.strokeStyle = colours.paper;
  const share = Math.min(1, radius / RADIUS);
  context.lineWidth = HALO[kind] * share;
  context.stroke(shape);
  context.fillStyle = test ? colours.paper : fill;
  context.fill(shape);
  context.strokeStyle = edge;
  context.lineWidth = EDGE[kind] * share;
  context.stroke(shape);
  if (scene.task === 'classification' || target >= 0) return;
  context.strokeStyle = test ? edge : colours.paper;
  context.lineWidth = radius * MINUS.width;
  context.beginPath();
  context.moveTo(-radius * MINUS.reach, 0);
  context.lineTo(radius * MINUS.reach, 0);
  context.stroke();
}

/** @param {CanvasRenderingContext2D} context @param {PlaneScene} scene @param {PlaneLayout} layout
 *  @param {number} radius @param {Colours} colours */
function drawLit(context, { points, lit }, layout, radius, colours) {
  if (!lit || lit.size === 0) return;
  context.fillStyle = colours.link;
  for (const { id, x1, x2 } of points) {
    if (!lit.has(id)) continue;
    context.beginPath();
    context.arc(toPixelX(layout, x1), toPixelY(layout, x2), radius * LIT, 0, 2 * Math.PI);
    context.fill();
  }
}

/**
 * Sets up what all points are drawn with, and how strongly each is.
 * @param {CanvasRenderingContext2D} context
 * @param {PlaneScene} scene
 * @param {PlaneLayout} layout
 * @param {Colours} colours
 * @param {(point: PlaneScene['points'][number], x: number, y: number) => void} draw
 */
export function eachPoint(context, scene, layout, colours, draw) {
  context.save();
  context.lineJoin = 'round';
  drawLit(context, scene, layout, pointRadius(layout), colours);
  if (scene.faded) context.globalAlpha = FADED;
  const strongest = context.globalAlpha;
  const held = scene.architecture?.held.length ? scene.architecture.held : null;
  const places = scene.architecture && held ? slicedPlaces(scene.architecture) : [];
  for (const point of scene.points) {
    if (held) context.globalAlpha = strongest * strengthOf(point, held, places, scene.reach);
    draw(point, toPixelX(layout, point.x1), toPixelY(layout, point.x2));
  }
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {PlaneScene} scene
 * @param {PlaneLayout} layout
 * @param {Colours} colours
 */
export function drawPoints(context, scene, layout, colours) {
  const radius = pointRadius(layout);
  const kinds = scene.task === 'classification' ? scene.classes : 1;
  const shapes = Array.from({ length: kinds }, (_, target) => markPath(scene.task, target, radius));
  eachPoint(context, scene, layout, colours, (point, x, y) => {
    context.translate(x, y);
    drawMark(context, scene, point, shapes[kinds === 1 ? 0 : point.target], radius, colours);
    context.translate(-x, -y);
  });
}
