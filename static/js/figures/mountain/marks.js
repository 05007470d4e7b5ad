/** @file What lies on the ground: ways with their steps, start, now and the lowest place, the way downhill and the next step. */

import { onGround } from './camera.js';
import { inShares, isOnLand } from './land.js';
import { drawLabels } from './labels.js';
import { partsOnLand } from './way.js';

/** @typedef {import('./land.js').Land} Land */
/** @typedef {import('./camera.js').View} View */
/** @typedef {import('./camera.js').Spot} Spot */
/** @typedef {import('../../ui/colours.js').Colours} Colours */
/** @typedef {import('./way.js').Stop} Stop */
/** @typedef {import('./labels.js').Box} Box */

/**
 * @typedef {object} Way
 * @property {readonly Stop[]} stops
 * @property {'back' | 'ink'} voice   the run's own, which every derivative has, or another's
 * @property {number[]} dash   tells ways of one voice apart
 * @property {string} label   at its end; empty where it needs none
 * @property {boolean} [isFaint]   it is yet to come
 */
/**
 * @typedef {object} Mark
 * @property {'start' | 'now' | 'lowest' | 'next' | 'chosen'} kind
 * @property {number} u
 * @property {number} v
 * @property {string} words   beside it; empty where it needs none
 */
/**
 * @typedef {object} Arrow   down the slope
 * @property {number} u
 * @property {number} v
 * @property {[number, number]} along   its direction on the square
 * @property {string} words
 */

const WAY = { line: 1.8, halo: 4.2, dot: 2.2 };
const MARK = { radius: 4.6, small: 3.2, edge: 1.7, halo: 3.4, triangle: 5.5 };
const FAINT = 0.4;
/** Of a way's places so many lie between two that labels keep clear of. */
const APART = 2;
/** Length in shares of the square, and of its head in pixels. */
const ARROW = { long: 0.13, line: 1.7, head: 7, halo: 4 };

/**
 * @param {CanvasRenderingContext2D} context @param {Land} land @param {View} view
 * @param {{ways: readonly Way[], marks: readonly Mark[], arrow: Arrow | null}} scene
 * @param {{width: number, height: number}} size @param {Colours} colours
 * @param {readonly Box[]} words   what axes have written already
 */
export function drawMarks(context, land, view, { ways, marks, arrow }, size, colours, words) {
  const seat = (/** @type {{u: number, v: number}} */ place) => onGround(view, land, inShares(land, place));
  /** @type {Box[]} */
  const taken = [...words];
  // No label lies on a way.
  /** @type {Map<Way, Spot | undefined>} */
  const ends = new Map();
  for (const way of ways) {
    const parts = drawWay(context, land, view, way, colours);
    ends.set(way, parts.at(-1)?.at(-1));
    for (const part of parts) {
      for (let at = 0; at < part.length; at += APART) taken.push({ left: part[at].x - 2, right: part[at].x + 2, top: part[at].y - 2, bottom: part[at].y + 2 });
    }
  }
  const take = (/** @type {Spot} */ { x, y }) => taken.push({ left: x - MARK.radius - 2, right: x + MARK.radius + 2, top: y - MARK.radius - 2, bottom: y + MARK.radius + 2 });
  const labels = [];
  const tip = arrow && isOnLand(land, arrow) ? drawArrow(context, land, view, arrow, colours) : null;
  for (const mark of [...marks].sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind))) {
    if (!isOnLand(land, mark)) continue;
    const spot = seat(mark);
    drawMark(context, mark.kind, spot, colours);
    take(spot);
    if (mark.words) labels.unshift({ words: mark.words, spot, ink: mark.kind === 'next' ? colours.back : colours.ink });
  }
  if (tip && arrow) {
    take(tip);
    labels.push({ words: arrow.words, spot: tip, ink: colours.back });
  }
  // A way that leaves the land has its name where it does.
  for (const way of ways) {
    const end = ends.get(way);
    if (way.label && end) labels.push({ words: way.label, spot: end, ink: way.voice === 'back' ? colours.ink : colours.ink2 });
  }
  drawLabels(context, labels, taken, size, colours.paper);
}

