/** @file Pairs of directions that span a slice through parameter space: each of length 1, at right angles to one another. */

import { dot, leadingOf, lengthOf } from './eigen.js';

/** @typedef {import('./slice_cost.js').Slice} Slice */
/** @typedef {readonly [Float64Array, Float64Array]} Pair */

/** Entries of a path that its directions are made from. */
const MOST_STOPS = 48;
/** A direction shorter than this share of the other one is none. */
const NOTHING = 1e-9;

/** @param {Float64Array} vector */
function unit(vector) {
  const length = lengthOf(vector);
  return vector.map((value) => value / length);
}

/**
 * The slice along two parameters, whose u and v are their values.
 * @param {ArrayLike<number>} parameters   θ: the others are held
 * @param {number} first   index in θ
 * @param {number} second   another one
 * @returns {Slice}
 */
export function axisSlice(parameters, first, second) {
  const base = Float64Array.from(parameters);
  const [along, across] = [first, second].map((index) => {
    base[index] = 0;
    const direction = new Float64Array(base.length);
    direction[index] = 1;
    return direction;
  });
  return { base, first: along, second: across };
}

/**
 * The slice along two directions through a place, whose u and v are counted from another one: what is drawn stays where it is
 * when the network moves on.
 * @param {Pair} pair @param {ArrayLike<number>} parameters   θ
 * @param {ArrayLike<number>} origin
 * @returns {Slice}
 */
export function sliceThrough([first, second], parameters, origin) {
  const [u, v] = placeIn({ base: Float64Array.from(origin), first, second }, parameters);
  return { base: Float64Array.from(parameters, (value, at) => value - u * first[at] - v * second[at]), first, second };
}

/**
 * Where a place of parameter space lies in a slice, seen at right angles to it.
 * @param {Slice} slice @param {ArrayLike<number>} parameters
 * @returns {[number, number]}
 */
export function placeIn({ base, first, second }, parameters) {
  let u = 0, v = 0;
  for (let at = 0; at < base.length; at++) {
    const off = parameters[at] - base[at];
    u += off * first[at];
    v += off * second[at];
  }
  return [u, v];
}

/** θ at a place of a slice. @param {Slice} slice @param {number} u @param {number} v */
export const parametersAt = ({ base, first, second }, u, v) => base.map((value, at) => value + u * first[at] + v * second[at]);

/**
 * The two directions in which a path went furthest: the first principal directions of its stops, seen from where it is now.
 * @param {readonly ArrayLike<number>[]} stops
 * @param {ArrayLike<number>} now
 * @returns {Pair | null}   null where it has not moved, or only along one line in a space of one dimension
 */
export function principalDirections(stops, now) {
  const every = Math.max(1, Math.ceil(stops.length / MOST_STOPS));
  const moves = stops.filter((_, at) => at % every === 0).map((stop) => Float64Array.from(now, (value, at) => stop[at] - value));
  const gram = moves.map((one) => Float64Array.from(moves, (other) => dot(one, other)));
  const { values, vectors } = leadingOf(gram);
  const [first, second] = [0, 1].map((rank) => {
    const sum = new Float64Array(now.length);
    if (!(values[rank] > NOTHING ** 2 * values[0])) return sum;
    moves.forEach((move, at) => move.forEach((value, index) => { sum[index] += vectors[rank][at] * value; }));
    return sum;
  });
  if (!(lengthOf(first) > 0)) return null;
  const along = unit(first);
  const across = squared(second, along) ?? squared(Float64Array.from(leastAxis(along)), along);
  return across && [along, across];
}

/** A parameter that a direction has least to do with. @param {Float64Array} direction */
function leastAxis(direction) {
  const least = direction.reduce((best, value, at) => (Math.abs(value) < Math.abs(direction[best]) ? at : best), 0);
  return Array.from(direction, (_, at) => (at === least ? 1 : 0));
}

/** What is left of a direction at right angles to another, of length 1; null where that is nothing. @param {Float64Array} vector @param {Float64Array} along */
function squared(vector, along) {
  const share = dot(vector, along);
  const rest = vector.map((value, at) => value - share * along[at]);
  return lengthOf(rest) > NOTHING * lengthOf(vector) ? unit(rest) : null;
}

/**
 * Directions turned so that they point as others did: what is drawn again does not flip.
 * @param {Pair} pair @param {Pair | null} before
 * @returns {Pair}
 */
export function alike(pair, before) {
  if (!before || before[0].length !== pair[0].length) return pair;
  const [first, second] = pair.map((direction, which) => (
    dot(direction, before[which]) < 0 ? direction.map((value) => -value) : direction));
  return [first, second];
}

/**
 * How much of a path's movement lies along each of two directions, and the rest of it nowhere in the slice: shares of the
 * squares of all stops' distances from where it is now.
 * @param {readonly ArrayLike<number>[]} stops @param {ArrayLike<number>} now @param {Pair} pair
 * @returns {[number, number]}   NaN where it has not moved
 */
export function sharesOf(stops, now, [first, second]) {
  let all = 0, along = 0, across = 0;
  for (const stop of stops) {
    let u = 0, v = 0;
    for (let at = 0; at < now.length; at++) {
      const move = stop[at] - now[at];
      all += move * move;
      u += move * first[at];
      v += move * second[at];
    }
    along += u * u;
    across += v * v;
  }
  return [along / all, across / all];
}

/**
 * Two random directions, each neuron's incoming weights as long as they are in θ and no biases, after Li et al., "Visualizing
 * the Loss Landscape of Neural Nets" (2018); then made of length 1 and at right angles.
 * @param {readonly number[]} sizes @param {readonly number[]} offsets @param {ArrayLike<number>} parameters
 * @param {() => number} normal   draws from the normal distribution
 * @returns {{pair: Pair, reach: number} | null}   `reach`: how long the first one was; null where all weights are 0
 */
export function randomDirections(sizes, offsets, parameters, normal) {
  const [first, second] = [0, 1].map(() => {
    const direction = new Float64Array(parameters.length);
    for (let i = 2; i <= sizes.length; i++) {
      const [sources, neurons] = [sizes[i - 2], sizes[i - 1]];
      for (let k = 0; k < neurons; k++) {
        const filter = Array.from({ length: sources }, (_, j) => offsets[i] + j * neurons + k);
        const drawn = filter.map(normal);
        const scale = lengthOf(filter.map((at) => parameters[at])) / lengthOf(drawn);
        filter.forEach((at, j) => { direction[at] = scale * drawn[j]; });
      }
    }
    return direction;
  });
  const reach = lengthOf(first);
  if (!(reach > 0)) return null;
  const along = unit(first);
  const across = squared(second, along) ?? squared(Float64Array.from(leastAxis(along)), along);
  return across && { pair: [along, across], reach };
}
