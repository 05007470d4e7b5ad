/**
 * Draws what ties words to the picture: the pale wash round an element, its symbol, and its value while it
 * is pointed at.
 */

import { formatNumber } from '../../ui/format.js';
import { NUMBER_SIZE, sansFont } from '../fonts.js';
import { parseKey } from '../../network/keys.js';
import { alongWire, wireIndex } from './layout.js';
import { drawSymbol, symbolOf, symbolWidth } from './symbols.js';
import { cornerRadius } from './tiles.js';
import { drawWire, wireWidth } from './wires.js';

/** @typedef {import('../../ui/colours.js').Colours} Colours */
/** @typedef {import('./layout.js').NetworkLayout} NetworkLayout */
/** @typedef {import('./scene.js').NetworkScene} NetworkScene */

const WASH = { wire: 12, neuron: 8, bias: 7, column: 12 };
const SYMBOL_SIZE = 17;
const SYMBOL_DROP = 0.3;
const CHIP = { height: 26, padding: 8, gap: 6, radius: 6, away: 4, margin: 4 };
const CHIP_FONT = () => sansFont(NUMBER_SIZE, 600);
/** Where along a wire its symbol stands. */
const ON_WIRE = 0.5;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} key
 * @param {NetworkScene} scene
 * @param {NetworkLayout} layout
 * @param {number} greatest
 * @param {Colours} colours
 */
