/**
 * Empties a canvas. `clearRect` would do, but Chromium (seen in 156) now and then drops a clear after which nothing is drawn,
 * and keeps the picture before: rings around points that are gone.
 */

/** @param {CanvasRenderingContext2D} context */
export function wipe(context) {
  context.save();
  context.globalCompositeOperation = 'copy';
  context.fillStyle = 'transparent';
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
}
