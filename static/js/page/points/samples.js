/**
 * Points drawn from a data set, and what the page remembers of the last drawing.
 */

import { recall, remember } from '../../ui/memory.js';
import { mostPoints } from './limits.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../../types.js').Point} Point */
/** @typedef {import('../../types.js').Sample} Sample */
/** @typedef {import('../../types.js').Drawn} Drawn */

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

/** The points of a drawing by their ids. @type {WeakMap<Point[], Map<number, Point>>} */
const indices = new WeakMap();

/** @param {Point[]} points */
function indexOf(points) {
  const index = indices.get(points) ?? new Map(points.map((point) => [point.id, point]));
  indices.set(points, index);
  return index;
}

/**
 * The sample, as long as most of the points still are where it put them; else null.
 * @param {readonly Point[]} points
 * @param {Drawn | null} sample
 */
export function sampleOf(points, sample) {
  if (!sample) return null;
  const drawn = indexOf(sample.points);
  const still = points.filter(({ id, x1, x2 }) => drawn.get(id)?.x1 === x1 && drawn.get(id)?.x2 === x2).length;
  return still > points.length / 2 ? sample : null;
}

const KEY = 'networks-start-anew';

/** Whether the network starts anew with another data set, as this browser remembers it: what it learned of one is wrong of another. */
export const startsAnew = () => recall(KEY) !== 'off';

/** @param {boolean} anew */
export const rememberStartsAnew = (anew) => remember(KEY, anew ? 'on' : 'off');

/** The data set that the points come from; null for others. @param {Pick<import('../../types.js').State, 'points' | 'drawn'>} state */
export function presentDataset({ points, drawn }) {
  return points.length === 0 ? 'blank' : sampleOf(points, drawn)?.dataset ?? null;
}

/**
 * Draws all points anew.
 * @param {Page} page
 * @param {Partial<Sample>} changes to the last sample
 * @returns {Promise<void>} rejects with the server's refusal
 */
export async function drawSample({ send, state, view }, changes) {
  const sample = wished(state.drawn, changes, mostPoints(state));
  const isOther = sample.dataset !== presentDataset(state);
  await send({ type: 'generate', ...sample, fresh: isOther && startsAnew() });
  view.plane.chosen = null;
}
