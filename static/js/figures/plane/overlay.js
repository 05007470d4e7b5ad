/**
 * Draws what lies over the points: rings of the wrong ones and the chosen one, the axes' numbers, the ghost under the cursor,
 * the crosshair.
 */

import { NUMBER_SIZE, sansFont } from '../fonts.js';
import { drawTickNumbers } from './axes.js';
import { toPixelX, toPixelY } from './geometry.js';
import { placeText } from './name.js';
import { drawMark, isSmall, markColours, markPath, pointRadius } from './points.js';

/** @typedef {import('../../ui/colours.js').Colours} Colours */
/** @typedef {import('./geometry.js').PlaneLayout} PlaneLayout */
/** @typedef {import('./geometry.js').Place} Place */
/** @typedef {import('./scene.js').PlaneScene} PlaneScene */

const WRONG = { beyond: 4.4, width: 1.3 };
/** Of a residual, in CSS pixels; `ofScale` is the length of one as large as the scale of the targets. */
const STICK = { ofScale: 40, most: 60, least: 1.5, foot: 2, width: 1.3, halo: 3 };
const CHOSEN = { radius: 12, width: 2.2, halo: 6, mark: 6, small: 0.65 };
const GHOST = { radius: 7, opacity: 0.35, edge: 1.5, dash: [3, 2] };
const CROSSHAIR = { from: 9, to: 17, width: 1.2 };
/** Where an empty plane shows that it can be clicked. */
const INVITATION = { x1: 0, x2: 1 };
const LABEL = { below: 32, above: 24, halo: 4, margin: 34 };

/** @param {CanvasRenderingContext2D} context @param {PlaneScene} scene @param {ReadonlySet<number>} wrong
 *  @param {PlaneLayout} layout @param {Colours} colours */
function drawWrong(context, scene, wrong, layout, colours) {
  if (wrong.size === 0 || isSmall(layout)) return;
  const radius = pointRadius(layout) + WRONG.beyond;
  context.strokeStyle = colours.ink;
  context.lineWidth = WRONG.width;
  context.beginPath();
  for (const { id, x1, x2 } of scene.points) {
    if (!wrong.has(id)) continue;
    const x = toPixelX(layout, x1);
    const y = toPixelY(layout, x2);
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
  }
  context.stroke();
}

/**
 * In regression a stick at each point says by how much the answer is off: up where it is too high, down where it is too low.
 * @param {CanvasRenderingContext2D} context @param {PlaneScene} scene @param {ReadonlyMap<number, number>} residuals
 * @param {PlaneLayout} layout @param {Colours} colours
 */
function drawResiduals(context, scene, residuals, layout, colours) {
  if (residuals.size === 0 || scene.task !== 'regression') return;
  const radius = pointRadius(layout);
  context.beginPath();
  for (const { id, x1, x2 } of scene.points) {
    const residual = residuals.get(id) ?? 0;
    const length = stickLength(residual, scene.targetScale);
    if (length === 0) continue;
    const [x, y, way] = [toPixelX(layout, x1), toPixelY(layout, x2), residual > 0 ? -1 : 1];
    context.moveTo(x, y + way * radius);
    context.lineTo(x, y + way * (radius + length));
    context.moveTo(x - STICK.foot, y + way * (radius + length));
    context.lineTo(x + STICK.foot, y + way * (radius + length));
  }
  for (const [colour, width] of /** @type {Array<[string, number]>} */ ([[colours.paper, STICK.halo], [colours.ink, STICK.width]])) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
}

/**
 * How long the stick of a residual is, in CSS pixels; none where it could not be seen.
 * @param {number} residual @param {number} scale that of the targets
 */
export function stickLength(residual, scale) {
  const length = Math.min(STICK.most, (Math.abs(residual) / scale) * STICK.ofScale);
  return length >= STICK.least ? length : 0;
}

/** @param {CanvasRenderingContext2D} context @param {PlaneScene} scene @param {PlaneLayout} layout
 *  @param {Colours} colours */
function drawRinged(context, scene, layout, colours) {
  for (const point of scene.points) {
    if (point.id === scene.chosen || point.id === scene.ringed) drawRing(context, scene, point, layout, colours);
  }
}

/** @param {CanvasRenderingContext2D} context @param {PlaneScene} scene @param {import('./scene.js').Point} point
 *  @param {PlaneLayout} layout @param {Colours} colours */
