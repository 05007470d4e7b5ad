/**
 * Draws the wires and the biases: width by |w|, solid slate for positive, dashed clay for negative.
 *
 * Wires of one look are drawn in one stroke, so that two thousand cost a few dozen strokes and no allocation.
 */

import { CURVE_NUMBERS } from './layout.js';

/** @typedef {import('./layout.js').NetworkLayout} NetworkLayout */
/** @typedef {import('../../ui/colours.js').Colours} Colours */

const LEAST_WIDTH = 0.7;
const WIDTH_RANGE = { large: 5.2, middle: 3.6, small: 2 };
const RANGE_FROM_TILE = { large: 40, middle: 22 };
/** The greatest |w| counts as at least this, so that a young network does not look like a grown one. */
const LEAST_GREATEST = 0.6;
const IDLE = { least: 0.28, range: 0.66, steepness: 1.6 };
/** In a crowd of wires the weak ones step back further. */
const CROWD = { from: 64, full: 192, range: 0.9, exponent: 1.5, least: 0.05 };
const WIDTH_LEVELS = 24;
const OPACITY_LEVELS = 20;
const LOOKS = WIDTH_LEVELS * 2 * (OPACITY_LEVELS + 1);
const DASH = { on: 5, off: 2.6, offGrowth: 0.6 };
const STUB = { most: 5.5, dash: [2.6, 1.6], edge: 1.4, faded: 0.3, sign: 0.55, signFrom: 3.6 };

/** @param {number} width */
const dashOf = (width) => [DASH.on + width, DASH.off + width * DASH.offGrowth];

/** The size of the greatest weight or bias. @param {ArrayLike<number>} parameters */
export function greatestOf(parameters) {
  let greatest = LEAST_GREATEST;
  for (let index = 0; index < parameters.length; index += 1) {
    const size = Math.abs(parameters[index]);
    if (size > greatest && size < Infinity) greatest = size;
  }
  return greatest;
}

/**
 * Share of the greatest size, 0..1.
 * @param {number} value
 * @param {number} greatest
 */
function shareOf(value, greatest) {
  const share = Math.abs(value) / greatest;
  return share < 1 ? share : Number(share >= 1);
}

/** @param {NetworkLayout} layout */
function widthRange({ tile }) {
  if (tile > RANGE_FROM_TILE.large) return WIDTH_RANGE.large;
  return tile > RANGE_FROM_TILE.middle ? WIDTH_RANGE.middle : WIDTH_RANGE.small;
}

/**
 * Width of the wire that carries a parameter.
 * @param {number} value
 * @param {number} greatest
 * @param {NetworkLayout} layout
 */
export function wireWidth(value, greatest, layout) {
  return LEAST_WIDTH + widthRange(layout) * shareOf(value, greatest);
}

/**
 * Opacity of a wire that nothing emphasises.
 * @param {number} share of the greatest weight, 0..1
 * @param {number} crowd wires between the same two layers
 */
export function idleOpacity(share, crowd) {
  const usual = IDLE.least + IDLE.range * Math.min(1, share * IDLE.steepness);
  const crowded = Math.max(CROWD.least, CROWD.range * share ** CROWD.exponent);
  const mix = Math.min(1, Math.max(0, (crowd - CROWD.from) / (CROWD.full - CROWD.from)));
  return usual + (crowded - usual) * mix;
}

/** @param {CanvasRenderingContext2D} context @param {Float32Array} curves @param {number} wire */
function traceWire(context, curves, wire) {
  const at = wire * CURVE_NUMBERS;
  context.moveTo(curves[at], curves[at + 1]);
  context.bezierCurveTo(
    curves[at + 2], curves[at + 1], curves[at + 3], curves[at + 5], curves[at + 4], curves[at + 5]);
}

/**
 * A painter of wires that keeps its working arrays.
 * @param {number} most number of wires at most
 */
