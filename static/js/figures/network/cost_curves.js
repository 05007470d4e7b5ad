/** @file The thin lines from the outputs to the cost. */

import { outputLabelWidth } from './marks.js';

/** @typedef {import('../../ui/colours.js').Colours} Colours */
/** @typedef {import('./layout.js').NetworkLayout} NetworkLayout */
/** @typedef {import('./scene.js').NetworkScene} NetworkScene */

const COST_CURVE = { width: 1, clearance: 4, handle: 0.5 };

/** Behind the outputs' numbers. @param {NetworkScene} scene @param {NetworkLayout} layout */
export function costCurvesStart(scene, layout) {
  const { columns, tile } = layout;
  return columns[columns.length - 1] + tile / 2 + outputLabelWidth(scene, layout) + COST_CURVE.clearance;
}

/** @param {CanvasRenderingContext2D} context @param {NetworkScene} scene @param {NetworkLayout} layout
 *  @param {Colours} colours */
export function drawCostCurves(context, scene, layout, colours) {
  const { neurons, costX, costRadius, middle } = layout;
  if (costX === null) return;
  const from = costCurvesStart(scene, layout);
  const to = costX - costRadius - COST_CURVE.clearance;
  if (from >= to) return;
  const handle = from + (to - from) * COST_CURVE.handle;
  context.strokeStyle = colours.line;
  context.lineWidth = COST_CURVE.width;
  context.beginPath();
  for (const { y } of neurons[neurons.length - 1]) {
    context.moveTo(from, y);
    context.bezierCurveTo(handle, y, handle, middle, to, middle);
  }
  context.stroke();
}
