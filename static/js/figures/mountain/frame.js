/** @file What stands round the ground: the cut faces on its near sides, the axes with ticks and names, and the scale of costs. */

import { formatNumber } from '../../ui/format.js';
import { sansFont } from '../fonts.js';
import { drawSymbol, symbolWidth } from '../network/symbols.js';
import { spotOf } from './camera.js';
import { overlap } from './labels.js';
import { countedAt, roundUp } from './land.js';

/** @typedef {import('./camera.js').View} View */
/** @typedef {import('./land.js').Land} Land */
/** @typedef {import('../../ui/colours.js').Colours} Colours */
/** @typedef {import('./labels.js').Box} Box */
/** @typedef {import('./camera.js').Spot} Spot */

/**
 * @typedef {object} AxisName
 * @property {import('../network/symbols.js').Symbol} [symbol]   of a parameter
 * @property {string} [words]   of a direction that is no single parameter
 * @property {string} [note]   in small letters below
 */

const LINE = { wall: 1, tick: 1 };
const AXIS = { size: 16, font: 11, tick: 5, gap: 4, below: 46, names: 12.5, line: 14 };
/** Ticks along an axis and on the scale of costs, about. */
const TICKS = { axis: 4, cost: 3 };
const MOST_TICKS = 6;

/** Round numbers within a range. @param {number} low @param {number} high @param {number} about */
export function ticksWithin(low, high, about) {
  const step = roundUp((high - low) / about);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.min(MOST_TICKS * 4, last - first + 1) }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

/** @param {number} value */
const tickText = (value) => (Math.abs(value) >= 1e5 || (value !== 0 && Math.abs(value) < 1e-3)
  ? formatNumber(value) : String(Number(value.toPrecision(6))).replace('-', '\u2212'));

/** The cut faces on the near sides, down to the lowest that is drawn. @param {CanvasRenderingContext2D} context @param {Land} land @param {View} view @param {Colours} colours */
export function drawWalls(context, { nodes, heights, bottom, top }, view, { raised, control }) {
  if (view.isFlat) return;
  const last = nodes - 1, { near } = view;
  const share = (/** @type {number} */ at) => (heights[at] - bottom) / (top - bottom);
  const faces = [
    Array.from({ length: nodes }, (_, at) => ({ x: at / last, y: near.row, height: share(near.row * last * nodes + at) })),
    Array.from({ length: nodes }, (_, at) => ({ x: near.column, y: at / last, height: share(at * nodes + near.column * last) })),
  ];
  context.fillStyle = raised;
  context.strokeStyle = control;
  context.lineWidth = LINE.wall;
  context.lineJoin = 'round';
  for (const face of faces) {
    context.beginPath();
    for (const { x, y, height } of [...face, { ...face[last], height: 0 }, { ...face[0], height: 0 }]) {
      const spot = spotOf(view, x, y, height);
      context.lineTo(spot.x, spot.y);
    }
    context.closePath();
    context.fill();
    context.stroke();
  }
}

/**
 * Names first: a tick whose number has no room beside them, or beside another's, goes without.
 * @param {CanvasRenderingContext2D} context @param {Land} land @param {View} view @param {readonly [AxisName, AxisName]} names @param {Colours} colours
 * @returns {Box[]}   what the words take up
 */
export function drawAxes(context, land, view, names, colours) {
  /** @type {Box[]} */
  const taken = [];
  context.lineWidth = LINE.tick;
  if (!view.isFlat) drawScale(context, land, view, colours, taken);
  const axes = [axisOf(view, 0), axisOf(view, 1)];
  axes.forEach((axis, which) => drawName(context, view, axis, names[which], colours, taken));
  for (const axis of axes) drawTicks(context, land, axis, colours, taken);
  return taken;
}

/**
 * @typedef {object} Axis
 * @property {0 | 1} which
 * @property {(along: number) => Spot} place   from its beginning, 0, to its end, 1
 * @property {Spot} away   from the ground, a pixel long
 * @property {'left' | 'right' | 'center'} align   of words beside it
 */

