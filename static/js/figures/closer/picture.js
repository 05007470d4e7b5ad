/**
 * A small picture of values over the plane, on the scale that it is given: pictures of one scale compare.
 */
import { createPixelBuffer, drawNodes } from '../../network/field/canvas.js';
import { shadeValues } from '../../network/field/shading.js';
import { onColoursChange } from '../../ui/colours.js';
import { createFrameLoop } from '../frame_loop.js';
import { wipe } from '../wipe.js';
import { palette } from './palette.js';

/** @param {HTMLElement} element positioned, a square */
export function mount(element) {
  /** @type {Float32Array | null} */
  let values = null;
  let scale = 1;
  /** @type {import('../../network/field/canvas.js').PixelBuffer | null} */
  let buffer = null;
  const loop = createFrameLoop(element, { layers: ['small-map'], onResize: () => {}, draw });

  function draw() {
    const [context] = loop.contexts;
    wipe(context);
    if (!values) return;
    const side = Math.sqrt(values.length);
    buffer ??= createPixelBuffer(document, side, side);
    const ramp = { row: palette().signedTile, signed: true, scale };
    shadeValues(values, 0, side, ramp, palette(), { words: buffer.words, corner: 0, stride: side });
    buffer.flush();
    context.imageSmoothingQuality = 'high';
    drawNodes(context, buffer.canvas, 0, 0, side, 0, 0, loop.size.width, loop.size.height);
  }

  const unsubscribe = onColoursChange(loop.invalidate);
  return {
    /**
     * @param {Float32Array} next over a square grid, rows from the top left; always of the same length
     * @param {number} greatest the magnitude that has the full colour
     */
    update(next, greatest) {
      values = next;
      scale = greatest || 1;
      loop.invalidate();
    },
    destroy() {
      unsubscribe();
      loop.destroy();
    },
  };
}
