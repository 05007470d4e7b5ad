/**
 * Draws words and numbers on the network: input symbols, activations, probabilities beside class marks,
 * the cost, and the dot that shows where the chosen point lies in every tile.
 */

import { formatCost, formatNumber } from '../../ui/format.js';
import { traceShape } from '../../ui/shapes.js';
import { LARGE_NUMBER_SIZE, NUMBER_SIZE, sansFont } from '../fonts.js';
import { EXTENT } from '../plane/geometry.js';
import { COST_KEY } from '../../network/keys.js';
import { drawSymbol, featureSymbol, symbolOf } from './symbols.js';

/** @typedef {import('../../ui/colours.js').Colours} Colours */
/** @typedef {import('./layout.js').NetworkLayout} NetworkLayout */
/** @typedef {import('./scene.js').NetworkScene} NetworkScene */
/** @typedef {import('./emphasis.js').Emphasis} Emphasis */
/** @typedef {{x: number, y: number, width: number, height: number}} Box */

const DOT = { radius: 2.6, edge: 1.2, ofTile: 0.07, least: 1.4, fromTile: 13 };
const GLYPH = { gap: 10, radius: 4.6, least: 3, ofTile: 0.14 };
const PROBABILITY_GAP = 16;
const LABEL_GAP = 9;
/** From a symbol's middle down to its baseline, as a share of its size. */
const SYMBOL_DROP = 0.28;
const BELOW = { input: 15, neuron: 14.5, cost: 17 };
const HALO = 4;
/** Of pictures; numbers never fade, they lose weight. */
const FADED = 0.35;

/** @param {NetworkLayout} layout */
const numberSize = ({ large }) => (large ? LARGE_NUMBER_SIZE : NUMBER_SIZE);

/**
 * A number with a paper halo, in the alignment that is set.
 * @param {CanvasRenderingContext2D} context @param {string} text @param {number} x @param {number} y
 * @param {string} colour @param {Colours} colours @param {readonly Box[]} taken
 */
