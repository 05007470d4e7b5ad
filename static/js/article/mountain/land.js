/** @file The land that all mountains of the article show: measured once, when the first of them wakes. */

import { symbolOf } from '../../figures/network/symbols.js';
import { weightKey } from '../../network/keys.js';
import { measured } from '../../network/mountain/measure.js';
import { othersTurn } from '../../ui/pieces.js';
import { createSurface, problemAndSlice } from './surface.js';

/** @typedef {import('../../figures/mountain/frame.js').AxisName} AxisName */

/**
 * @typedef {Object} Land
 * @property {import('./surface.js').Surface} surface
 * @property {readonly [AxisName, AxisName]} axes   the two weights
 * @property {import('../../network/mountain/measure.js').Square} square
 * @property {Promise<import('../../network/mountain/measure.js').Heights>} ground   takes a while: thousands of places, each with the cost of all points
 */

const NODES = 49;
/** Milliseconds of computing before the page gets its turn. */
const SLICE = 6;

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
  const { low, high } = mountain;
  /** @type {import('../../network/mountain/measure.js').Square} */
  const square = { centre: [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2], half: (high[0] - low[0]) / 2 };
  const [first, second] = mountain.weights.map(([layer, to, from]) => ({ symbol: symbolOf(weightKey(layer, to, from), article.architecture) }));
  return { surface: createSurface(article, mountain), axes: [first, second], square, ground: measure(article, mountain, square) };
}

/** Without ever holding the page up. @param {import('../networks.js').Network} network @param {import('../networks.js').MountainData} data @param {import('../../network/mountain/measure.js').Square} square */
async function measure(network, data, square) {
  const { problem, slice } = problemAndSlice(network, data);
  let begun = performance.now();
  for (const { heights } of measured(problem, slice, square, [NODES])) {
    if (heights) return heights;
    if (performance.now() - begun < SLICE) continue;
    await othersTurn();
    begun = performance.now();
  }
  throw new Error('Measuring ends with heights.');
}
