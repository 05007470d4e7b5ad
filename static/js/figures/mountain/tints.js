/** @file The colours of the ground: from what lies above paper to slate as it rises, lit from the north-west, and darker where a contour line runs. */

import { parseColour } from '../../ui/colours.js';
import { RISE } from './camera.js';

const TINT = { least: 0.06, most: 0.55 };
const LIGHT = { east: -0.5, north: 0.35, strength: 0.2 };
export const SHADES = 256;
/** How strongly a line covers its pixel, in steps. */
export const COVERS = 16;

/**
 * The shade of each node, 0 to SHADES − 1: darker where it is higher and where it turns away from the light.
 * @param {import('./land.js').Land} land
 * @param {boolean} isLit   a map is not
 * @returns {Float32Array}
 */
export function shadesOf({ nodes, heights, bottom, top }, isLit) {
  const span = top - bottom, last = nodes - 1;
  const shades = new Float32Array(heights.length);
  for (let row = 0; row < nodes; row++) {
    for (let column = 0; column < nodes; column++) {
      const at = row * nodes + column;
      const share = (heights[at] - bottom) / span;
      const west = column > 0 ? at - 1 : at, east = column < last ? at + 1 : at;
      const south = row > 0 ? at - nodes : at, north = row < last ? at + nodes : at;
      const rise = (RISE * last) / (2 * span);
      const toEast = ((heights[east] - heights[west]) / (east - west)) * rise;
      const toNorth = ((heights[north] - heights[south]) / ((north - south) / nodes)) * rise;
      const light = isLit ? (-toEast * LIGHT.east - toNorth * LIGHT.north) / Math.hypot(1, toEast, toNorth) : 0;
      shades[at] = Math.max(0, Math.min(1, share - LIGHT.strength * light)) * (SHADES - 1);
    }
  }
  return shades;
}

/**
 * Pixels by how strongly a line covers them and by shade.
 * @param {import('../../ui/colours.js').Colours} colours
 * @returns {Uint32Array}   COVERS × SHADES, as a picture's bytes are laid out on little-endian machines
 */
export function pixelsOf({ raised, positive, ink2 }) {
  const [from, to, line] = [raised, positive, ink2].map(parseColour);
  const pixels = new Uint32Array(COVERS * SHADES);
  for (let cover = 0; cover < COVERS; cover++) {
    for (let shade = 0; shade < SHADES; shade++) {
      const slate = TINT.least + ((TINT.most - TINT.least) * shade) / (SHADES - 1);
      let pixel = 255;
      for (let at = 2; at >= 0; at--) {
        const ground = from[at] + (to[at] - from[at]) * slate;
        pixel = (pixel << 8) | Math.round(ground + ((line[at] - ground) * cover) / (COVERS - 1));
      }
      pixels[cover * SHADES + shade] = pixel;
    }
  }
  return pixels;
}
