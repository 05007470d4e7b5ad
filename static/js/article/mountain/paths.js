/** @file Draws a way down: its line, its start and its end, on the mountain and on the map alike. */

import { sansFont } from '../../figures/fonts.js';
import { formatNumber } from '../../ui/format.js';

/** @typedef {import('../../ui/colours.js').Colours} Colours */
/** @typedef {{x: number, y: number}} Spot   in CSS pixels */
/** @typedef {{from: number, to: number, y: number}} Label   where a label stands, in CSS pixels */

/**
 * @typedef {Object} DrawnPath
 * @property {readonly import('./descent.js').Stop[]} stops
 * @property {string} label    at its end; empty where it is the only one
 * @property {number[]} dash   tells methods apart
 * @property {boolean} out     whether its last stop lies off the map
 */

const LINE = { path: 2.2, halo: 4.4 };
const MARK = { radius: 4.5, edge: 1.6, away: 9, font: 12, line: 15, edgeOfBox: 4, halo: 4 };

/**
 * All paths, given as parts in the picture; marks and labels lie above every line.
 * @param {CanvasRenderingContext2D} context
 * @param {readonly {path: DrawnPath, parts: readonly Spot[][]}[]} drawn
 * @param {{width: number, height: number}} size
 * @param {Colours} colours
 */
export function drawPaths(context, drawn, size, colours) {
  for (const { path, parts } of drawn) strokePath(context, parts, path, colours);
  /** @type {Label[]} */
  const labels = [];
  for (const { path, parts } of drawn) drawEnds(context, parts, path, size, colours, labels);
}

/** @param {CanvasRenderingContext2D} context @param {readonly Spot[][]} parts @param {DrawnPath} path @param {Colours} colours */
function strokePath(context, parts, { dash }, { paper, back }) {
  context.save();
  context.lineJoin = context.lineCap = 'round';
  for (const [style, width] of /** @type {const} */ ([[paper, LINE.halo], [back, LINE.path]])) {
    context.strokeStyle = style;
    context.lineWidth = width;
    context.setLineDash(style === back ? dash : []);
    for (const part of parts) {
      context.beginPath();
      for (const { x, y } of part) context.lineTo(x, y);
      context.stroke();
    }
  }
  context.restore();
}

/** @param {CanvasRenderingContext2D} context @param {readonly Spot[][]} parts @param {DrawnPath} path
 *  @param {{width: number, height: number}} size @param {Colours} colours @param {Label[]} labels   those that stand already */
function drawEnds(context, parts, { stops, label, out }, { width }, { paper, ink, back }, labels) {
  const spots = parts.flat();
  if (spots.length === 0) return;
  const [start, end] = [spots[0], spots[spots.length - 1]];
  context.save();
  context.lineWidth = MARK.edge;
  for (const [{ x, y }, fill] of /** @type {const} */ ([[start, paper], [end, out ? paper : ink]])) {
    context.beginPath();
    context.arc(x, y, MARK.radius, 0, 2 * Math.PI);
    context.fillStyle = fill;
    context.strokeStyle = fill === paper && end.x === x && end.y === y && out ? back : ink;
    context.fill();
    context.stroke();
  }
  context.font = sansFont(MARK.font, 560);
  const words = `${label ? `${label} ` : ''}${out ? 'leaves' : formatNumber(stops[stops.length - 1].cost)}`;
  const span = context.measureText(words).width;
  const right = labelOnTheRight(spots, end, MARK.away + span, width - MARK.edgeOfBox);
  context.textBaseline = 'middle';
  context.textAlign = right ? 'left' : 'right';
  context.lineWidth = MARK.halo;
  context.lineJoin = 'round';
  context.strokeStyle = paper;
  context.fillStyle = ink;
  const x = end.x + (right ? MARK.away : -MARK.away);
  const from = right ? x : x - span;
  let y = end.y;
  while (labels.some((other) => from < other.to && other.from < from + span && Math.abs(other.y - y) < MARK.line)) y += MARK.line;
  labels.push({ from, to: from + span, y });
  context.strokeText(words, x, y);
  context.fillText(words, x, y);
  context.restore();
}

/**
 * Whether a label fits better to the right of the path's end: not out of the picture, and not on its own line.
 * @param {readonly Spot[]} spots @param {Spot} end @param {number} reach   as far as the label goes @param {number} edge
 */
function labelOnTheRight(spots, end, reach, edge) {
  const lineOn = (/** @type {number} */ side) =>
    spots.some(({ x, y }) => (x - end.x) * side > MARK.away && (x - end.x) * side < reach && Math.abs(y - end.y) < MARK.line / 2);
  if (end.x + reach > edge) return false;
  return end.x - reach < MARK.edgeOfBox || !lineOn(1) || lineOn(-1);
}
