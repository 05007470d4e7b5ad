/**
 * Draws the bars of one update: a scale at the left, weights filled and biases hollow, under each group its neuron, above them
 * the name of one.
 */
import { sansFont, TICK_SIZE } from '../fonts.js';
import { drawSymbol, symbolOf, symbolWidth } from '../network/symbols.js';
import { wipe } from '../wipe.js';
import { traceShape } from '../../ui/shapes.js';
import { barReach, barsOf } from './bar_layout.js';
import { scaleText } from './bar_scale.js';
import { barKey, shortChange } from './bar_words.js';

/** @typedef {import('../../network/architecture.js').Architecture} Architecture */
/** @typedef {import('../../ui/colours.js').Colours} Colours */

/**
 * @typedef {object} BarsPicture
 * @property {Architecture} architecture
 * @property {import('./bar_layout.js').BarLayout} layout
 * @property {number[]} values of the bars
 * @property {number} end of the scale
 * @property {number} named place of the bar whose name stands above; −1: none
 */

/** Room at the left for the scale, above for a name, below for neurons and layers. */
export const ROOM = { scale: 64, name: 24, foot: 32 };
const SPACE = { share: 0.26, least: 0.4 };
const HOLLOW = 1.2;
const THIN = 3;
const FAINT = 0.55;
const NAME = { symbol: 13, gap: 6, base: 14 };
const FOOT = { neuron: 13, layer: 28, mark: 4.2, least: 12 };
const SCALE_GAP = 8;

/** @param {CanvasRenderingContext2D} context @param {number} layer @param {number} layers @param {number} room */
function layerLabel(context, layer, layers, room) {
  const names = layer === layers ? ['into the output', 'output', 'out'] : [`into layer ${layer}`, `layer ${layer}`, String(layer)];
  return names.find((name) => context.measureText(name).width <= room) ?? '';
}

/** @param {CanvasRenderingContext2D} context @param {{width: number, height: number}} size @param {BarsPicture} picture @param {Colours} ink */
function drawScale(context, { width, height }, { layout: { summed }, end }, ink) {
  const [top, bottom] = [ROOM.name, height - ROOM.foot];
  const middle = (top + bottom) / 2;
  const text = scaleText(end);
  const zero = summed ? bottom : middle;
  const lines = end === 0 ? [[zero, '0']] : summed ? [[top, text], [bottom, '0']] : [[top, `+${text}`], [middle, '0'], [bottom, `−${text}`]];
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const [y, label] of /** @type {Array<[number, string]>} */ (lines)) {
    context.fillStyle = ink.line;
    context.fillRect(ROOM.scale, Math.round(y), width - ROOM.scale, 1);
    context.fillStyle = ink.ink3;
    context.fillText(label, ROOM.scale - SCALE_GAP, y);
  }
}

/** @param {CanvasRenderingContext2D} context @param {number} height @param {BarsPicture} picture @param {Colours} ink */
function drawAllBars(context, height, { layout, values, end }, ink) {
  const { pitch, summed } = layout;
  const [top, bottom] = [ROOM.name, height - ROOM.foot];
  const [zero, room] = summed ? [bottom, bottom - top] : [(top + bottom) / 2, (bottom - top) / 2];
  const width = pitch - Math.max(SPACE.least, pitch * SPACE.share);
  barsOf(layout).forEach(({ left, source }, at) => {
    const rise = barReach(values[at], end, room);
    if (rise === 0) return;
    const [reach, y] = [Math.abs(rise), rise < 0 ? zero : zero - rise];
    context.fillStyle = context.strokeStyle = summed ? ink.ink2 : rise < 0 ? ink.negative : ink.positive;
    const isBias = source === null && !summed;
    if (isBias && width >= THIN && reach >= 2 * HOLLOW) {
      context.lineWidth = HOLLOW;
      context.strokeRect(left + HOLLOW / 2, y + HOLLOW / 2, width - HOLLOW, reach - HOLLOW);
      return;
    }
    context.globalAlpha = isBias ? FAINT : 1;
    context.fillRect(left, y, width, reach);
    context.globalAlpha = 1;
  });
}

/** @param {CanvasRenderingContext2D} context @param {{width: number, height: number}} size @param {BarsPicture} picture @param {Colours} ink */
function drawFoot(context, { width, height }, { architecture, layout: { groups } }, ink) {
  const { sizes, task } = architecture;
  context.textBaseline = 'alphabetic';
  const foot = height - ROOM.foot;
  const narrowest = Math.min(...groups.map(({ left, right }) => right - left));
  for (const { layer, neuron, left, right } of groups) {
    const middle = (left + right) / 2;
    if (narrowest >= FOOT.least && layer === sizes.length && task === 'classification') {
      const path = new Path2D();
      const named = architecture.classOf(neuron);
      traceShape(path, named, middle, foot + FOOT.neuron - FOOT.mark, FOOT.mark);
      context.fillStyle = ink.classes[named].mark;
      context.fill(path);
    } else if (narrowest >= FOOT.least) {
      context.textAlign = 'center';
      context.fillStyle = ink.ink3;
      context.fillText(String(neuron + 1), middle, foot + FOOT.neuron);
    }
    if (neuron > 0) continue;
    const next = groups.find((other) => other.layer > layer)?.left ?? width + SCALE_GAP;
    context.textAlign = 'left';
    context.fillStyle = ink.ink3;
    context.fillText(layerLabel(context, layer, sizes.length, next - left - SCALE_GAP), left, foot + FOOT.layer);
  }
}

/** @param {CanvasRenderingContext2D} context @param {{width: number, height: number}} size @param {BarsPicture} picture @param {Colours} ink */
function drawName(context, { width, height }, { architecture, layout, values, end, named }, ink) {
  const bar = barsOf(layout)[named];
  if (!bar) return;
  const { summed, pitch } = layout;
  const symbol = summed ? [] : symbolOf(barKey(bar, summed), architecture);
  const number = summed ? `neuron ${bar.group.neuron + 1}: ${shortChange(values[named], summed)}` : shortChange(values[named], summed);
  const wide = summed ? 0 : symbolWidth(context, symbol, NAME.symbol) + NAME.gap;
  context.font = sansFont(TICK_SIZE, 560);
  const all = wide + context.measureText(number).width;
  const middle = bar.left + (pitch * (1 - SPACE.share)) / 2;
  const x = Math.max(ROOM.scale, Math.min(width - all, middle - all / 2));
  context.fillStyle = ink.ink;
  if (!summed) drawSymbol(context, symbol, x, NAME.base, NAME.symbol);
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillText(number, x + wide, NAME.base);
  const [top, bottom] = [ROOM.name, height - ROOM.foot];
  const [zero, room] = summed ? [bottom, bottom - top] : [(top + bottom) / 2, (bottom - top) / 2];
  const reach = Math.max(0, barReach(values[named], end, room));
  context.fillRect(Math.round(middle), NAME.base + NAME.gap, 1, Math.max(0, zero - reach - NAME.base - NAME.gap));
}

/**
 * @param {CanvasRenderingContext2D} context its unit is the CSS pixel
 * @param {{width: number, height: number}} size
 * @param {BarsPicture} picture
 * @param {Colours} ink
 */
export function drawBars(context, size, picture, ink) {
  wipe(context);
  context.font = sansFont(TICK_SIZE);
  drawScale(context, size, picture, ink);
  drawAllBars(context, size.height, picture, ink);
  drawFoot(context, size, picture, ink);
  drawName(context, size, picture, ink);
}