function drawRing(context, scene, point, layout, colours) {
  context.save();
  context.translate(toPixelX(layout, point.x1), toPixelY(layout, point.x2));
  if (isSmall(layout)) context.scale(CHOSEN.small, CHOSEN.small);
  context.beginPath();
  context.arc(0, 0, CHOSEN.radius, 0, 2 * Math.PI);
  context.strokeStyle = colours.paper;
  context.lineWidth = CHOSEN.halo;
  context.stroke();
  context.strokeStyle = colours.ink;
  context.lineWidth = CHOSEN.width;
  context.stroke();
  drawMark(context, scene, point, markPath(scene.task, point.target, CHOSEN.mark), CHOSEN.mark, colours);
  context.restore();
}

/** @param {CanvasRenderingContext2D} context @param {Colours} colours */
function drawCrosshair(context, colours) {
  const { from, to } = CROSSHAIR;
  context.strokeStyle = colours.ink;
  context.lineWidth = CROSSHAIR.width;
  context.beginPath();
  for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
    context.moveTo(dx * from, dy * from);
    context.lineTo(dx * to, dy * to);
  }
  context.stroke();
}

/** @param {CanvasRenderingContext2D} context @param {PlaneScene} scene @param {Colours} colours */
function drawGhost(context, scene, colours) {
  if (!scene.brush || scene.shut) return;
  const mark = markPath(scene.task, scene.brush.target, GHOST.radius);
  const { fill, edge } = markColours(scene, scene.brush.target, colours);
  context.save();
  if (!scene.brush.test) {
    context.globalAlpha = GHOST.opacity;
    context.fillStyle = fill;
    context.fill(mark);
    context.globalAlpha = 1;
  }
  context.setLineDash(GHOST.dash);
  context.strokeStyle = edge;
  context.lineWidth = GHOST.edge;
  context.stroke(mark);
  context.restore();
}

/** @param {CanvasRenderingContext2D} context @param {string} text of the place @param {Place} place
 *  @param {PlaneLayout} layout @param {Colours} colours */
function drawCoordinates(context, text, place, layout, colours) {
  const x = toPixelX(layout, place.x1);
  const y = toPixelY(layout, place.x2);
  context.font = sansFont(NUMBER_SIZE);
  const margin = Math.max(LABEL.margin, context.measureText(text).width / 2 + LABEL.halo);
  const within = Math.min(layout.width - margin, Math.max(margin, x)) - x;
  const dy = y + LABEL.below + NUMBER_SIZE > layout.height ? -LABEL.above : LABEL.below;
  context.textAlign = 'center';
  context.lineJoin = 'round';
  context.lineWidth = LABEL.halo;
  context.strokeStyle = colours.paper;
  context.strokeText(text, within, dy);
  context.fillStyle = colours.ink;
  context.fillText(text, within, dy);
}

/**
 * @typedef {object} Pointing what the pointer and the keyboard point at
 * @property {Place | null} ghost where a click would add
 * @property {Place | null} crosshair the keyboard's place, while the plane has the focus
 */

/**
 * @param {CanvasRenderingContext2D} context
 * @param {PlaneScene} scene
 * @param {{wrong: ReadonlySet<number>, residuals: ReadonlyMap<number, number>}} judged ids of the points classified wrong, and in
 *   regression how far off it is at each
 * @param {Pointing} pointing
 * @param {PlaneLayout} layout
 * @param {Colours} colours
 */
export function drawOverlay(context, scene, { wrong, residuals }, pointing, layout, colours) {
  // What the whole network makes of a point says nothing of one neuron.
  if (!scene.showNeuron) {
    drawWrong(context, scene, wrong, layout, colours);
    drawResiduals(context, scene, residuals, layout, colours);
  }
  drawTickNumbers(context, layout, colours, scene);
  drawRinged(context, scene, layout, colours);
  const pointed = pointing.crosshair ?? pointing.ghost;
  const place = pointed ?? (scene.points.length === 0 && scene.brush ? INVITATION : null);
  if (!place) return;
  context.save();
  context.translate(toPixelX(layout, place.x1), toPixelY(layout, place.x2));
  drawGhost(context, scene, colours);
  drawCrosshair(context, colours);
  if (pointed) drawCoordinates(context, placeText(place, scene.naming), place, layout, colours);
  context.restore();
}
