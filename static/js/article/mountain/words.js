/** @file What a way down was like, in words made from it. */

import { plainNumber } from '../../trace/printed.js';
import { said, together } from '../../words/sentence.js';

/** @typedef {import('./descent.js').Stop} Stop */
/** @typedef {'lost' | 'overshoots' | 'rises' | 'crawls' | 'arrives' | 'descends'} Fate */

/** Uphill steps beyond which a path is said to overshoot. */
const MANY_RISES = 3;
/** A cost that has kept this share after all steps has hardly fallen. */
const HARDLY = 0.6;
/** Of all that a cost has fallen, the share by which its last step may change it where a path has arrived. */
const AT_REST = 0.01;

/**
 * @param {readonly Stop[]} path
 * @param {import('./surface.js').Surface} surface
 * @returns {Fate}
 */
export function fateOf(path, { contains }) {
  const last = path[path.length - 1];
  if (!contains(last.at)) return 'lost';
  if (risesOf(path) >= MANY_RISES) return 'overshoots';
  if (last.cost >= path[0].cost) return 'rises';
  if (last.cost > HARDLY * path[0].cost) return 'crawls';
  const change = Math.abs(last.cost - path[path.length - 2].cost);
  return change <= AT_REST * (path[0].cost - last.cost) ? 'arrives' : 'descends';
}

/** How many steps went uphill. @param {readonly Stop[]} path */
export const risesOf = (path) => path.filter(({ cost }, step) => step > 0 && cost > path[step - 1].cost).length;

/** A cost in print; far off the map it may be more than a computer can hold. @param {number} cost */
const costText = (cost) => (Number.isFinite(cost) ? plainNumber(cost, 3) : 'more than the computer can hold');

/** @param {readonly Stop[]} path @param {import('./surface.js').Surface} surface */
function lostWords(path, surface) {
  const last = path[path.length - 1];
  // The step after which it did not come back.
  const left = path.findLastIndex(({ at }) => surface.contains(at)) + 1;
  if (!last.at.every(Number.isFinite)) {
    return said(`Step ${left} leaves the map, and the weights grow beyond what the computer can hold.`, { that: 'leaves the map', step: left, place: null });
  }
  const place = last.at.map((value) => plainNumber(value, 3));
  return said(`Step ${left} leaves the map. ${afterWords(path)} it is at (${place.join(', ')}), at a cost of ${costText(last.cost)}.`,
    { that: 'leaves the map', step: left, place }, { that: 'costs', last: costText(last.cost) });
}

/** @param {readonly Stop[]} path */
const afterWords = ({ length }) => `After ${length - 1} ${length === 2 ? 'step' : 'steps'}`;

/**
 * @param {readonly Stop[]} path
 * @param {import('./surface.js').Surface} surface
 * @returns {import('../../words/sentence.js').Sentence}
 */
export function wordsOf(path, surface) {
  const steps = path.length - 1;
  const [first, last] = [path[0], path[steps]].map(({ cost }) => costText(cost));
  const costs = { that: 'costs', first, last };
  if (steps === 0) return said(`The start, at a cost of ${first}.`, costs);
  const fate = fateOf(path, surface);
  const rises = risesOf(path);
  const claim = { that: 'path', fate, steps, rises };
  switch (fate) {
    case 'lost':
      return together(lostWords(path, surface), said('', claim));
    case 'overshoots':
      return said(`It overshoots: ${rises} of ${steps} steps went uphill. ${afterWords(path)} the cost is ${last}; it began at ${first}.`, claim, costs);
    case 'rises':
      return said(`It does not get down: ${afterWords(path).toLowerCase()} the cost is ${last}; it began at ${first}.`, claim, costs);
    case 'crawls':
      return said(`It crawls. ${afterWords(path)} the cost has only come from ${first} to ${last}.`, claim, costs);
    case 'arrives':
      return said(`It arrives. ${afterWords(path)} the cost has fallen from ${first} to ${last} and hardly moves any more.`, claim, costs);
    default:
      return said(`It gets down. ${afterWords(path)} the cost has fallen from ${first} to ${last}.`, claim, costs);
  }
}
