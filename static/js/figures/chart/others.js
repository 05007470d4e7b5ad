/**
 * The other branches of a run beside the one that is drawn in full: pale, from the dot where they leave it to the ring where they
 * end.
 */
import { smoothed } from './smooth.js';

/** @typedef {import('./scene.js').OtherLine} OtherLine */

const LINE = { width: 1.3, alpha: 0.5 };
const DOT = { fork: 2.5, end: 3 };

/** @param {OtherLine} other @param {boolean} logarithmic */
const drawable = ({ costs }, logarithmic) => (
  Array.from(costs, (cost) => (Number.isFinite(cost) && (!logarithmic || cost > 0) ? cost : null)));

/** All costs of the other lines that can be drawn. @param {readonly OtherLine[]} others @param {boolean} logarithmic */
export const costsOf = (others, logarithmic) => (
  others.flatMap((other) => drawable(other, logarithmic).filter((cost) => cost !== null)));

/** The last step of any of them. @param {readonly OtherLine[]} others */
export const lastOf = (others) => others.reduce((last, { steps }) => Math.max(last, steps[steps.length - 1] ?? -Infinity), -Infinity);

/**
 * The context's unit is the CSS pixel.
 * @param {CanvasRenderingContext2D} context
 * @param {readonly OtherLine[]} others
 * @param {{x: (step: number) => number, y: (cost: number) => number, logarithmic: boolean}} scales
 * @param {import('../../ui/colours.js').Colours} colours
 */
export function drawOthers(context, others, { x, y, logarithmic }, colours) {
  for (const other of others) {
    const costs = smoothed(drawable(other, logarithmic), logarithmic);
    const places = costs.flatMap((cost, at) => (cost === null ? [] : [[x(other.steps[at]), y(cost)]]));
    if (places.length === 0) continue;
    context.strokeStyle = colours.ink;
    context.lineWidth = LINE.width;
    context.globalAlpha = LINE.alpha;
    context.beginPath();
    places.forEach(([across, down], at) => (at === 0 ? context.moveTo(across, down) : context.lineTo(across, down)));
    context.stroke();
    context.globalAlpha = 1;
    const [first, last] = [places[0], places[places.length - 1]];
    context.fillStyle = colours.ink;
    context.beginPath();
    context.arc(first[0], first[1], DOT.fork, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = colours.paper;
    context.strokeStyle = colours.ink3;
    context.beginPath();
    context.arc(last[0], last[1], DOT.end, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
}
