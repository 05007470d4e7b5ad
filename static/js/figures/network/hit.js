/**
 * Which element of the network lies under a pixel.
 */

import { COST_KEY, biasKey, neuronKey, weightKey } from '../../network/keys.js';
import { alongWire } from './layout.js';

/** @typedef {import('./layout.js').NetworkLayout} NetworkLayout */

/**
 * @typedef {object} Reach
 * @property {(wire: number) => number} [widthOf] drawn width of a wire
 * @property {number} [slack] how far off a finger may be, in CSS pixels
 */

/** A wire is hit within half of this, however thin it is drawn. */
const WIRE_HIT_WIDTH = 14;
const TILE_MARGIN = 3;
const BIAS_REACH = { x: 7, below: 4 };
/** Straight pieces that stand in for a wire's curve; they stray from it by less than a pixel. */
const PIECES = 20;

/**
 * @param {number} px
 * @param {number} py
 * @param {number} ax
 * @param {number} ay
 * @param {number} bx
 * @param {number} by
 */
function squaredDistance(px, py, ax, ay, bx, by) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length));
  return (px - ax - along * dx) ** 2 + (py - ay - along * dy) ** 2;
}

/** @param {NetworkLayout} layout @param {number} wire @param {number} x @param {number} y */
function distanceToWire({ wires }, wire, x, y) {
  let least = Infinity;
  let from = alongWire(wires, wire, 0);
  for (let piece = 1; piece <= PIECES; piece += 1) {
    const to = alongWire(wires, wire, piece / PIECES);
    least = Math.min(least, squaredDistance(x, y, from.x, from.y, to.x, to.y));
    from = to;
  }
  return Math.sqrt(least);
}

/** @param {NetworkLayout} layout @param {number} x @param {number} y @param {number} slack */
function neuronAt({ neurons, tile }, x, y, slack) {
  const reach = tile / 2 + TILE_MARGIN + slack;
  for (const [at, column] of neurons.entries()) {
    if (Math.abs(x - column[0].x) > reach) continue;
    const off = column.map((spot) => Math.abs(y - spot.y));
    const nearest = off.indexOf(Math.min(...off));
    if (off[nearest] <= reach) return neuronKey(at + 1, nearest);
  }
  return null;
}

/** @param {NetworkLayout} layout @param {number} x @param {number} y */
function biasAt({ neurons, tile, bias }, x, y) {
  for (const [at, column] of neurons.entries()) {
    if (at === 0 || Math.abs(x - column[0].x - bias.dx) > BIAS_REACH.x) continue;
    const neuron = column.findIndex((spot) => {
      const below = y - spot.y - tile / 2;
      return below >= 0 && below <= bias.length + 2 * bias.dot + BIAS_REACH.below;
    });
    if (neuron >= 0) return biasKey(at + 1, neuron);
  }
  return null;
}

/**
 * The nearest wire in reach; a thick one counts from its edge.
 * @param {NetworkLayout} layout @param {number} x @param {number} y @param {Reach} reach
 */
function wireAt(layout, x, y, { widthOf = () => 0, slack = 0 }) {
  const { wires, columns, tile } = layout;
  const layer = columns.findIndex((column) => x < column - tile / 2) + 1;
  if (layer < 2) return null;
  let nearest = -1;
  let least = WIRE_HIT_WIDTH / 2 + slack;
  for (let wire = wires.start[layer]; wire < wires.start[layer + 1]; wire += 1) {
    const distance = distanceToWire(layout, wire, x, y) - widthOf(wire) / 2;
    if (distance < least) {
      least = distance;
      nearest = wire;
    }
  }
  return nearest < 0 ? null : weightKey(layer, wires.neuron[nearest], wires.source[nearest]);
}

/**
 * The key of the element under a pixel: the cost, a bias, a neuron, a wire, in this order.
 * @param {NetworkLayout} layout
 * @param {number} x
 * @param {number} y
 * @param {Reach} [reach]
 * @returns {string | null}
 */
export function elementAt(layout, x, y, reach = {}) {
  const { costX, costRadius, middle } = layout;
  const { slack = 0 } = reach;
  const fromCost = costX === null ? Infinity : Math.hypot(x - costX, y - middle);
  if (fromCost <= costRadius + TILE_MARGIN + slack) return COST_KEY;
  return biasAt(layout, x, y) ?? neuronAt(layout, x, y, slack) ?? wireAt(layout, x, y, reach);
}
