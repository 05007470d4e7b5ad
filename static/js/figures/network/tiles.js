/**
 * Draws the neurons: each a tile with its activation over the whole plane, inputs as discs, and the cost
 * as a circle.
 */

import { COST_KEY, neuronKey } from '../../network/keys.js';

/** @typedef {import('../../ui/colours.js').Colours} Colours */
/** @typedef {import('../../network/field/types.js').Tile} Tile */
/** @typedef {import('./layout.js').NetworkLayout} NetworkLayout */

const CORNER = { least: 3, ofTile: 0.17 };
/** Paper around a tile, so that wires stop short of it. */
const FRAME = 2.5;
const EDGE = { width: 1, opacity: 0.28, strongWidth: 2 };
const COST_EDGE_OPACITY = 0.32;

/** @param {number} layer @param {number} tile */
export function cornerRadius(layer, tile) {
  return layer === 1 ? tile / 2 : Math.max(CORNER.least, tile * CORNER.ofTile);
}

/**
 * Where each neuron's map goes.
 * @param {NetworkLayout} layout
 * @param {import('./emphasis.js').Emphasis | null} emphasis
 * @returns {Tile[]}
 */
export function tilesOf({ neurons, tile }, emphasis) {
  return neurons.flatMap((column, at) => column.map((spot, neuron) => ({
    layer: at + 1,
    neuron,
    x: spot.x - tile / 2,
    y: spot.y - tile / 2,
    width: tile,
    height: tile,
    radius: cornerRadius(at + 1, tile),
    opacity: emphasis ? emphasis.neurons[at][neuron] : 1,
  })));
}

/** @param {CanvasRenderingContext2D} context @param {Tile} tile @param {number} margin */
function outline(context, { x, y, width, height, radius = 0 }, margin) {
  context.beginPath();
  context.roundRect(x - margin, y - margin, width + 2 * margin, height + 2 * margin, radius + margin);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {readonly Tile[]} tiles
 * @param {import('../../network/field/types.js').Field | null} field already holds the parameters
 * @param {ReadonlySet<string>} strong keys of neurons with a strong edge
 * @param {Colours} colours
 * @param {boolean} moving the maps change from frame to frame
 */
export function drawTiles(context, tiles, field, strong, colours, moving) {
  context.fillStyle = colours.paper;
  for (const tile of tiles) {
    outline(context, tile, FRAME);
    context.fill();
  }
  field?.paintTiles(context, [...tiles], colours.field, { moving });
  context.strokeStyle = colours.ink;
  for (const tile of tiles) {
    const isStrong = strong.has(neuronKey(tile.layer, tile.neuron));
    context.globalAlpha = isStrong ? 1 : EDGE.opacity;
    context.lineWidth = isStrong ? EDGE.strongWidth : EDGE.width;
    outline(context, tile, 0);
    context.stroke();
  }
  context.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {NetworkLayout} layout
 * @param {ReadonlySet<string>} strong
 * @param {Colours} colours
 */
export function drawCostCircle(context, { costX, costRadius, middle }, strong, colours) {
  if (costX === null) return;
  const isStrong = strong.has(COST_KEY);
  context.beginPath();
  context.arc(costX, middle, costRadius, 0, 2 * Math.PI);
  context.fillStyle = colours.paper;
  context.fill();
  context.strokeStyle = colours.ink;
  context.globalAlpha = isStrong ? 1 : COST_EDGE_OPACITY;
  context.lineWidth = isStrong ? EDGE.strongWidth : EDGE.width;
  context.stroke();
  context.globalAlpha = 1;
}