/** What is drawn later lies above. @type {Mark['kind'][]} */
const ORDER = ['lowest', 'start', 'next', 'chosen', 'now'];

/** @param {CanvasRenderingContext2D} context @param {Land} land @param {View} view @param {Way} way @param {Colours} colours */
function drawWay(context, land, view, { stops, voice, dash, isFaint }, { paper, back, ink }) {
  const parts = partsOnLand(land, stops).map((part) => part.map((place) => onGround(view, land, place)));
  const colour = voice === 'back' ? back : ink;
  context.save();
  context.globalAlpha = isFaint ? FAINT : 1;
  context.lineJoin = context.lineCap = 'round';
  for (const [style, width, dashes] of /** @type {const} */ ([[paper, WAY.halo, []], [colour, WAY.line, dash]])) {
    context.strokeStyle = style;
    context.lineWidth = width;
    context.setLineDash([...dashes]);
    for (const part of parts) {
      context.beginPath();
      for (const { x, y } of part) context.lineTo(x, y);
      context.stroke();
    }
  }
  context.setLineDash([]);
  context.fillStyle = colour;
  for (const stop of stops) {
    if (!stop.dot || !isOnLand(land, stop)) continue;
    const { x, y } = onGround(view, land, inShares(land, stop));
    context.beginPath();
    context.arc(x, y, WAY.dot, 0, 2 * Math.PI);
    context.fill();
  }
  context.restore();
  return parts;
}

/** @param {CanvasRenderingContext2D} context @param {Mark['kind']} kind @param {Spot} spot @param {Colours} colours */
function drawMark(context, kind, { x, y }, { paper, ink, back }) {
  context.beginPath();
  if (kind === 'lowest') {
    context.moveTo(x - MARK.triangle, y - 2 * MARK.triangle);
    context.lineTo(x + MARK.triangle, y - 2 * MARK.triangle);
    context.lineTo(x, y);
    context.closePath();
  } else {
    context.arc(x, y, kind === 'next' || kind === 'chosen' ? MARK.small : MARK.radius, 0, 2 * Math.PI);
  }
  const isHollow = kind === 'start' || kind === 'next';
  context.lineWidth = MARK.edge + MARK.halo;
  context.strokeStyle = paper;
  context.stroke();
  context.lineWidth = MARK.edge;
  context.strokeStyle = kind === 'next' ? back : ink;
  context.fillStyle = isHollow ? paper : ink;
  context.fill();
  context.stroke();
}

/** Along the ground; returns where its tip is. @param {CanvasRenderingContext2D} context @param {Land} land @param {View} view @param {Arrow} arrow @param {Colours} colours */
function drawArrow(context, land, view, { u, v, along }, { paper, back }) {
  const length = Math.hypot(...along);
  if (!(length > 0)) return null;
  const reach = 2 * land.half * ARROW.long;
  const end = { u: u + (along[0] / length) * reach, v: v + (along[1] / length) * reach };
  const part = partsOnLand(land, [{ u, v }, end])[0]?.map((place) => onGround(view, land, place)) ?? [];
  const tip = part.at(-1), before = part.at(-4) ?? part[0];
  if (!tip || !before || part.length < 2) return null;
  context.save();
  context.lineCap = context.lineJoin = 'round';
  for (const [style, width] of /** @type {const} */ ([[paper, ARROW.halo], [back, ARROW.line]])) {
    context.strokeStyle = style;
    context.lineWidth = width;
    context.beginPath();
    for (const { x, y } of part) context.lineTo(x, y);
    context.stroke();
  }
  const turn = Math.atan2(tip.y - before.y, tip.x - before.x);
  context.fillStyle = back;
  context.beginPath();
  for (const [forth, aside] of [[ARROW.head * 0.6, 0], [-ARROW.head * 0.6, ARROW.head * 0.5], [-ARROW.head * 0.6, -ARROW.head * 0.5]]) {
    context.lineTo(tip.x + Math.cos(turn) * forth - Math.sin(turn) * aside, tip.y + Math.sin(turn) * forth + Math.cos(turn) * aside);
  }
  context.closePath();
  context.fill();
  context.restore();
  return tip;
}
