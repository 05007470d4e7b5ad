/**
 * A data set as a small picture of its own points.
 */
import { colours, mixColours } from '../ui/colours.js';

/** @typedef {[number, number, number]} Preview x1, x2, target */

const REACH = 3;
const DOT = 1.3;
const MAX_RATIO = 2;

/** The colour of a real target: clay below zero, slate above. @param {number} target */
function heightColour(target) {
  const { paper, positive, negative } = colours();
  return mixColours(paper, target < 0 ? negative : positive, Math.min(1, 0.25 + 0.75 * Math.abs(target)));
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Preview[]} points
 * @param {'classification' | 'regression'} task
 */
export function drawThumbnail(canvas, points, task) {
  const size = canvas.clientWidth;
  const ratio = Math.min(MAX_RATIO, window.devicePixelRatio || 1);
  canvas.width = canvas.height = Math.round(size * ratio);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.scale(ratio, ratio);
  const { classes } = colours();
  for (const [x1, x2, target] of points) {
    context.fillStyle = task === 'regression' ? heightColour(target) : classes[target].mark;
    context.beginPath();
    context.arc(((x1 / REACH + 1) / 2) * size, ((1 - x2 / REACH) / 2) * size, DOT, 0, 2 * Math.PI);
    context.fill();
  }
}
