/** @file Where the network stands: columns of layers, and the cost at the end. Lanes below stand under the same columns. */

/** @typedef {{x: number, y: number}} Spot */

/**
 * @typedef {object} Geometry
 * @property {number} width
 * @property {number} height
 * @property {number} tile a neuron's side
 * @property {number[]} columns x of each layer, the inputs first
 * @property {(layer: number, k: number) => Spot} spot a neuron's middle
 * @property {Spot} cost
 */

const TILES = [56, 56, 50, 44];
/** Room for the names of inputs, and for the cost. */
const LEFT = 76;
const RIGHT = 60;
/** Smaller ones could not be told apart. */
const LEAST_TILE = 20;
/** Room for what is written over the uppermost. */
const TOP = 52;
/** What is under a tile. */
const FOOT = 30;

/** @param {number[]} sizes @param {number} width @param {number} height @returns {Geometry} */
export function geometryOf(sizes, width, height) {
  const most = Math.max(...sizes);
  const isNarrow = width < 560;
  const largest = isNarrow || height < 260 ? 44 : TILES[most - 1];
  const tile = Math.min(largest, TILES[most - 1], Math.max(LEAST_TILE, (height - TOP) / most - FOOT));
  const left = isNarrow ? 52 : LEFT;
  const right = width - (isNarrow ? 24 : RIGHT);
  const places = sizes.length; // and the cost, at the end
  const columns = sizes.map((_, at) => left + ((right - left) * at) / places);
  const top = tile / 2 + TOP / 2;
  const space = height - top - tile / 2 - FOOT;
  const pitch = Math.min(most > 1 ? space / (most - 1) : 0, tile * 2.3);
  const middle = top + space / 2;
  return {
    width, height, tile, columns,
    spot: (layer, k) => ({ x: columns[layer - 1], y: middle + (k - (sizes[layer - 1] - 1) / 2) * pitch }),
    cost: { x: right, y: middle },
  };
}

/** A wire leaves and comes in level. @param {Spot} from @param {Spot} to @param {number} tile */
export function wirePath(from, to, tile) {
  const [x1, x2] = [from.x + tile / 2, to.x - tile / 2];
  const bend = (x1 + x2) / 2;
  return `M${x1} ${from.y}C${bend} ${from.y} ${bend} ${to.y} ${x2} ${to.y}`;
}

/** A place along a wire. @param {Spot} from @param {Spot} to @param {number} tile @param {number} at 0 to 1 @returns {Spot} */
export function alongWire(from, to, tile, at) {
  const [x1, x2] = [from.x + tile / 2, to.x - tile / 2];
  const rest = 1 - at;
  const weights = [rest ** 3, 3 * rest * rest * at, 3 * rest * at * at, at ** 3];
  const xs = [x1, (x1 + x2) / 2, (x1 + x2) / 2, x2];
  const ys = [from.y, from.y, to.y, to.y];
  return { x: weights.reduce((sum, weight, i) => sum + weight * xs[i], 0), y: weights.reduce((sum, weight, i) => sum + weight * ys[i], 0) };
}