function write(context, text, x, y, colour, colours, taken) {
  const { width } = context.measureText(text);
  const left = x - (context.textAlign === 'center' ? width / 2 : 0);
  const [top, bottom] = [y - NUMBER_SIZE, y + NUMBER_SIZE / 2];
  if (taken.some((box) => left < box.x + box.width && box.x < left + width && top < box.y + box.height && box.y < bottom)) return;
  context.strokeStyle = colours.paper;
  context.lineWidth = HALO;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

/** @param {CanvasRenderingContext2D} context @param {NetworkScene} scene @param {NetworkLayout} layout
 *  @param {Colours} colours */
function drawInputs(context, { architecture }, layout, colours) {
  const size = layout.symbolSize;
  context.fillStyle = colours.ink;
  layout.neurons[0].forEach(({ x, y }, neuron) => {
    const symbol = featureSymbol(architecture.features[neuron]);
    const right = x - layout.tile / 2 - LABEL_GAP;
    drawSymbol(context, symbol, right, y + size * SYMBOL_DROP, size, { align: 'right' });
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {NetworkScene} scene
 * @param {NetworkLayout} layout
 * @param {Emphasis | null} emphasis
 * @param {Colours} colours
 * @param {readonly Box[]} taken where other things are written
 */
function drawFollowed(context, { point }, layout, emphasis, colours, taken) {
  if (!point || layout.tile < DOT.fromTile) return;
  const { neurons, tile, bias } = layout;
  const dot = Math.max(DOT.least, Math.min(DOT.radius, tile * DOT.ofTile));
  const within = (/** @type {number} */ value) =>
    Math.min(1, Math.max(-1, value / EXTENT)) * (tile / 2 - dot);
  neurons.forEach((column, at) => column.forEach(({ x, y }, neuron) => {
    const isFaded = emphasis !== null && emphasis.neurons[at][neuron] < 1;
    context.globalAlpha = isFaded ? FADED : 1;
    context.beginPath();
    context.arc(x + within(point.x1), y - within(point.x2), dot, 0, 2 * Math.PI);
    context.fillStyle = colours.raised;
    context.fill();
    context.strokeStyle = colours.ink;
    context.lineWidth = DOT.edge;
    context.stroke();
    const isLast = at === neurons.length - 1;
    const activation = point.activations[at + 1]?.[neuron];
    if (!layout.numbers || isLast || activation === undefined) return;
    context.globalAlpha = 1;
    const colour = isFaded ? colours.ink3 : colours.ink2;
    const text = formatNumber(activation);
    const bottom = y + tile / 2;
    context.textAlign = at === 0 ? 'center' : 'left';
    if (at === 0) write(context, text, x, bottom + BELOW.input, colour, colours, taken);
    else write(context, text, x + bias.dx + bias.dot + 4, bottom + BELOW.neuron, colour, colours, taken);
  }));
  context.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {NetworkScene} scene
 * @param {NetworkLayout} layout
 * @param {Emphasis | null} emphasis
 * @param {Colours} colours
 * @param {readonly Box[]} taken where other things are written
 */
function drawOutputs(context, { architecture, point, hover }, layout, emphasis, colours, taken) {
  const { layers, task } = architecture;
  const activations = (point ?? hover)?.activations[layers];
  const greatest = activations ? Math.max(...Array.from(activations)) : NaN;
  const size = numberSize(layout);
  const glyph = Math.min(GLYPH.radius, Math.max(GLYPH.least, layout.tile * GLYPH.ofTile));
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  layout.neurons[layers - 1].forEach(({ x, y }, neuron) => {
    const left = x + layout.tile / 2 + GLYPH.gap;
    const isFaded = emphasis !== null && emphasis.neurons[layers - 1][neuron] < 1;
    context.globalAlpha = isFaded ? FADED : 1;
    if (task === 'classification') {
      context.fillStyle = colours.classes[architecture.classOf(neuron)].mark;
      context.beginPath();
      traceShape(context, architecture.classOf(neuron), left + glyph, y, glyph);
      context.fill();
    }
    if (!activations || layout.outputNumbers === 'none') return;
    context.globalAlpha = 1;
    const isGreatest = task === 'classification' && activations[neuron] === greatest;
    context.font = sansFont(size, isGreatest ? 600 : 400);
    const textX = task === 'classification' ? left + PROBABILITY_GAP : left;
    const colour = isFaded ? colours.ink3 : isGreatest ? colours.ink : colours.ink2;
    write(context, formatNumber(activations[neuron]), textX, y, colour, colours, taken);
  });
  context.globalAlpha = 1;
  context.textBaseline = 'alphabetic';
}

/** @param {CanvasRenderingContext2D} context @param {NetworkScene} scene @param {NetworkLayout} layout
 *  @param {Colours} colours @param {readonly Box[]} taken */
function drawCost(context, { cost, architecture }, layout, colours, taken) {
  if (layout.costX === null) return;
  const size = layout.costRadius * 0.84;
  context.fillStyle = colours.ink;
  const base = layout.middle + size * SYMBOL_DROP;
  drawSymbol(context, symbolOf(COST_KEY, architecture), layout.costX, base, size, { align: 'center' });
  if (cost === null || Number.isNaN(cost)) return;
  context.font = sansFont(numberSize(layout));
  context.textAlign = 'center';
  const below = layout.middle + layout.costRadius + BELOW.cost;
  write(context, formatCost(cost), layout.costX, below, colours.ink2, colours, taken);
}

/**
 * Room to the right of an output tile that its mark and number take up.
 * @param {NetworkScene} scene
 * @param {NetworkLayout} layout
 */
export function outputLabelWidth({ hover, point, architecture }, layout) {
  const withNumber = (hover || point) && layout.outputNumbers === 'beside';
  const mark = architecture.task === 'classification' ? 2 * GLYPH.radius + 4 : 0;
  return GLYPH.gap + mark + (withNumber ? numberSize(layout) * 3 : 0);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {NetworkScene} scene
 * @param {NetworkLayout} layout
 * @param {Emphasis | null} emphasis
 * @param {Colours} colours
 * @param {readonly Box[]} [taken] where other things are written
 */
export function drawMarks(context, scene, layout, emphasis, colours, taken = []) {
  context.save();
  context.lineJoin = 'round';
  context.textBaseline = 'alphabetic';
  drawInputs(context, scene, layout, colours);
  context.font = sansFont(numberSize(layout));
  drawFollowed(context, scene, layout, emphasis, colours, taken);
  drawOutputs(context, scene, layout, emphasis, colours, taken);
  drawCost(context, scene, layout, colours, taken);
  context.restore();
}
