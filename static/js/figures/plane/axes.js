/**
 * Draws the plane's axes: ticks and names beneath the points, numbers over them, as a number that is half covered can't be read.
 */

import { formatNumber } from '../../ui/format.js';
import { TICK_SIZE, sansFont } from '../fonts.js';
import { NAME, axisNames } from './axis_names.js';
import { ticks, toPixelX, toPixelY } from './geometry.js';
import { isSmall, pointRadius } from './points.js';

/** @typedef {import('../../ui/colours.js').Colours} Colours */
/** @typedef {import('./geometry.js').PlaneLayout} PlaneLayout */
/** @typedef {import('./scene.js').PlaneScene} PlaneScene */

const TICK = { length: 5, inset: 9, opacity: 0.35, textOpacity: 0.92, halo: 3 };

/** @typedef {Partial<Pick<PlaneScene, 'naming' | 'points' | 'showNeuron'>>} AxisScene   names keep clear of its points */

/** Whole numbers beside both axes. @param {number} extent */
export function wholeTicks(extent) {
  const both = ticks(extent).map((at) => ({ at, text: formatNumber(at, 0) }));
  return { x1: both, x2: both };
}

/** Those of the table that the points are from, else whole numbers. @param {PlaneLayout} layout @param {AxisScene} scene */
const ticksOf = ({ extent }, { naming }) => naming?.ticks?.(extent) ?? wholeTicks(extent);

/** @param {CanvasRenderingContext2D} context @param {PlaneLayout} layout @param {Colours} colours @param {AxisScene} scene */
function drawAxisNames(context, layout, colours, { naming, points = [], showNeuron }) {
  if (!naming?.ticks) return;
  context.font = sansFont(NAME.size, NAME.weight);
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  context.globalAlpha = NAME.opacity;
  context.lineWidth = NAME.halo;
  context.lineJoin = 'round';
  context.strokeStyle = colours.paper;
  const widthOf = (/** @type {string} */ text) => context.measureText(text).width;
  const shown = { axes: naming.axes, points, radius: pointRadius(layout), isBesideName: showNeuron !== null && showNeuron !== undefined };
  for (const { text, x, y, most } of axisNames(layout, shown, widthOf)) {
    context.strokeText(text, x, y, most);
    context.fillText(text, x, y, most);
  }
}

/**
 * What lies beneath the points.
 * @param {CanvasRenderingContext2D} context @param {PlaneLayout} layout @param {Colours} colours @param {AxisScene} scene
 */
export function drawAxes(context, layout, colours, scene) {
  if (isSmall(layout)) return;
  const marks = ticksOf(layout, scene);
  context.save();
  context.fillStyle = context.strokeStyle = colours.ink;
  context.lineWidth = 1;
  context.globalAlpha = TICK.opacity;
  context.beginPath();
  for (const { at } of marks.x1) {
    const x = toPixelX(layout, at);
    context.moveTo(x, layout.height);
    context.lineTo(x, layout.height - TICK.length);
  }
  for (const { at } of marks.x2) {
    const y = toPixelY(layout, at);
    context.moveTo(0, y);
    context.lineTo(TICK.length, y);
  }
  context.stroke();
  drawAxisNames(context, layout, colours, scene);
  context.restore();
}

/**
 * What lies over points and what is drawn at them: each number on a halo of paper, since its ground may be as dark as the ink.
 * @param {CanvasRenderingContext2D} context @param {PlaneLayout} layout @param {Colours} colours @param {AxisScene} scene
 */
export function drawTickNumbers(context, layout, colours, scene) {
  if (isSmall(layout)) return;
  const marks = ticksOf(layout, scene);
  context.save();
  context.fillStyle = colours.ink;
  context.strokeStyle = colours.paper;
  context.font = sansFont(TICK_SIZE);
  context.lineWidth = TICK.halo;
  context.lineJoin = 'round';
  const write = (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) => {
    context.globalAlpha = 1;
    context.strokeText(text, x, y);
    context.globalAlpha = TICK.textOpacity;
    context.fillText(text, x, y);
  };
  context.textAlign = 'center';
  for (const { at, text } of marks.x1) write(text, toPixelX(layout, at), layout.height - TICK.inset);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const { at, text } of marks.x2) write(text, TICK.inset, toPixelY(layout, at));
  context.restore();
}
