/**
 * @file The slice that the plane shows: where it holds the further coordinates of points.
 */

import { furtherPlace } from './features.js';

/** @typedef {import('../types.js').Point} Point */

/** @type {WeakMap<readonly Point[], readonly number[]>} */
const means = new WeakMap();

/** Means of the points' further coordinates; empty where no point has any. @param {readonly Point[]} points */
export function meansOf(points) {
  const known = means.get(points);
  if (known) return known;
  const width = points.reduce((most, { more }) => Math.max(most, more?.length ?? 0), 0);
  const found = Object.freeze(Array.from({ length: width }, (_, place) => (
    points.reduce((sum, { more }) => sum + (more?.[place] ?? 0), 0) / points.length)));
  means.set(points, found);
  return found;
}

/**
 * @param {readonly Point[]} points
 * @param {ReadonlyArray<number | null>} wished null, or nothing: the mean of the points
 * @returns {readonly number[]}
 */
export const heldOf = (points, wished) => meansOf(points).map((mean, place) => wished[place] ?? mean);

/** What a new point of the plane has, so that it lies in its slice. @param {readonly number[]} held @returns {{more?: number[]}} */
export const lyingIn = (held) => (held.length > 0 ? { more: [...held] } : {});

/** How far from its slice, in steps of the plane, a point is half faded at first: halfway between one that lies in it and one that lies far off. */
export const HALF_FADED = 0.6;
const FAINTEST = 0.22;

/**
 * Which further coordinates are inputs of a network, by their places.
 * @param {{features: readonly string[]}} network
 */
export const slicedPlaces = ({ features }) => features.map(furtherPlace).filter((place) => place >= 0);

/**
 * How strongly a point is drawn, from 0 to 1, by its distance from the slice along the network's further inputs.
 * @param {Pick<Point, 'more'>} point
 * @param {readonly number[]} held
 * @param {readonly number[]} places of these inputs
 * @param {number} [reach] how far off one is half faded
 */
export function strengthOf({ more }, held, places, reach = HALF_FADED) {
  let squares = 0;
  for (const place of places) squares += ((more?.[place] ?? 0) - (held[place] ?? 0)) ** 2;
  return FAINTEST + (1 - FAINTEST) / (1 + squares / reach ** 2);
}
