/**
 * What is drawn over the cost curve: events with their words, the names of the lines, where it broke.
 */
import { sansFont, TICK_SIZE } from '../fonts.js';
import { placeInColumn, placeInRow } from './placing.js';

/**
 * @typedef {object} Box of the curve, in CSS pixels
 * @property {number} left
 * @property {number} top
 * @property {number} right
 * @property {number} bottom
 */

/**
 * @typedef {object} Annotations
 * @property {Array<{x: number, text: string}>} events
 * @property {Array<{text: string, y: number, strong: boolean}>} ends the lines' names at their last values
 * @property {number} endX where the lines end
 * @property {number | null} brokenX where the numbers stopped being numbers
 * @property {number | null} backX where going back leads
 * @property {boolean} isRawShown faint lines lie behind the smooth ones
 */

const RULE = [1.5, 2.5];
const TRIANGLE = { half: 4, height: 6 };
const HALO = 4;
const LABEL = { height: 13, gap: 6, rise: 4 };
/** Radius of the dots that the lines end with. */
const END = 2.6;
const WIDE_ENOUGH_FOR_WORDS = 420;
const FAINT = 'faint: before smoothing';
const BROKEN = { long: 'not a number from here', short: 'NaN' };

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('../../ui/colours.js').Colours} colours
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {string} ink
 */
function write(context, colours, text, x, y, ink) {
  context.strokeStyle = colours.paper;
  context.lineWidth = HALO;
  context.lineJoin = 'round';
  context.strokeText(text, x, y);
  context.fillStyle = ink;
  context.fillText(text, x, y);
}

/** @param {CanvasRenderingContext2D} context @param {Box} box @param {number} x @param {string} ink */
function drawEventRule(context, { top, bottom }, x, ink) {
  context.strokeStyle = context.fillStyle = ink;
  context.lineWidth = 1;
  context.setLineDash(RULE);
  context.beginPath();
  context.moveTo(x, top);
  context.lineTo(x, bottom);
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(x, bottom);
  context.lineTo(x - TRIANGLE.half, bottom + TRIANGLE.height);
  context.lineTo(x + TRIANGLE.half, bottom + TRIANGLE.height);
  context.fill();
}

/** @param {CanvasRenderingContext2D} context @param {Box} box @param {Annotations} annotations
 *  @param {import('../../ui/colours.js').Colours} colours */
function drawEvents(context, box, { events, brokenX }, colours) {
  for (const { x } of events) drawEventRule(context, box, x, colours.control);
  const wide = box.right - box.left >= WIDE_ENOUGH_FOR_WORDS;
  const written = wide ? [...events] : [];
  if (brokenX !== null) written.push({ x: brokenX, text: wide ? BROKEN.long : BROKEN.short });
  const words = written.map(({ x, text }) => ({ x: x + LABEL.gap, width: context.measureText(text).width }));
  const y = box.top + LABEL.height - LABEL.rise;
  placeInRow(words, box.right, LABEL.gap).forEach((x, index) => {
    if (x !== null) write(context, colours, written[index].text, x, y, colours.ink2);
  });
}

/** What the faint lines are, where a falling curve leaves room. @param {CanvasRenderingContext2D} context @param {Box} box
 *  @param {Annotations} annotations @param {import('../../ui/colours.js').Colours} colours */
function drawFaint(context, { left, right, bottom }, { isRawShown }, colours) {
  if (isRawShown && right - left >= WIDE_ENOUGH_FOR_WORDS) write(context, colours, FAINT, left + LABEL.gap, bottom - LABEL.gap, colours.ink3);
}

/** @param {CanvasRenderingContext2D} context @param {Box} box @param {Annotations} annotations
 *  @param {import('../../ui/colours.js').Colours} colours */
function drawEnds(context, box, { ends, endX }, colours) {
  // Below lie the steps on the axis.
  const column = { top: box.top + LABEL.rise, bottom: box.bottom - LABEL.rise - HALO / 2 };
  const places = placeInColumn(ends.map(({ y }) => y), LABEL.height, column);
  ends.forEach(({ text, y, strong }, index) => {
    const ink = strong ? colours.ink : colours.ink2;
    drawEnd(context, endX, y, strong, ink, colours);
    write(context, colours, text, endX + LABEL.gap + END, places[index] + LABEL.rise, ink);
  });
}

/** Full for points that are learned from and hollow for the others, as on the plane.
 *  @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {boolean} full @param {string} ink
 *  @param {import('../../ui/colours.js').Colours} colours */
function drawEnd(context, x, y, full, ink, colours) {
  context.beginPath();
  context.arc(x, y, END, 0, 2 * Math.PI);
  context.fillStyle = full ? ink : colours.paper;
  context.fill();
  context.strokeStyle = ink;
  context.lineWidth = 1.2;
  context.stroke();
}

/** @param {CanvasRenderingContext2D} context @param {Box} box @param {Annotations} annotations
 *  @param {import('../../ui/colours.js').Colours} colours */
function drawBreak(context, { top, bottom }, { brokenX, backX }, colours) {
  if (brokenX === null) return;
  context.strokeStyle = colours.ink;
  context.lineWidth = 1.4;
  context.beginPath();
  context.moveTo(brokenX, top);
  context.lineTo(brokenX, bottom);
  context.stroke();
  if (backX === null) return;
  context.fillStyle = colours.paper;
  context.setLineDash([2, 2]);
  context.beginPath();
  context.arc(backX, bottom, TRIANGLE.half, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  context.setLineDash([]);
}

/**
 * Draws all of it. The context's unit is the CSS pixel.
 * @param {CanvasRenderingContext2D} context
 * @param {Box} box
 * @param {Annotations} annotations
 * @param {import('../../ui/colours.js').Colours} colours
 */
export function drawAnnotations(context, box, annotations, colours) {
  context.save();
  context.setLineDash([]); // the chart's own lines may be dashed
  context.font = sansFont(TICK_SIZE);
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  drawFaint(context, box, annotations, colours);
  drawEvents(context, box, annotations, colours);
  drawEnds(context, box, annotations, colours);
  drawBreak(context, box, annotations, colours);
  context.restore();
}
