/** @file Words on the hills, each beside its mark where nothing else stands: right, left, above, below, or further off with a thread. */

import { sansFont } from '../fonts.js';

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */
/** @typedef {import('./camera.js').Spot} Spot */

/**
 * @typedef {object} Label
 * @property {string} words
 * @property {Spot} spot   what it names
 * @property {string} ink
 * @property {number} [weight]
 */

const FONT = 12;
const LINE = 15;
const AWAY = 9;
const EDGE = 4;
const HALO = 4;
/** Distances that are tried, nearest first. */
const REACHES = [AWAY, 22, 38, 56];
/** From so far on a thread leads to what is named. */
const THREADED = 20;
/** Right, left, above, below, and the corners between. */
const SIDES = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [-1, -1], [1, 1], [-1, 1]];

/** @param {Box} a @param {Box} b */
export const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Where a label of this width stands.
 * @param {Spot} spot @param {number} width @param {{width: number, height: number}} size @param {readonly Box[]} taken
 * @returns {{box: Box, isFar: boolean} | null}   null where there is no room
 */
export function placed(spot, width, size, taken) {
  for (const reach of REACHES) {
    for (const [across, down] of SIDES) {
      const middle = { x: spot.x + across * (reach + width / 2), y: spot.y + down * (reach + LINE / 2) };
      const box = { left: middle.x - width / 2, right: middle.x + width / 2, top: middle.y - LINE / 2, bottom: middle.y + LINE / 2 };
      const fits = box.left >= EDGE && box.right <= size.width - EDGE && box.top >= EDGE && box.bottom <= size.height - EDGE;
      if (fits && !taken.some((other) => overlap(box, other))) return { box, isFar: reach > THREADED };
    }
  }
  return null;
}

/**
 * @param {CanvasRenderingContext2D} context @param {readonly Label[]} labels   the first ones have the first choice
 * @param {Box[]} taken   by marks; labels that stand are added
 * @param {{width: number, height: number}} size @param {string} paper
 */
export function drawLabels(context, labels, taken, size, paper) {
  context.save();
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.lineJoin = 'round';
  for (const { words, spot, ink, weight = 560 } of labels) {
    context.font = sansFont(FONT, weight);
    const found = placed(spot, context.measureText(words).width, size, taken);
    if (!found) continue;
    const { box, isFar } = found;
    taken.push(box);
    const y = (box.top + box.bottom) / 2;
    if (isFar) {
      context.lineWidth = 1;
      context.strokeStyle = ink;
      context.beginPath();
      context.moveTo(spot.x, spot.y);
      context.lineTo(Math.max(box.left, Math.min(box.right, spot.x)), spot.y < y ? box.top : box.bottom);
      context.stroke();
    }
    context.lineWidth = HALO;
    context.strokeStyle = paper;
    context.fillStyle = ink;
    context.strokeText(words, box.left, y);
    context.fillText(words, box.left, y);
  }
  context.restore();
}
