/** @file What stands round the ground: the cut faces on its near sides, the axes with ticks and names, and the scale of costs. */

import { formatNumber } from '../../ui/format.js';
import { sansFont } from '../fonts.js';
import { drawSymbol, symbolWidth } from '../network/symbols.js';
import { spotOf } from './camera.js';
import { countedAt, roundUp } from './land.js';

/** @typedef {import('./camera.js').View} View */
/** @typedef {import('./land.js').Land} Land */
/** @typedef {import('../../ui/colours.js').Colours} Colours */

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

/** @param {CanvasRenderingContext2D} context @param {Land} land @param {View} view @param {readonly [AxisName, AxisName]} names @param {Colours} colours */
export function drawAxes(context, land, view, names, colours) {
  const { near } = view;
  context.lineWidth = LINE.tick;
  for (const which of /** @type {const} */ ([0, 1])) {
    const side = which === 0 ? near.row : near.column;
    const place = (/** @type {number} */ along, /** @type {number} */ off) => {
      const out = side === 0 ? -off : 1 + off;
      return which === 0 ? spotOf(view, along, out, 0) : spotOf(view, out, along, 0);
    };
    drawAxis(context, land, view, which, place, names[which], colours);
  }
  if (!view.isFlat) drawScale(context, land, view, colours);
}

/**
 * @param {CanvasRenderingContext2D} context @param {Land} land @param {View} view @param {0 | 1} which
 * @param {(along: number, off: number) => import('./camera.js').Spot} place   along the axis, 0..1, and away from the ground
 * @param {AxisName} name @param {Colours} colours
 */
function drawAxis(context, { centre, half }, view, which, place, name, { ink, ink2, ink3, control }) {
  const [from, to] = [place(0.5, 0), place(0.5, 1)];
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  /** Away from the ground, in pixels. */
  const away = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const goesLeft = away.x < -0.3, goesRight = away.x > 0.3;
  context.font = sansFont(AXIS.font, 400);
  context.textBaseline = 'middle';
  context.textAlign = goesLeft ? 'right' : goesRight ? 'left' : 'center';
  const scaleAt = view.isFlat ? null : footOfScale(view);
  for (const value of ticksWithin(centre[which] - half, centre[which] + half, TICKS.axis)) {
    const along = (value - centre[which] + half) / (2 * half);
    const spot = place(along, 0);
    // The scale of costs has its own number there.
    if (scaleAt && Math.hypot(spot.x - scaleAt.x, spot.y - scaleAt.y) < AXIS.line) continue;
    context.strokeStyle = control;
    context.beginPath();
    context.moveTo(spot.x, spot.y);
    context.lineTo(spot.x + away.x * AXIS.tick, spot.y + away.y * AXIS.tick);
    context.stroke();
    context.fillStyle = ink3;
    const off = AXIS.tick + AXIS.gap + (goesLeft || goesRight ? 0 : AXIS.font / 2);
    context.fillText(tickText(value), spot.x + away.x * off, spot.y + away.y * off + (goesLeft || goesRight ? AXIS.font / 3 : 0));
  }
  const middle = place(0.5, 0);
  if (view.isFlat && which === 1 && !name.symbol) {
    nameUpwards(context, name, { x: AXIS.line, y: middle.y }, { ink2 });
    return;
  }
  const off = AXIS.tick + AXIS.gap + (view.isFlat ? AXIS.font + AXIS.line : AXIS.font / 2);
  // Below the ticks beside it, where the ground leaves room.
  const below = view.isFlat || !(goesLeft || goesRight) ? 0 : AXIS.below;
  nameAxis(context, name, { x: middle.x + away.x * off, y: middle.y + away.y * off + below }, { goesLeft, goesRight }, { ink, ink2, ink3 });
}

/** @param {CanvasRenderingContext2D} context @param {AxisName} name @param {import('./camera.js').Spot} spot
 *  @param {{goesLeft: boolean, goesRight: boolean}} goes @param {Pick<Colours, 'ink' | 'ink2' | 'ink3'>} colours */
function nameAxis(context, { symbol, words, note }, { x, y: wished }, { goesLeft, goesRight }, { ink, ink2, ink3 }) {
  const align = goesLeft ? 'right' : goesRight ? 'left' : 'center';
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

/** Along the map's left side. @param {CanvasRenderingContext2D} context @param {AxisName} name @param {import('./camera.js').Spot} spot @param {Pick<Colours, 'ink2'>} colours */
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

/** The cost at the leftmost corner. @param {CanvasRenderingContext2D} context @param {Land} land @param {View} view @param {Colours} colours */
function drawScale(context, land, view, { ink2, ink3, control }) {
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
    context.fillText(tickText(cost), spot.x - AXIS.tick - AXIS.gap / 2, spot.y);
  }
  context.fillStyle = ink2;
  context.textAlign = 'left';
  context.fillText('cost', Math.max(AXIS.gap, head.x - AXIS.line), head.y - AXIS.line);
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

