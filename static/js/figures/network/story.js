/**
 * Draws the backward voice on the network: blame at the neurons, its shares on the wires, and what a step changes.
 *
 * All of it is violet, and all of it runs from right to left.
 */

import { formatNumber } from '../../ui/format.js';
import { NUMBER_SIZE, sansFont } from '../fonts.js';
import { parseKey } from '../../network/keys.js';
import { alongWire, isCrowd, traceWireFrom, wireIndex } from './layout.js';
import { drawSymbol, symbolWidth } from './symbols.js';
import { drawWire, wireWidth } from './wires.js';

/** @typedef {import('../../ui/colours.js').Colours} Colours */
/** @typedef {import('./layout.js').NetworkLayout} NetworkLayout */
/** @typedef {import('./scene.js').NetworkScene} NetworkScene */
/** @typedef {import('./scene.js').Story} Story */

const FLOW = { least: 0.9, growth: 5, head: 3.4, headGrowth: 0.75, rest: 0.2, restGrowth: 0.25, levels: 12 };
const ARROW = { gap: 5, head: 9, half: 5, shaft: 2.4, edge: 1.4, shortest: 8, longest: 38, longestSmall: 16, smallTile: 34 };
/** Nearer to its end than this a flow has arrived: heads there would lie on each other, and on the neuron's arrow. */
const ARRIVED = 0.12;
const DASH = { arrow: [4, 2.6], flow: [6, 4] };
const HALO = { growth: 13, opacity: 0.12, opacityGrowth: 0.3, least: 0.02, leastInCrowd: 0.12 };
const AFTER_GLYPH = 20;
const NUMBER_GAP = 5;
const TRUTH = { gap: 10, below: 17, size: 15 };

/**
 * Halos lie under the wires.
 * @param {CanvasRenderingContext2D} context
 * @param {NetworkScene} scene
 * @param {NetworkLayout} layout
 * @param {number} greatest   |w| of the widest wire
 * @param {Colours} colours
 * @param {number} [into]   only those of the parameters that lead into this layer
 */
export function drawHalos(context, { story, architecture, parameters }, layout, greatest, colours, into) {
  if (!story) return;
  const least = isCrowd(layout) ? HALO.leastInCrowd : HALO.least;
  for (const { key, size: full } of story.halos) {
    const size = full * story.grown;
    if (size < least) continue;
    const element = parseKey(key, architecture.layers);
    if (!element || (into !== undefined && element.layer !== into)) continue;
    const { kind, layer, neuron, source } = element;
    context.globalAlpha = HALO.opacity + HALO.opacityGrowth * size;
    if (kind === 'weight') {
      const width = wireWidth(parameters[architecture.weightIndex(layer, neuron, source)], greatest, layout);
      drawWire(context, layout, wireIndex(layout, layer, neuron, source), {
        colour: colours.back, width: width + HALO.growth * size,
      });
    } else {
      drawBiasHalo(context, layout, layer, neuron, size, colours);
    }
  }
  context.globalAlpha = 1;
}

/** @param {CanvasRenderingContext2D} context @param {NetworkLayout} layout @param {number} layer @param {number} neuron
 *  @param {number} size @param {Colours} colours */
function drawBiasHalo(context, { neurons, tile, bias }, layer, neuron, size, colours) {
  const { x, y } = neurons[layer - 1][neuron];
  const half = (HALO.growth * size) / 2 + bias.dot;
  context.fillStyle = colours.back;
  context.beginPath();
  context.roundRect(x + bias.dx - half, y + tile / 2, 2 * half, bias.length + 2 * bias.dot, half);
  context.fill();
}

/**
 * Flows that look alike are drawn in one stroke; those in focus lie on top.
 * @param {CanvasRenderingContext2D} context
 * @param {NetworkScene} scene
 * @param {NetworkLayout} layout
 * @param {Colours} colours
 */
export function drawFlows(context, { story, architecture }, layout, colours) {
  if (!story || story.flows.length === 0) return;
  /** @type {Map<number, Story['flows'][number][]>} */
  const looks = new Map();
  for (const flow of story.flows) {
    if (flow.position >= 1) continue;
    const level = Math.round(flow.size * FLOW.levels);
    const look = (Number(flow.focus) * (FLOW.levels + 1) + level) * 2 + Number(flow.value < 0);
    const alike = looks.get(look);
    if (alike) alike.push(flow);
    else looks.set(look, [flow]);
  }
  context.save();
  context.strokeStyle = context.fillStyle = colours.back;
  for (const look of [...looks.keys()].sort((a, b) => a - b)) {
    const alike = /** @type {Story['flows'][number][]} */ (looks.get(look));
    const { focus, value } = alike[0];
    const size = (Math.floor(look / 2) % (FLOW.levels + 1)) / FLOW.levels;
    const width = FLOW.least + FLOW.growth * size;
    context.globalAlpha = focus ? 1 : FLOW.rest + FLOW.restGrowth * size;
    context.lineWidth = width;
    context.setLineDash(value < 0 ? DASH.flow : []);
    context.beginPath();
    const wires = alike.map(({ key }) => {
      const element = /** @type {NonNullable<ReturnType<typeof parseKey>>} */ (parseKey(key, architecture.layers));
      return wireIndex(layout, element.layer, element.neuron, element.source);
    });
    wires.forEach((wire, at) => traceWireFrom(context, layout.wires, wire, alike[at].position));
    context.stroke();
    context.setLineDash([]);
    if (!focus && size <= 0.5) continue;
    wires.forEach((wire, at) => {
      if (alike[at].position <= ARRIVED) return; // from there on the neuron's own arrow points
      drawFlowHead(context, layout, wire, alike[at].position, FLOW.head + FLOW.headGrowth * width, colours);
    });
  }
  context.restore();
}

