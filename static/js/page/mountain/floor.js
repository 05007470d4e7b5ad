/**
 * What the floor of the mountain is laid along, as a slice through the network's parameters, and how much of it is shown.
 */
import { biasKey, parseKey, weightKey } from '../../network/keys.js';
import { alike, axisSlice, placeIn, principalDirections, randomDirections, sharesOf, sliceThrough } from '../../network/mountain/directions.js';

/** @typedef {import('../../network/architecture.js').Architecture} Architecture */
/** @typedef {import('../../network/mountain/slice_cost.js').Slice} Slice */
/** @typedef {import('../../network/mountain/measure.js').Square} Square */
/** @typedef {import('./state.js').Floor} Floor */

/** Half of the square's side at least, in units of weights, and how far beyond the path it reaches. */
const LEAST = { weights: 2, path: 0.25 };
/** The path's directions stay until others hold so much more of its movement. */
const BETTER = 1.1;
const BEYOND = 1.45;
/** The square's side is one of these steps, and its middle on a grid of an eighth of half of it, so that it seldom changes. */
const STEP = 2 ** 0.25;
const GRID = 0.125;
/** Sides that float64 can tell places apart on. */
const HALVES = { least: 1e-4, most: 1e6 };

/** Where a weight or bias stands in θ; -1 where the network has no such one. @param {string} key @param {Architecture} architecture */
export function indexOf(key, architecture) {
  const element = parseKey(key, architecture.layers);
  if (!element || (element.kind !== 'weight' && element.kind !== 'bias')) return -1;
  const { kind, layer, neuron, source } = element, { sizes } = architecture;
  if (layer < 2 || layer > sizes.length || neuron >= sizes[layer - 1] || source >= sizes[layer - 2]) return -1;
  return kind === 'weight' ? architecture.weightIndex(layer, neuron, source) : architecture.biasIndex(layer, neuron);
}

/** The keys of all weights and biases, in the order of θ. @param {Architecture} architecture @returns {string[]} */
export const parameterKeys = ({ sizes }) => sizes.slice(1).flatMap((neurons, at) => {
  const layer = at + 2, sources = sizes[at];
  return Array.from({ length: (sources + 1) * neurons }, (_, place) => {
    const [source, neuron] = [Math.floor(place / neurons), place % neurons];
    return source < sources ? weightKey(layer, neuron, source) : biasKey(layer, neuron);
  });
});

/**
 * The two weights or biases that the floor is laid along: those that were chosen, as far as the network has them and they
 * are two, else those that moved furthest on the path.
 * @param {Extract<Floor, {kind: 'weights'}> | null} floor
 * @param {Architecture} architecture
 * @param {readonly {parameters: ArrayLike<number>}[]} stops
 * @returns {[string, string]}
 */
export function axesOf(floor, architecture, stops) {
  const chosen = floor ? [floor.first, floor.second].filter((key) => indexOf(key, architecture) >= 0) : [];
  const [first, last] = [stops[0]?.parameters, stops.at(-1)?.parameters];
  const moved = (/** @type {string} */ key) => {
    const index = indexOf(key, architecture);
    return first && last ? Math.abs(last[index] - first[index]) : 0;
  };
  const others = parameterKeys(architecture).filter((key) => !chosen.includes(key));
  // Sorting keeps the order of those that moved alike.
  const ranked = others.map((key) => ({ key, by: moved(key) })).sort((one, other) => other.by - one.by).map(({ key }) => key);
  const [one, other] = [...new Set([...chosen, ...ranked])];
  return [one, other];
}

/**
 * @param {readonly [string, string]} axes
 * @param {Architecture} architecture
 * @param {ArrayLike<number>} parameters θ
 */
export const sliceAlong = (axes, architecture, parameters) => (
  axisSlice(parameters, indexOf(axes[0], architecture), indexOf(axes[1], architecture)));

/**
 * A floor that is laid.
 * @typedef {object} Laid
 * @property {Floor['kind']} kind
 * @property {Floor | null} wished
 * @property {Slice} slice
 * @property {[string, string] | null} axes keys of two weights or biases
 * @property {number} least half of the square's side at least
 */

/**
 * Lays the floor through where the network is. What nobody chose follows the path as soon as there is one.
 * @param {{floor: Floor | null, architecture: Architecture, parameters: ArrayLike<number>, stops: readonly {parameters: ArrayLike<number>}[]}} ground
 * @param {Laid | null} before the floor of the same network before, which it stays like
 * @returns {Laid}
 */
export function laidFloor({ floor, architecture, parameters, stops }, before) {
  const places = stops.map((stop) => stop.parameters);
  const origin = places[0] ?? parameters;
  if (floor === null || floor.kind === 'path') {
    const pair = pathPair(places, parameters, before?.kind === 'path' ? before.slice : null);
    if (pair) return { kind: 'path', wished: floor, slice: sliceThrough(pair, parameters, origin), axes: null, least: LEAST.path };
  }
  if (floor?.kind === 'random') {
    if (before?.kind === 'random' && before.wished === floor) {
      return { ...before, slice: sliceThrough([before.slice.first, before.slice.second], parameters, origin) };
    }
    const found = randomDirections(architecture.sizes, architecture.offsets, parameters, normalFrom(floor.seed));
    if (found) return { kind: 'random', wished: floor, slice: sliceThrough(found.pair, parameters, origin), axes: null, least: found.reach };
  }
  const kept = floor?.kind !== 'weights' && before?.kind === 'weights' ? before.axes : null;
  const axes = kept ?? axesOf(floor?.kind === 'weights' ? floor : null, architecture, stops);
  return { kind: 'weights', wished: floor, slice: sliceAlong(axes, architecture, parameters), axes, least: LEAST.weights };
}

/** @param {readonly ArrayLike<number>[]} places @param {ArrayLike<number>} now @param {Slice | null} before */
function pathPair(places, now, before) {
  const pair = principalDirections(places, now);
  if (!pair || !before) return pair;
  const held = (/** @type {readonly [Float64Array, Float64Array]} */ of) => sharesOf(places, now, of).reduce((sum, share) => sum + share, 0);
  const known = /** @type {const} */ ([before.first, before.second]);
  return held(pair) > BETTER * held(known) ? alike(pair, known) : known;
}

/** Draws from the normal distribution that follow from a seed. @param {number} seed */
function normalFrom(seed) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
}

/**
 * The square that holds the path and some land around it.
 * @param {Slice} slice
 * @param {readonly {parameters: ArrayLike<number>}[]} stops
 * @param {ArrayLike<number>} now
 * @param {number} reach how much more is to be shown
 * @param {number} [least] half of its side at least, before that
 * @returns {Square}
 */
export function squareOf(slice, stops, now, reach, least = LEAST.weights) {
  const places = [...stops.map(({ parameters }) => placeIn(slice, parameters)), placeIn(slice, now)].filter((place) => place.every(Number.isFinite));
  const spans = [0, 1].map((axis) => {
    const values = places.map((place) => place[axis]);
    return [Math.min(...values), Math.max(...values)];
  });
  const wished = Math.max(least, BEYOND * Math.max(...spans.map(([low, high]) => (high - low) / 2)));
  const step = STEP ** Math.ceil(Math.log(wished) / Math.log(STEP) - 1e-9);
  const half = Math.max(HALVES.least, Math.min(HALVES.most, step * reach));
  // Whoever looks closer looks at where it is now.
  const middles = reach < 1 ? placeIn(slice, now) : spans.map(([low, high]) => (low + high) / 2);
  const [u, v] = middles.map((middle) => Math.round(middle / (half * GRID)) * half * GRID);
  return { centre: [u, v], half };
}
