/** @file What a way down was like, in words made from it. */

import { formatNumber } from '../../ui/format.js';

/** @typedef {import('./descent.js').Stop} Stop */

/** Uphill steps beyond which a path is said to overshoot. */
const MANY_RISES = 3;
/** A cost that has kept this share after all steps has hardly fallen. */
const HARDLY = 0.6;

/**
 * @param {readonly Stop[]} path
 * @param {import('./surface.js').Surface} surface
 * @returns {'lost' | 'overshoots' | 'crawls' | 'arrives'}
 */
export function fateOf(path, { contains }) {
  const last = path[path.length - 1];
  if (!contains(last.at)) return 'lost';
  if (risesOf(path) >= MANY_RISES) return 'overshoots';
  return last.cost > HARDLY * path[0].cost ? 'crawls' : 'arrives';
}

/** How many steps went uphill. @param {readonly Stop[]} path */
export const risesOf = (path) => path.filter(({ cost }, step) => step > 0 && cost > path[step - 1].cost).length;

/**
 * @param {readonly Stop[]} path
 * @param {import('./surface.js').Surface} surface
 */
export function wordsOf(path, surface) {
  const steps = path.length - 1;
  const [first, last] = [path[0], path[steps]];
  const cost = (/** @type {Stop} */ stop) => formatNumber(stop.cost);
  if (steps === 0) return `The start, at a cost of ${cost(first)}.`;
  const after = `After ${steps} ${steps === 1 ? 'step' : 'steps'}`;
  switch (fateOf(path, surface)) {
    case 'lost': {
      const left = path.findIndex(({ at }) => !surface.contains(at));
      const [u, v] = last.at.map((value) => formatNumber(value, 1));
      return `Far too large. Step ${left} jumps off the map. ${after} it is at (${u}, ${v}), at a cost of ${cost(last)}.`;
    }
    case 'overshoots':
      return `It overshoots: ${risesOf(path)} of ${steps} steps went uphill. ${after} the cost is ${cost(last)}; it began at ${cost(first)}.`;
    case 'crawls':
      return `It crawls. ${after} the cost has only come from ${cost(first)} to ${cost(last)}.`;
    default:
      return `It arrives. ${after} the cost has fallen from ${cost(first)} to ${cost(last)}.`;
  }
}