function drawWash(context, key, { architecture, parameters }, layout, greatest, colours) {
  const element = parseKey(key, layout.sizes.length);
  if (!element) return;
  const { neurons, tile, bias, costX, costRadius, middle } = layout;
  const { kind, layer, neuron, source } = element;
  const spot = neurons[layer - 1]?.[neuron];
  context.fillStyle = colours.link;
  context.beginPath();
  if (kind === 'weight' && spot && neurons[layer - 2]?.[source]) {
    const value = parameters[architecture.weightIndex(layer, neuron, source)];
    const width = wireWidth(value, greatest, layout) + WASH.wire;
    drawWire(context, layout, wireIndex(layout, layer, neuron, source), { colour: colours.link, width });
  } else if (kind === 'bias' && spot) {
    const x = spot.x + bias.dx;
    const top = spot.y + tile / 2;
    context.roundRect(x - WASH.bias, top, 2 * WASH.bias, bias.length + 2 * bias.dot + WASH.bias, WASH.bias);
    context.fill();
  } else if ((kind === 'neuron' || kind === 'target') && spot) {
    const reach = tile / 2 + WASH.neuron;
    const radius = cornerRadius(layer, tile) + WASH.neuron;
    context.roundRect(spot.x - reach, spot.y - reach, 2 * reach, 2 * reach, radius);
    context.fill();
  } else if (kind === 'layer' && neurons[layer - 1]) {
    const reach = tile / 2 + WASH.column;
    const column = neurons[layer - 1];
    const top = column[0].y - reach;
    const bottom = column[column.length - 1].y + reach;
    context.roundRect(column[0].x - reach, top, 2 * reach, bottom - top, WASH.column);
    context.fill();
  } else if (kind === 'cost' && costX !== null) {
    context.arc(costX, middle, costRadius + WASH.neuron, 0, 2 * Math.PI);
    context.fill();
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Iterable<string>} keys
 * @param {NetworkScene} scene
 * @param {NetworkLayout} layout
 * @param {number} greatest
 * @param {Colours} colours
 */
export function drawWashes(context, keys, scene, layout, greatest, colours) {
  for (const key of keys) drawWash(context, key, scene, layout, greatest, colours);
}

/**
 * Where the label of an element stands: the place it points at, and the side of it that the label takes.
 * @param {string} key
 * @param {NetworkLayout} layout
 * @returns {{x: number, y: number, side: 'corner' | 'left' | 'on'} | null}
 */
function labelPlace(key, layout) {
  const element = parseKey(key, layout.sizes.length);
  if (!element) return null;
  const { kind, layer, neuron, source } = element;
  const { neurons, tile, bias, wires } = layout;
  const spot = neurons[layer - 1]?.[neuron];
  if (!spot) return null;
  if (kind === 'weight') {
    return { ...alongWire(wires, wireIndex(layout, layer, neuron, source), ON_WIRE), side: 'on' };
  }
  if (kind === 'bias') {
    return { x: spot.x + bias.dx - bias.dot, y: spot.y + tile / 2 + bias.length + bias.dot, side: 'left' };
  }
  if (kind === 'neuron' && layer > 1) return { x: spot.x + tile / 2, y: spot.y - tile / 2, side: 'corner' };
  return null;
}

/**
 * Value of the element a key names: a weight, a bias, or an activation of the point that is followed, or
 * of the place under the pointer.
 * @param {string} key
 * @param {NetworkScene} scene
 * @returns {number | null}
 */
export function valueOf(key, { architecture, parameters, point, hover, cost }) {
  const element = parseKey(key, architecture.layers);
  if (!element) return null;
  const { kind, layer, neuron, source } = element;
  if (kind === 'weight') return parameters[architecture.weightIndex(layer, neuron, source)];
  if (kind === 'bias') return parameters[architecture.biasIndex(layer, neuron)];
  if (kind === 'neuron') return (point ?? hover)?.activations[layer]?.[neuron] ?? null;
  return kind === 'cost' ? cost : null;
}

/**
 * @typedef {object} Label
 * @property {import('./symbols.js').Symbol} symbol
 * @property {number} symbolSpan
 * @property {string} text its value, or empty
 * @property {number} x left edge
 * @property {number} y top edge
 * @property {number} width
 * @property {number} height
 */

/**
 * What the label of an element says, and the box that it takes up.
 * @param {CanvasRenderingContext2D} context measures
 * @param {string} key
 * @param {NetworkScene} scene
 * @param {NetworkLayout} layout
 * @param {boolean} withValue
 * @returns {Label | null} null for an element without a label
 */
export function labelOf(context, key, scene, layout, withValue) {
  const place = labelPlace(key, layout);
  if (!place) return null;
  const value = withValue ? valueOf(key, scene) : null;
  const text = value === null ? '' : formatNumber(value);
  const symbol = symbolOf(key, scene.architecture);
  const symbolSpan = symbolWidth(context, symbol, SYMBOL_SIZE);
  context.save();
  context.font = CHIP_FONT();
  const width = symbolSpan + (text ? CHIP.gap + context.measureText(text).width : 0) + 2 * CHIP.padding;
  context.restore();
  const aside = { on: 0, left: -width / 2 - CHIP.away, corner: width / 2 }[place.side];
  const within = (/** @type {number} */ at, /** @type {number} */ span, /** @type {number} */ whole) =>
    Math.min(whole - span - CHIP.margin, Math.max(CHIP.margin, at - span / 2));
  return {
    symbol,
    symbolSpan,
    text,
    x: within(place.x + aside, width, layout.width),
    y: within(place.y, CHIP.height, layout.height),
    width,
    height: CHIP.height,
  };
}

/**
 * The symbol of an element beside it, on a chip with its value when it is pointed at.
 * @param {CanvasRenderingContext2D} context
 * @param {string} key
 * @param {NetworkScene} scene
 * @param {NetworkLayout} layout
 * @param {'plain' | 'washed' | 'value'} style
 * @param {Colours} colours
 */
export function drawLabel(context, key, scene, layout, style, colours) {
  const label = labelOf(context, key, scene, layout, style === 'value');
  if (!label) return;
  const { symbol, symbolSpan, text, x, y, width, height } = label;
  const middle = y + height / 2;
  context.save();
  if (style !== 'plain') {
    context.fillStyle = colours.link;
    context.beginPath();
    context.roundRect(x, y, width, height, CHIP.radius);
    context.fill();
  }
  context.fillStyle = colours.ink;
  const halo = style === 'plain' ? colours.paper : undefined;
  drawSymbol(context, symbol, x + CHIP.padding, middle + SYMBOL_SIZE * SYMBOL_DROP, SYMBOL_SIZE, { halo });
  context.font = CHIP_FONT();
  context.textBaseline = 'middle';
  context.fillText(text, x + CHIP.padding + symbolSpan + CHIP.gap, middle);
  context.restore();
}
