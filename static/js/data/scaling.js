/**
 * From a table's own units to the plane and back: own = offset + factor × place, for each axis.
 */

/** @typedef {import('../types.js').Axis} Axis */
/** @typedef {'fill' | 'same' | 'standard' | 'as it is'} Scaling */

/** An axis that no table names or has in units of its own. @type {import('../types.js').Axis} */
export const PLAIN_AXIS = { name: '', unit: '', offset: 0, factor: 1 };

/** Tables are drawn in [−2.5, 2.5]² of the plane's [−3, 3]², so that no point lies on its rim. */
export const REACH = 2.5;
/** Real targets have their full colours at −1 and 1. */
export const TARGET_REACH = 1;

/** @typedef {{least: number, most: number, mean: number, deviation: number}} Spread of a column's values */

/** @param {ArrayLike<number>} values @returns {Spread} of no values: 0 */
export function spreadOf(values) {
  const count = values.length;
  if (count === 0) return { least: 0, most: 0, mean: 0, deviation: 0 };
  let [least, most, mean, squares] = [Infinity, -Infinity, 0, 0];
  for (let at = 0; at < count; at += 1) {
    const value = values[at];
    least = Math.min(least, value);
    most = Math.max(most, value);
    const off = value - mean; // Welford's way keeps the digits of values far from 0
    mean += off / (at + 1);
    squares += off * (value - mean);
  }
  return { least, most, mean, deviation: Math.sqrt(squares / count) };
}

/** Half of a range and its middle, by sums that don't overflow. @param {Spread} spread */
const halfOf = ({ least, most }) => ({ middle: least / 2 + most / 2, half: most / 2 - least / 2 });

/** A column of one value lies at 0. @param {number} factor */
const usable = (factor) => (Number.isFinite(factor) && factor > 0 ? factor : 1);

/**
 * @param {Scaling} scaling
 * @param {Spread[]} spreads of the axes that lie beside each other
 * @param {number} [reach] the own range fills this much of the plane each way
 * @returns {{offset: number, factor: number}[]}
 */
export function scaled(scaling, spreads, reach = REACH) {
  if (scaling === 'as it is') return spreads.map(() => ({ offset: 0, factor: 1 }));
  if (scaling === 'standard') return spreads.map(({ mean, deviation }) => ({ offset: mean, factor: usable(deviation) }));
  const halves = spreads.map(halfOf);
  const widest = Math.max(...halves.map(({ half }) => half));
  return halves.map(({ middle, half }) => ({ offset: middle, factor: usable((scaling === 'same' ? widest : half) / reach) }));
}

/** @param {Pick<Axis, 'offset' | 'factor'>} axis @param {number} own */
export const placeOf = ({ offset, factor }, own) => (own - offset) / factor;

/** @param {Pick<Axis, 'offset' | 'factor'>} axis @param {number} place */
export const ownOf = ({ offset, factor }, place) => offset + factor * place;