/** @param {View} view @param {0 | 1} which @returns {Axis} */
function axisOf(view, which) {
  const side = which === 0 ? view.near.row : view.near.column;
  const place = (/** @type {number} */ along, off = 0) => {
    const out = side === 0 ? -off : 1 + off;
    return which === 0 ? spotOf(view, along, out, 0) : spotOf(view, out, along, 0);
  };
  const [from, to] = [place(0.5), place(0.5, 1)];
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const away = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  return { which, place, away, align: away.x < -0.3 ? 'right' : away.x > 0.3 ? 'left' : 'center' };
}

/** @param {CanvasRenderingContext2D} context @param {Land} land @param {Axis} axis @param {Colours} colours @param {Box[]} taken */
function drawTicks(context, { centre, half }, { which, place, away, align }, { ink3, control }, taken) {
  context.font = sansFont(AXIS.font, 400);
  context.textBaseline = 'middle';
  context.textAlign = align;
  context.strokeStyle = control;
  context.fillStyle = ink3;
  const isBelow = align === 'center';
  const off = AXIS.tick + AXIS.gap + (isBelow ? AXIS.font / 2 : 0);
  for (const value of ticksWithin(centre[which] - half, centre[which] + half, TICKS.axis)) {
    const spot = place((value - centre[which] + half) / (2 * half));
    context.beginPath();
    context.moveTo(spot.x, spot.y);
    context.lineTo(spot.x + away.x * AXIS.tick, spot.y + away.y * AXIS.tick);
    context.stroke();
    write(context, tickText(value), { x: spot.x + away.x * off, y: spot.y + away.y * off + (isBelow ? 0 : AXIS.font / 3) }, taken);
  }
}

/** Words where they have room. @param {CanvasRenderingContext2D} context @param {string} words @param {Spot} spot @param {Box[]} taken */
function write(context, words, { x, y }, taken) {
  const box = boxOf(context, x, y, context.measureText(words).width, AXIS.font);
  if (taken.some((other) => overlap(box, other))) return;
  taken.push(box);
  context.fillText(words, x, y);
}

/** What a line of words takes up. @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} width @param {number} height @returns {Box} */
function boxOf({ textAlign }, x, y, width, height) {
  const left = x - { left: 0, right: width, center: width / 2 }[/** @type {'left'} */ (textAlign)];
  return { left, right: left + width, top: y - height / 2, bottom: y + height / 2 };
}

/** @param {CanvasRenderingContext2D} context @param {View} view @param {Axis} axis @param {AxisName} name @param {Colours} colours @param {Box[]} taken */
function drawName(context, view, { which, place, away, align }, name, colours, taken) {
  const middle = place(0.5);
  if (view.isFlat && which === 1 && !name.symbol) {
    nameUpwards(context, name, { x: AXIS.line, y: middle.y }, colours);
    return;
  }
  const off = AXIS.tick + AXIS.gap + (view.isFlat ? AXIS.font + AXIS.line : AXIS.font / 2);
  // Below the ticks beside it, where the ground leaves room.
  const below = view.isFlat || align === 'center' ? 0 : AXIS.below;
  nameAxis(context, name, { x: middle.x + away.x * off, y: middle.y + away.y * off + below }, align, colours, taken);
}

/** @param {CanvasRenderingContext2D} context @param {AxisName} name @param {Spot} spot @param {Axis['align']} align
 *  @param {Pick<Colours, 'ink' | 'ink2' | 'ink3'>} colours @param {Box[]} taken */
function nameAxis(context, { symbol, words, note }, { x, y: wished }, align, { ink, ink2, ink3 }, taken) {
  const { a, d } = context.getTransform();
  const width = context.canvas.width / a;
  const y = Math.min(wished, context.canvas.height / d - AXIS.font - (note ? AXIS.line : 0));
  const span = symbol ? symbolWidth(context, symbol, AXIS.size) : widthOf(context, [words ?? '', note ?? '']);
  // Within the picture, however far out the axis is.
  const least = align === 'right' ? span + AXIS.gap : align === 'left' ? AXIS.gap : span / 2 + AXIS.gap;
  const most = width - (align === 'right' ? AXIS.gap : align === 'left' ? span + AXIS.gap : span / 2 + AXIS.gap);
  const at = Math.max(least, Math.min(most, x));
  context.fillStyle = ink;
  if (symbol) drawSymbol(context, symbol, at, y + AXIS.size / 3, AXIS.size, { align });
  context.textAlign = align;
  context.textBaseline = 'middle';
  const box = boxOf(context, at, y, span, AXIS.line);
  taken.push(note ? { ...box, bottom: box.bottom + AXIS.line } : box);
  if (words) {
    context.fillStyle = ink2;
    context.font = sansFont(AXIS.names, 400);
    context.fillText(words, at, y);
  }
  if (!note) return;
  context.fillStyle = ink3;
  context.font = sansFont(AXIS.font, 400);
  context.fillText(note, at, y + AXIS.line);
}

