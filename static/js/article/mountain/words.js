/** @file What a way down was like, in words made from it. */

import { plainNumber } from '../../trace/printed.js';
import { said, together } from '../../words/sentence.js';

/** @typedef {import('./descent.js').Stop} Stop */
/** @typedef {'lost' | 'arrives' | 'overshoots' | 'rises' | 'crawls' | 'rests' | 'descends'} Fate */

/** Uphill steps that are worth a word. */
const MANY_RISES = 3;
/** A cost that has kept this share after all steps has hardly fallen. */
const HARDLY = 0.6;
/** What costs hardly more than the lowest place on the map: about a hundredth of the mountain's height. */
const NEAR = 0.03;
/** A last step that changes the cost by less than this hardly moves. */
const AT_REST = 0.001;

/** Whether a cost is about that of the lowest place. @param {number} cost @param {import('./surface.js').Surface} surface */
const isLow = (cost, { lowest }) => cost <= lowest.cost + NEAR;

/**
 * Where a path ended counts before how it came there: Adam may jump over the valley twenty times and end at its bottom.
 * @param {readonly Stop[]} path
 * @param {import('./surface.js').Surface} surface
 * @returns {Fate}
 */
export function fateOf(path, surface) {
  const last = path[path.length - 1];
  if (!surface.contains(last.at)) return 'lost';
  if (isLow(last.cost, surface)) return 'arrives';
  if (risesOf(path) >= MANY_RISES) return 'overshoots';
  if (last.cost >= path[0].cost) return 'rises';
  if (last.cost > HARDLY * path[0].cost) return 'crawls';
  return Math.abs(last.cost - path[path.length - 2].cost) <= AT_REST ? 'rests' : 'descends';
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
  const low = isLow(last.cost, surface);
  const cost = costText(last.cost);
  return said(`Step ${left} leaves the map. ${afterWords(path)} it is at (${place.join(', ')}), at a cost of ${cost}`
    + `${low ? ', as low as the lowest place on the map, or nearly so' : ''}.`,
  { that: 'leaves the map', step: left, place }, { that: 'costs', last: cost }, { that: 'is low', low });
}

/** How a way went, in a word or two. @type {Record<Exclude<Fate, 'lost'>, string>} */
const BRIEF = {
  arrives: 'arrives', overshoots: 'overshoots', rises: 'does not get down', crawls: 'crawls', rests: 'hardly moves any more', descends: 'is on its way down',
};

/**
 * Ways from one start beside each other: what they share is said once.
 * @param {readonly {label: string, stops: readonly Stop[]}[]} paths   of as many steps each
 * @param {import('./surface.js').Surface} surface
 * @returns {import('../../words/sentence.js').Sentence}
 */
export function raceWords(paths, surface) {
  const start = paths[0].stops;
  const [first, lowest] = [start[0].cost, surface.lowest.cost].map(costText);
  if (start.length === 1) return said(`All start at a cost of ${first}; the lowest place has ${lowest}.`, { that: 'costs', first }, { that: 'lowest', lowest });
  const each = paths.map(({ label, stops }) => {
    const fate = fateOf(stops, surface), rises = risesOf(stops), steps = stops.length - 1;
    const claim = { that: 'path', label, fate, steps, rises };
    if (fate === 'lost') return together(said(`${label}:`), lostWords(stops, surface), said('', claim));
    const last = costText(stops[steps].cost);
    const uphillToo = rises >= MANY_RISES ? `, ${rises} steps uphill` : '';
    return said(`${label} ${BRIEF[fate]}: ${last}${uphillToo}.`, claim, { that: 'costs', label, last });
  });
  return together(said(`${afterWords(start)}, from a cost of ${first}; the lowest place has ${lowest}.`, { that: 'costs', first }, { that: 'lowest', lowest }), ...each);
}

/** @param {readonly Stop[]} path */
const afterWords = ({ length }) => `After ${length - 1} ${length === 2 ? 'step' : 'steps'}`;

/** @param {number} rises @param {number} steps */
const uphill = (rises, steps) => `${rises} of ${steps} steps went uphill`;

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
  const lowest = costText(surface.lowest.cost);
  const claims = [{ that: 'path', fate, steps, rises }, costs, { that: 'lowest', lowest }];
  const after = afterWords(path);
  switch (fate) {
    case 'lost':
      return together(lostWords(path, surface), said('', claims[0]));
    case 'arrives':
      return said(`It arrives${rises >= MANY_RISES ? `, though ${uphill(rises, steps)}` : ''}. ${after} the cost has come from ${first} to ${last}; the lowest place has ${lowest}.`, ...claims);
    case 'overshoots':
      return said(`It overshoots: ${uphill(rises, steps)}. ${after} the cost has come from ${first} to ${last}; the lowest place has ${lowest}.`, ...claims);
    case 'rises':
      return said(`It does not get down: ${after.toLowerCase()} the cost is ${last}; it began at ${first}.`, claims[0], costs);
    case 'crawls':
      return said(`It crawls. ${after} the cost has only come from ${first} to ${last}; the lowest place has ${lowest}.`, ...claims);
    case 'rests':
      return said(`It hardly moves any more, though it is not at the bottom. ${after} the cost has come from ${first} to ${last}; the lowest place has ${lowest}.`, ...claims);
    default:
      return said(`It is on its way down. ${after} the cost has come from ${first} to ${last}; the lowest place has ${lowest}.`, ...claims);
  }
}
