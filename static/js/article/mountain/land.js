/** @file The land that all mountains of the article show: computed once, when the first of them wakes. */

import { createSurface, heightsOf } from './surface.js';
import { createTerrain } from './terrain.js';
import { shadesOf } from './view.js';
import { weightKey } from '../../network/keys.js';
import { othersTurn } from '../../ui/pieces.js';
import { symbolOf } from '../../figures/network/symbols.js';

/** @typedef {import('../../figures/network/symbols.js').Symbol} Symbol */

/**
 * @typedef {Object} Land
 * @property {import('./surface.js').Surface} surface
 * @property {readonly [Symbol, Symbol]} axes   the two weights
 * @property {Promise<Ground>} ground   takes a while: thousands of places, each with the cost of all points
 */

/** @typedef {{terrain: import('./terrain.js').Terrain, shades: Uint8Array}} Ground   shades by cell, as the light falls */

const NODES = 49;
const CONTOUR_SPACING = 0.125;

/** @type {WeakMap<import('../networks.js').Networks, Land>} */
const lands = new WeakMap();

/** @param {import('../networks.js').Networks} networks */
export function landOf(networks) {
  const land = lands.get(networks) ?? makeLand(networks);
  lands.set(networks, land);
  return land;
}

/** @param {import('../networks.js').Networks} networks @returns {Land} */
function makeLand({ article, mountain }) {
  const surface = createSurface(article, mountain);
  const [first, second] = mountain.weights.map(([layer, to, from]) => symbolOf(weightKey(layer, to, from), article.architecture));
  return { surface, axes: [first, second], ground: makeGround(surface) };
}

/** @param {import('./surface.js').Surface} surface */
async function makeGround(surface) {
  const heights = await heightsOf(surface, NODES);
  await othersTurn();
  const terrain = createTerrain(heights, NODES, CONTOUR_SPACING);
  await othersTurn();
  return { terrain, shades: shadesOf(terrain) };
}