/** Along the map's left side. @param {CanvasRenderingContext2D} context @param {AxisName} name @param {Spot} spot @param {Pick<Colours, 'ink2'>} colours */
function nameUpwards(context, { words = '' }, { x, y }, { ink2 }) {
  context.save();
  context.translate(x, y);
  context.rotate(-Math.PI / 2);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = ink2;
  context.font = sansFont(AXIS.names, 400);
  context.fillText(words, 0, 0);
  context.restore();
}

/** @param {CanvasRenderingContext2D} context @param {string[]} lines */
function widthOf(context, lines) {
  context.font = sansFont(AXIS.names, 400);
  return Math.max(...lines.map((line) => context.measureText(line).width));
}

/** The leftmost corner, where the scale of costs stands. @param {View} view */
function footOfScale(view) {
  const corners = [[0, 0], [0, 1], [1, 0], [1, 1]].map((at) => ({ at, ...spotOf(view, at[0], at[1], 0) }));
  return corners.reduce((left, corner) => (corner.x < left.x ? corner : left));
}

/** The cost at the leftmost corner. @param {CanvasRenderingContext2D} context @param {Land} land @param {View} view @param {Colours} colours @param {Box[]} taken */
function drawScale(context, land, view, { ink2, ink3, control }, taken) {
  const { bottom, top } = land;
  const { at: [x, y], ...foot } = footOfScale(view);
  const head = spotOf(view, x, y, 1);
  context.strokeStyle = control;
  context.beginPath();
  context.moveTo(foot.x, foot.y);
  context.lineTo(head.x, head.y);
  context.stroke();
  context.font = sansFont(AXIS.font, 400);
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const cost of costTicks(land)) {
    const spot = spotOf(view, x, y, (countedAt(land, cost) - bottom) / (top - bottom));
    context.beginPath();
    context.moveTo(spot.x - AXIS.tick, spot.y);
    context.lineTo(spot.x, spot.y);
    context.stroke();
    context.fillStyle = ink3;
    write(context, tickText(cost), { x: spot.x - AXIS.tick - AXIS.gap / 2, y: spot.y }, taken);
  }
  context.fillStyle = ink2;
  context.textAlign = 'left';
  write(context, 'cost', { x: Math.max(AXIS.gap, head.x - AXIS.line), y: head.y - AXIS.line }, taken);
}

/** Costs that the scale names. @param {Land} land */
export function costTicks({ scale, bottom, top, spacing }) {
  if (scale === 'linear') return ticksWithin(bottom * spacing, top * spacing, TICKS.cost);
  const powers = ticksWithin(bottom / spacing, top / spacing, 2 * TICKS.cost).filter(Number.isInteger);
  const every = Math.ceil(powers.length / TICKS.cost);
  return powers.length > 0 ? powers.filter((_, at) => at % every === 0).map((power) => 10 ** power)
    : [10 ** (bottom / spacing), 10 ** (top / spacing)].map((cost) => Number(cost.toPrecision(2)));
}

/** Where a map's corners are, for its frame. @param {CanvasRenderingContext2D} context @param {View} view @param {Colours} colours */
export function drawMapFrame(context, view, { control }) {
  const low = spotOf(view, 0, 0, 0), high = spotOf(view, 1, 1, 0);
  context.strokeStyle = control;
  context.lineWidth = LINE.wall;
  context.strokeRect(low.x, high.y, high.x - low.x, low.y - high.y);
}

