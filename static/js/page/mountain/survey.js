/**
 * @file A survey: the ground that was measured, and what of the run lies on it. What is drawn and what is said are functions of it.
 */
import { isOnLand } from '../../figures/mountain/land.js';
import { placeIn, sharesOf } from '../../network/mountain/directions.js';

/** @typedef {import('./path.js').Stop} Stop */
/** @typedef {import('../../figures/mountain/land.js').Land} Land */

/**
 * @typedef {object} Survey
 * @property {import('../../network/architecture.js').Architecture} architecture
 * @property {import('../../network/mountain/problem.js').Problem} problem
 * @property {import('../../network/mountain/slice_cost.js').Slice} slice
 * @property {import('../../network/mountain/measure.js').Square} square
 * @property {import('../../network/mountain/measure.js').Heights} heights
 * @property {'weights' | 'path' | 'random'} kind
 * @property {'weights' | 'path' | 'random' | null} wished what the floor was to be laid along; null: as suits the run
 * @property {readonly [string, string] | null} axes keys of two weights or biases
 * @property {ArrayLike<number>} parameters θ that it was laid through
 * @property {boolean} isFine nothing finer is to come
 */

/**
 * What is known of a run and a survey at one time.
 * @typedef {object} Told
 * @property {Survey} survey
 * @property {Land} land the same, as it is drawn
 * @property {readonly Stop[]} stops the way of the run, as far as it is known; the last one is now
 * @property {import('../../network/mountain/shape.js').Shape | null} shape of the ground around now, where it is known
 * @property {Float64Array | null} next θ after the next step, where it is known
 * @property {boolean} isOld the ground is no longer that of now
 */

/** Dots on the way, at most. */
const MOST_DOTS = 40;
/** A cost that differs from the ground's by more than this share of the land's height is another one. */
export const APART = 0.02;

/** Steps from one dot to the next: 1, 10, 100 and so on. @param {readonly {step: number}[]} stops */
export function dotsApart(stops) {
  const steps = stops.length > 0 ? stops[stops.length - 1].step - stops[0].step : 0;
  let every = 1;
  while (steps / every > MOST_DOTS) every *= 10;
  return every;
}

/**
 * The run's way on the floor.
 * @param {Pick<Survey, 'slice'>} survey
 * @param {readonly Stop[]} stops
 * @returns {import('../../figures/mountain/way.js').Stop[]}
 */
export function wayOf({ slice }, stops) {
  const every = dotsApart(stops);
  return stops.map(({ step, parameters }, at) => {
    const [u, v] = placeIn(slice, parameters);
    return { u, v, dot: at > 0 && Math.floor(step / every) !== Math.floor(stops[at - 1].step / every) };
  });
}

/**
 * How much of the run's movement lies in the slice: shares of the squares of its stops' distances from now.
 * @param {Pick<Told, 'survey' | 'stops'>} told
 * @returns {[number, number] | null} null where it has not moved
 */
export function movementIn({ survey: { slice }, stops }) {
  const now = stops.at(-1);
  if (!now) return null;
  const shares = sharesOf(stops.map(({ parameters }) => parameters), now.parameters, [slice.first, slice.second]);
  return shares.every(Number.isFinite) ? shares : null;
}

/**
 * Where the run has come down while the ground beneath its way has gone up: since which stop, or null.
 * @param {Pick<Told, 'survey' | 'land' | 'stops'>} told
 * @param {(u: number, v: number) => number} costAt of the slice
 * @returns {Stop | null}
 */
export function seemsUphill({ survey: { slice }, land, stops }, costAt) {
  const now = stops.at(-1);
  if (!now) return null;
  const apart = APART * (land.highest - land.lowest.cost);
  const here = costAt(...placeIn(slice, now.parameters));
  return stops.find(({ parameters, cost }) => {
    const [u, v] = placeIn(slice, parameters);
    return cost > now.cost + apart && isOnLand(land, { u, v }) && costAt(u, v) < here - apart;
  }) ?? null;
}