/** @param {CanvasRenderingContext2D} context @param {NetworkLayout} layout @param {number} wire
 *  @param {number} position @param {number} size @param {Colours} colours */
function drawFlowHead(context, layout, wire, position, size, colours) {
  const at = Math.max(position, 0.03);
  const tip = alongWire(layout.wires, wire, at);
  const behind = alongWire(layout.wires, wire, Math.min(1, at + 0.04));
  context.save();
  context.translate(tip.x, tip.y);
  context.rotate(Math.atan2(behind.y - tip.y, behind.x - tip.x));
  context.beginPath();
  context.moveTo(-size, 0);
  context.lineTo(size * 0.8, -size * 0.82);
  context.lineTo(size * 0.8, size * 0.82);
  context.closePath();
  context.lineWidth = ARROW.edge;
  context.strokeStyle = colours.paper;
  context.stroke();
  context.fill();
  context.restore();
}

/**
 * δ beside each neuron: filled and solid asks its sum to shrink, hollow and dashed to grow.
 * @param {CanvasRenderingContext2D} context
 * @param {NetworkScene} scene
 * @param {NetworkLayout} layout
 * @param {Colours} colours
 */
export function drawArrows(context, { story, architecture }, layout, colours) {
  if (!story) return;
  const { neurons, tile, bias } = layout;
  const longest = tile > ARROW.smallTile ? ARROW.longest : ARROW.longestSmall;
  context.save();
  context.strokeStyle = colours.back;
  context.lineJoin = 'round';
  context.font = sansFont(NUMBER_SIZE, 560);
  for (const { layer, neuron, value, length } of story.arrows) {
    if (length === 0 && value !== 0) continue;
    const spot = neurons[layer - 1][neuron];
    const isOutput = layer === architecture.layers;
    const glyph = isOutput && architecture.task === 'classification' ? AFTER_GLYPH : 0;
    const x = spot.x + tile / 2 + ARROW.gap + glyph;
    const end = x + ARROW.shortest + length * longest;
    drawArrow(context, x, spot.y, end, value < 0, colours);
    if (!layout.numbers) continue;
    const text = formatNumber(value, 3);
    const place = isOutput
      ? besideOutput(x, end, spot.y, context.measureText(text).width, layout)
      : { x: spot.x + bias.dx + bias.dot + 4, y: spot.y + tile / 2 + NUMBER_SIZE + 3 };
    context.lineWidth = 4;
    context.strokeStyle = colours.paper;
    context.strokeText(text, place.x, place.y);
    context.fillStyle = colours.back;
    context.fillText(text, place.x, place.y);
    context.strokeStyle = colours.back;
  }
  context.restore();
}

/**
 * An output's blame stands behind its arrow, or below it where the cost is too near.
 * @param {number} x @param {number} end of the arrow @param {number} y @param {number} width
 * @param {NetworkLayout} layout
 */
function besideOutput(x, end, y, width, { costX, costRadius }) {
  const fits = costX === null || end + 2 * NUMBER_GAP + width < costX - costRadius;
  return fits ? { x: end + NUMBER_GAP, y: y + NUMBER_SIZE * 0.35 } : { x, y: y + NUMBER_SIZE + NUMBER_GAP };
}

/** @param {CanvasRenderingContext2D} context @param {number} x of the tip @param {number} y @param {number} end
 *  @param {boolean} negative @param {Colours} colours */
function drawArrow(context, x, y, end, negative, colours) {
  context.lineWidth = ARROW.shaft;
  context.setLineDash(negative ? DASH.arrow : []);
  context.beginPath();
  context.moveTo(end, y);
  context.lineTo(x + ARROW.head, y);
  context.stroke();
  context.setLineDash([]);
  context.lineWidth = ARROW.edge;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + ARROW.head, y - ARROW.half);
  context.lineTo(x + ARROW.head, y + ARROW.half);
  context.closePath();
  context.fillStyle = negative ? colours.paper : colours.back;
  context.fill();
  context.stroke();
}

/**
 * The truth under each output's number.
 * @param {CanvasRenderingContext2D} context
 * @param {NetworkScene} scene
 * @param {NetworkLayout} layout
 * @param {Colours} colours
 */
export function drawTruths(context, { story, architecture }, layout, colours) {
  const truths = story?.truths;
  if (!truths || layout.outputNumbers === 'none') return;
  context.save();
  context.font = sansFont(NUMBER_SIZE, 560);
  context.fillStyle = colours.ink;
  layout.neurons[architecture.layers - 1].forEach(({ x, y }, neuron) => {
    const left = x + layout.tile / 2 + TRUTH.gap;
    const symbol = [{ base: 'y', below: `${neuron + 1}` }];
    drawSymbol(context, symbol, left, y + TRUTH.below, TRUTH.size, { halo: colours.paper });
    const width = symbolWidth(context, symbol, TRUTH.size);
    context.fillText(`= ${formatNumber(truths[neuron], Number.isInteger(truths[neuron]) ? 0 : 2)}`, left + width + NUMBER_GAP, y + TRUTH.below);
  });
  context.restore();
}