export function createWirePainter(most) {
  const looks = new Uint16Array(most);
  const order = new Uint16Array(most);
  const ends = new Uint16Array(LOOKS + 1);

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {NetworkLayout} layout
   * @param {ArrayLike<number>} parameters
   * @param {number} greatest
   * @param {Float32Array | null} opacities by wire, where something is emphasised
   * @param {Colours} colours
   * @param {number} [from] the first wire
   * @param {number} [to] the wire after the last
   */
  return (context, layout, parameters, greatest, opacities, colours, from = 0, to = layout.wires.count) => {
    const { wires, sizes } = layout;
    ends.fill(0);
    for (let wire = from; wire < to; wire += 1) {
      const value = parameters[wires.parameter[wire]];
      const share = shareOf(value, greatest);
      const layer = wires.layer[wire];
      const opacity = opacities ? opacities[wire] : idleOpacity(share, sizes[layer - 2] * sizes[layer - 1]);
      const look = (Math.round(share * (WIDTH_LEVELS - 1)) * 2 + Number(value < 0)) * (OPACITY_LEVELS + 1)
        + Math.round(opacity * OPACITY_LEVELS);
      looks[wire] = look;
      ends[look + 1] += 1;
    }
    for (let look = 0; look < LOOKS; look += 1) ends[look + 1] += ends[look];
    // `ends[look]` is where the look begins; filling moves it to where the look ends.
    for (let wire = from; wire < to; wire += 1) order[ends[looks[wire]]++] = wire;

    const range = widthRange(layout);
    let next = 0;
    while (next < to - from) {
      const look = looks[order[next]];
      const level = Math.floor(look / (2 * (OPACITY_LEVELS + 1)));
      const negative = Math.floor(look / (OPACITY_LEVELS + 1)) % 2 === 1;
      const width = LEAST_WIDTH + (range * level) / (WIDTH_LEVELS - 1);
      context.globalAlpha = (look % (OPACITY_LEVELS + 1)) / OPACITY_LEVELS;
      context.strokeStyle = negative ? colours.negative : colours.positive;
      context.lineWidth = width;
      context.setLineDash(negative ? dashOf(width) : []);
      context.beginPath();
      for (; next < ends[look]; next += 1) traceWire(context, wires.curves, order[next]);
      context.stroke();
    }
    context.globalAlpha = 1;
    context.setLineDash([]);
  };
}

/**
 * One wire by itself, such as the selected one.
 * @param {CanvasRenderingContext2D} context
 * @param {NetworkLayout} layout
 * @param {number} wire
 * @param {{colour: string, width: number, dashed?: boolean}} style
 */
export function drawWire(context, { wires }, wire, { colour, width, dashed = false }) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash(dashed ? dashOf(width) : []);
  context.beginPath();
  traceWire(context, wires.curves, wire);
  context.stroke();
  context.setLineDash([]);
}

/**
 * The biases: each a wire from a constant 1, a stub under its neuron with an open dot that bears its sign.
 * @param {CanvasRenderingContext2D} context
 * @param {NetworkLayout} layout
 * @param {ArrayLike<number>} parameters
 * @param {import('../../network/architecture.js').Architecture} architecture
 * @param {number} greatest
 * @param {import('./emphasis.js').Emphasis | null} emphasis
 * @param {Colours} colours
 */
export function drawBiases(context, layout, parameters, architecture, greatest, emphasis, colours) {
  const { neurons, tile, bias } = layout;
  for (let layer = 2; layer <= neurons.length; layer += 1) {
    neurons[layer - 1].forEach((spot, neuron) => {
      const value = parameters[architecture.biasIndex(layer, neuron)];
      const negative = value < 0;
      const x = spot.x + bias.dx;
      const top = spot.y + tile / 2;
      const dotY = top + bias.length + bias.dot;
      context.globalAlpha = emphasis && emphasis.neurons[layer - 1][neuron] < 1 ? STUB.faded : 1;
      context.strokeStyle = negative ? colours.negative : colours.positive;
      context.lineWidth = Math.min(STUB.most, wireWidth(value, greatest, layout));
      context.setLineDash(negative ? STUB.dash : []);
      context.beginPath();
      context.moveTo(x, top);
      context.lineTo(x, top + bias.length);
      context.stroke();
      context.setLineDash([]);
      context.lineWidth = STUB.edge;
      context.fillStyle = colours.paper;
      context.beginPath();
      context.arc(x, dotY, bias.dot, 0, 2 * Math.PI);
      context.fill();
      if (bias.dot >= STUB.signFrom) {
        const reach = bias.dot * STUB.sign;
        context.moveTo(x - reach, dotY);
        context.lineTo(x + reach, dotY);
        if (!negative) {
          context.moveTo(x, dotY - reach);
          context.lineTo(x, dotY + reach);
        }
      }
      context.stroke();
    });
  }
  context.globalAlpha = 1;
}
