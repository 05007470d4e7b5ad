/** @file The eye on the mountain: where a place of the land lies in the picture, and how light the ground is there. */

/** @typedef {import('./terrain.js').Terrain} Terrain */
/** @typedef {{turn: number, tilt: number}} Camera   radians: round the mountain; 0 from the side, π/2 from above */
/** @typedef {(x: number, y: number, cost: number) => {x: number, y: number}} Project   x, y in 0..1 of the map */

/** Height of the highest place, where half the map's side is 1. Heights are in proportion to the cost, from 0. */
const RISE = 1.05;
/** What the picture needs, in the same unit: the map's diagonal, and its depth with the highest place. */
const ROOM = { across: 2.83, up: 2.6 };
/** CSS pixels on either side, for the numbers of the scale. */
const MARGIN = 26;
const LIGHT = { east: -0.5, north: 0.35, strength: 0.16 };
export const SHADES = 32;

/**
 * @param {Camera} camera
 * @param {{width: number, height: number}} size
 * @param {number} highest
 * @returns {Project}
 */
export function projection({ turn, tilt }, { width, height }, highest) {
  const scale = Math.min((width - 2 * MARGIN) / ROOM.across, height / ROOM.up);
  const [cos, sin, up, flat] = [Math.cos(turn), Math.sin(turn), Math.cos(tilt), Math.sin(tilt)];
  const base = height / 2 + (RISE * up * scale) / 2;
  return (x, y, cost) => {
    const [east, north] = [2 * x - 1, 2 * y - 1];
    return {
      x: width / 2 + (east * cos - north * sin) * scale,
      y: base - ((east * sin + north * cos) * flat + (RISE * up * cost) / highest) * scale,
    };
  };
}

/** Which sides of the map lie near the eye. @param {Camera} camera */
export function nearSides({ turn }) {
  return { column: Math.sin(turn) > 0 ? 0 : 1, row: Math.cos(turn) > 0 ? 0 : 1 };
}

/**
 * The shade of each cell, 0 to SHADES − 1: darker where it is higher and where it turns away from the light.
 * @param {Terrain} terrain
 * @returns {Uint8Array}
 */
export function shadesOf({ nodes, heights, highest }) {
  const cells = nodes - 1;
  return Uint8Array.from({ length: cells * cells }, (_, cell) => {
    const at = Math.floor(cell / cells) * nodes + (cell % cells);
    const [a, b, c, d] = [heights[at], heights[at + 1], heights[at + nodes + 1], heights[at + nodes]];
    const [east, north] = [(b + c - a - d) / 2, (c + d - a - b) / 2].map((rise) => (rise * cells * RISE) / (2 * highest));
    const light = (-east * LIGHT.east - north * LIGHT.north) / Math.hypot(1, east, north);
    const share = (a + b + c + d) / (4 * highest) - LIGHT.strength * light;
    return Math.max(0, Math.min(SHADES - 1, Math.round(share * (SHADES - 1))));
  });
}
