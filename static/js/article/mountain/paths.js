/** @file Draws a way down: its line, its steps, its start and its end, on the mountain and on the map alike. */

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

const LINE = { path: 1.8, halo: 4.4, step: 2.4, smallStep: 1.5 };
const MARK = { radius: 4.5, edge: 1.6, away: 9, font: 12, line: 15, edgeOfBox: 4, halo: 4, cross: 4, small: 11 };

/**
 * All paths, given as parts in the picture, with their stops; marks and labels lie above every line, the lowest place's too.
 * @param {CanvasRenderingContext2D} context
 * @param {readonly {path: DrawnPath, parts: readonly Spot[][], stops: readonly Spot[]}[]} drawn
 * @param {{width: number, height: number}} size
 * @param {Colours} colours
 * @param {{spot: Spot, cost: number}} lowest
 */
export function drawPaths(context, drawn, size, colours, lowest) {
  const step = drawn.length > 1 ? LINE.smallStep : LINE.step;
  for (const { path, parts, stops } of drawn) strokePath(context, parts, stops, path, step, colours);
  const labels = [drawLowest(context, lowest.spot, lowest.cost, colours)];
  // No label lies over another path's end.
  for (const { parts } of drawn) {
    const end = parts.flat().at(-1);
    if (end) labels.push({ from: end.x - MARK.radius, to: end.x + MARK.radius, y: end.y });
  }
  for (const { path, parts } of drawn) drawEnd(context, parts, path, size, colours, labels);
  const [first] = drawn;
  if (first) drawStart(context, first, size, colours, labels);
}

/** A cross where the lowest place is; returns where its label stands. @param {CanvasRenderingContext2D} context @param {Spot} spot @param {number} cost @param {Colours} colours */
function drawLowest(context, { x, y }, cost, { paper, ink }) {
  context.save();
  for (const [style, width] of /** @type {const} */ ([[paper, MARK.halo], [ink, MARK.edge]])) {
    context.strokeStyle = style;
    context.lineWidth = width;
    context.beginPath();
    for (const side of [-1, 1]) {
      context.moveTo(x - MARK.cross, y - side * MARK.cross);
      context.lineTo(x + MARK.cross, y + side * MARK.cross);
    }
    context.stroke();
  }
  context.font = sansFont(MARK.small, 400);
  context.textAlign = 'center';
  context.textBaseline = 'top';
  const words = `lowest ${formatNumber(cost)}`;
  writeOnHalo(context, words, x, y + MARK.away, paper, ink);
  const half = context.measureText(words).width / 2;
  context.restore();
  return { from: x - half, to: x + half, y: y + MARK.away + MARK.small / 2 };
}

/** @param {CanvasRenderingContext2D} context @param {string} words @param {number} x @param {number} y @param {string} paper @param {string} ink */
function writeOnHalo(context, words, x, y, paper, ink) {
  context.lineWidth = MARK.halo;
  context.lineJoin = 'round';
  context.strokeStyle = paper;
  context.fillStyle = ink;
  context.strokeText(words, x, y);
  context.fillText(words, x, y);
}

/** @param {CanvasRenderingContext2D} context @param {readonly Spot[][]} parts @param {readonly Spot[]} stops @param {DrawnPath} path
 *  @param {number} step   radius of a step's dot @param {Colours} colours */
function strokePath(context, parts, stops, { dash }, step, { paper, back }) {
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
  context.setLineDash([]);
  context.fillStyle = back;
  for (const { x, y } of stops) {
    context.beginPath();
    context.arc(x, y, step, 0, 2 * Math.PI);
    context.fill();
  }
  context.restore();
}

/** @param {CanvasRenderingContext2D} context @param {Spot} spot @param {string} fill @param {string} edge */
function drawMark(context, { x, y }, fill, edge) {
  context.lineWidth = MARK.edge;
  context.beginPath();
  context.arc(x, y, MARK.radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.strokeStyle = edge;
  context.fill();
  context.stroke();
}

/** The start, which all paths share, with its cost. @param {CanvasRenderingContext2D} context @param {{path: DrawnPath, parts: readonly Spot[][]}} drawn
 *  @param {{width: number, height: number}} size @param {Colours} colours @param {Label[]} labels */
function drawStart(context, { path: { stops }, parts }, size, { paper, ink }, labels) {
  const spots = parts.flat();
  if (spots.length === 0) return;
  drawMark(context, spots[0], paper, ink);
  if (stops.length > 1) placeLabel(context, `start ${formatNumber(stops[0].cost)}`, spots[0], spots, size, { paper, ink }, labels);
}

/** @param {CanvasRenderingContext2D} context @param {readonly Spot[][]} parts @param {DrawnPath} path
 *  @param {{width: number, height: number}} size @param {Colours} colours @param {Label[]} labels   those that stand already */
function drawEnd(context, parts, { stops, label, out }, size, { paper, ink, back }, labels) {
  const spots = parts.flat();
  if (spots.length === 0) return;
  const end = spots[spots.length - 1];
  drawMark(context, end, out ? paper : ink, out ? back : ink);
  const cost = formatNumber(stops[stops.length - 1].cost);
  const name = label || (stops.length === 1 ? 'start' : 'now');
  placeLabel(context, out ? `${label} leaves`.trim() : `${name} ${cost}`, end, spots, size, { paper, ink }, labels);
}

/**
 * Words beside a mark, on the side where there is room, or above it; below those that stand already.
 * @param {CanvasRenderingContext2D} context @param {string} words @param {Spot} spot @param {readonly Spot[]} spots   of the path
 * @param {{width: number}} size @param {{paper: string, ink: string}} colours @param {Label[]} labels
 */
function placeLabel(context, words, spot, spots, { width }, { paper, ink }, labels) {
  context.save();
  context.font = sansFont(MARK.font, 560);
  const span = context.measureText(words).width;
  const side = sideOfLabel(spots, spot, MARK.away + span, width - MARK.edgeOfBox);
  context.textBaseline = 'middle';
  const from = side === 0 ? Math.min(spot.x - span / 2, width - MARK.edgeOfBox - span) : spot.x + side * MARK.away - (side < 0 ? span : 0);
  let y = side === 0 ? spot.y - MARK.line : spot.y;
  while (labels.some((other) => from < other.to && other.from < from + span && Math.abs(other.y - y) < MARK.line)) y += MARK.line;
  labels.push({ from, to: from + span, y });
  writeOnHalo(context, words, from, y, paper, ink);
  context.restore();
}

/**
 * On which side of a mark a label has room, 1 for right and −1 for left: not out of the picture, and not on the mark's own path; else 0.
 * @param {readonly Spot[]} spots @param {Spot} mark @param {number} reach   as far as the label goes @param {number} edge
 */
function sideOfLabel(spots, mark, reach, edge) {
  const isFree = (/** @type {number} */ side) =>
    !spots.some(({ x, y }) => (x - mark.x) * side > MARK.away && (x - mark.x) * side < reach && Math.abs(y - mark.y) < MARK.line / 2);
  if (mark.x + reach <= edge && isFree(1)) return 1;
  return mark.x - reach >= MARK.edgeOfBox && isFree(-1) ? -1 : 0;
}
