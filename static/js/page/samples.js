/**
 * Points drawn from a data set, and what the page remembers of the last drawing.
 */

import { mostPoints } from './limits.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('./view_state.js').Sample} Sample */
/** @typedef {import('./view_state.js').DrawnSample} DrawnSample */

/** @type {Sample} */
export const FIRST_SAMPLE = { dataset: 'blobs2', count: 200, noise: 0.1, test_share: 0.2, seed: 1 };

/**
 * The wish for a sample: the last one with changes. Only a number that is asked for can be more than the server takes.
 * @param {Sample | null} last
 * @param {Partial<Sample>} changes
 * @param {number} most points that the server takes
 * @returns {Sample}
 */
export function wished(last, changes, most) {
  const { dataset, count, noise, test_share, seed } = { ...FIRST_SAMPLE, ...last, ...changes };
  return { dataset, count: changes.count ?? Math.min(count, most), noise, test_share, seed };
}

/** @param {Point} point */
const placeOf = ({ x1, x2 }) => `${x1},${x2}`;

/** @param {readonly Point[]} points */
export const placesOf = (points) => new Map(points.map((point) => [point.id, placeOf(point)]));

/**
 * The sample, as long as most of the points still are where it put them; else null.
 * @param {readonly Point[]} points
 * @param {DrawnSample | null} sample
 */
export function sampleOf(points, sample) {
  if (!sample) return null;
  const still = points.filter((point) => sample.places.get(point.id) === placeOf(point)).length;
  return still > points.length / 2 ? sample : null;
}

/**
 * Draws all points anew.
 * @param {Page} page
 * @param {Partial<Sample>} changes to the last sample
 * @returns {Promise<void>} rejects with the server's refusal
 */
export async function drawSample({ send, state, view }, changes) {
  const sample = wished(view.get().sample, changes, mostPoints(state()));
  await send({ type: 'generate', ...sample });
  view.set({ sample: { ...sample, places: placesOf(state().points) }, chosen: null });
}
