/**
 * What is said of the points that push a parameter: each by itself, and all of a batch.
 */
import { plainNumber } from '../../trace/printed.js';
import { oneOf } from '../../ui/class_words.js';
import { capital, formatCount } from '../../ui/format.js';
import { PLAIN_NAMING } from '../../ui/naming.js';
import { said, together } from '../../words/sentence.js';

/** @typedef {import('./pushes.js').Push} Push */
/** @typedef {import('../../words/sentence.js').Sentence} Sentence */

/** "up, by 0.1234". @param {number} push not 0 */
const direction = (push) => `${push > 0 ? 'up' : 'down'}, by ${plainNumber(Math.abs(push))}`;

/** @param {number} push */
const claimed = (push) => ({ way: push === 0 ? 'none' : push > 0 ? 'up' : 'down', printed: plainNumber(Math.abs(push)) });

/** @param {Push} push @param {boolean} byClass @param {import('../../ui/naming.js').Naming} [naming] @returns {Sentence} */
export function pushWords({ id, target, push }, byClass, naming = PLAIN_NAMING) {
  const height = naming.isOwn ? naming.height(target) : plainNumber(target);
  const who = byClass ? capital(oneOf(naming.classes[target])) : `A point of height ${height}`;
  const claims = [{ that: 'pushes', id, ...claimed(push) }, { that: 'target of', id, printed: byClass ? naming.classes[target] : height }];
  return push === 0 ? said(`${who} leaves it alone.`, ...claims) : said(`${who} pushes it ${direction(push)}.`, ...claims);
}

/** What is said as long as no bar is pointed at. @param {readonly Push[]} bars @param {boolean} rooted whether lengths are roots
 *  @param {{count: number, push: number}} others those without a bar @returns {Sentence} */
export function usualWords(bars, rooted, { count, push }) {
  if (bars.every((bar) => bar.push === 0)) return said('No point of this batch pushes it.', { that: 'nobody pushes' });
  const who = count === 1 ? 'The other point pushes it' : `The other ${formatCount(count)} points together push it`;
  const others = { that: 'others push', count, ...claimed(push) };
  return together(
    said('Each bar is one point. Up: it wants the value larger.'),
    rooted ? said('Lengths are square roots, so that small pushes stay visible.', { that: 'lengths are roots' }) : said(''),
    count === 0 ? said('') : said(push === 0 ? `${who} nowhere.` : `${who} ${direction(push)}.`, others),
  );
}
