/** @file A way over the ground as it is drawn: cut where it leaves the land, with places in between, so that it lies on the ground. */

import { inShares } from './land.js';

/** @typedef {import('./land.js').Land} Land */

/**
 * @typedef {object} Stop
 * @property {number} u
 * @property {number} v
 * @property {boolean} [dot]   it is marked on the line
 */

/** Places for each cell that a step crosses. */
const FINE = 2;

/**
 * @param {Land} land @param {readonly Stop[]} stops
 * @returns {{x: number, y: number}[][]}   the parts that lie on the land, in shares of the square
 */
export function partsOnLand(land, stops) {
  /** @type {{x: number, y: number}[][]} */
  const parts = [];
  let isOpen = false;
  const add = (/** @type {number} */ x, /** @type {number} */ y) => {
    const isInside = x >= 0 && x <= 1 && y >= 0 && y <= 1;
    if (isInside && !isOpen) parts.push([]);
    if (isInside) parts[parts.length - 1].push({ x, y });
    isOpen = isInside;
  };
  const places = stops.map((stop) => inShares(land, stop));
  places.forEach(({ x, y }, at) => {
    add(x, y);
    const next = places[at + 1];
    if (!next) return;
    const pieces = Math.min(400, Math.ceil(Math.max(Math.abs(next.x - x), Math.abs(next.y - y)) * (land.nodes - 1) * FINE));
    for (let piece = 1; piece < pieces; piece++) add(x + ((next.x - x) * piece) / pieces, y + ((next.y - y) * piece) / pieces);
  });
  return parts;
}
