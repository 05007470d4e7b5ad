/** @file Puts the maps of neurons, drawn side by side in an atlas, where the figure wants them. */

import { drawNodes } from './canvas.js';

/** @typedef {import('./types.js').Tile} Tile */

/**
 * @typedef {Object} Atlas   row i-1 holds layer i, column j its neuron j
 * @property {CanvasImageSource} source
 * @property {number} resolution   pixels of a map along a side; the outermost are the plane's edges
 */

/**
 * @param {import('./types.js').Context2D} context
 * @param {Tile[]} tiles
 * @param {Atlas} atlas
 */
export function paintAtlas(context, tiles, { source, resolution }) {
  context.save();
  context.imageSmoothingEnabled = true;
  const opacity = context.globalAlpha;
  for (const { layer, neuron, x, y, width, height, radius = 0, opacity: share = 1 } of tiles) {
    context.globalAlpha = opacity * share;
    if (radius > 0) {
      context.save();
      context.beginPath();
      context.roundRect(x, y, width, height, radius);
      context.clip();
    }
    const left = neuron * resolution, top = (layer - 1) * resolution;
    drawNodes(context, source, left, top, resolution, x, y, width, height);
    if (radius > 0) context.restore();
  }
  context.restore();
}
