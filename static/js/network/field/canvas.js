/** @file Canvases that are never shown: pictures on the way to one that is. */

/**
 * @typedef {Object} PixelBuffer   an image of a fixed size, written as words and drawn as a canvas
 * @property {HTMLCanvasElement} canvas
 * @property {Uint32Array} words            a pixel each, rows from the top
 * @property {() => void} flush             takes the words over into the canvas
 */

/**
 * @param {Document} document
 * @param {number} width
 * @param {number} height
 * @returns {PixelBuffer}
 */
export function createPixelBuffer(document, width, height) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const image = context.createImageData(width, height);
  return {
    canvas,
    words: new Uint32Array(image.data.buffer),
    flush: () => context.putImageData(image, 0, 0),
  };
}

/**
 * Draws a picture whose outermost pixels are nodes on the edges of the plane, so that their middles come to
 * lie there.
 * @param {import('./types.js').Context2D} context
 * @param {CanvasImageSource} source
 * @param {number} left   of the picture in the source
 * @param {number} top
 * @param {number} resolution
 * @param {number} x      where it goes
 * @param {number} y
 * @param {number} width
 * @param {number} height
 */
export function drawNodes(context, source, left, top, resolution, x, y, width, height) {
  context.drawImage(source, left + 0.5, top + 0.5, resolution - 1, resolution - 1, x, y, width, height);
}

/** Device pixels a unit of the context. @param {import('./types.js').Context2D} context */
export function pixelRatio(context) {
  const { a, b } = context.getTransform();
  return Math.hypot(a, b);
}
