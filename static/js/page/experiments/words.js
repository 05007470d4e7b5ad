/**
 * What the sheet of experiments says of itself and of each.
 */
import { GoneError, isFull, NO_ANSWER } from '../../kept/shelf.js';
import { OpenElsewhereError } from './collection.js';
import { clockWords, groupWords, whenWords } from '../../kept/when.js';
import { counted, formatCount } from '../../ui/format.js';

/** @typedef {import('../../kept/shelf.js').Card} Card */

/** @type {Record<string, string>} */
const WITHOUT = {
  none: 'This browser keeps nothing for this page. Save a file to keep your work.',
  full: 'This browser’s room is full. The oldest are still here; new ones are not kept until you delete some.',
};

/** @param {number} cards @param {string} storage */
export function countWords(cards, storage) {
  if (storage in WITHOUT) return WITHOUT[storage];
  return cards === 0 ? '' : `${cards === 1 ? 'One' : `${formatCount(cards)} of them`}, kept by this browser as you work.`;
}

/** @typedef {'read' | 'taken out' | 'renamed' | 'duplicated' | 'deleted' | 'put back'} Deed what storage can refuse */

/** Why something was not done, and what helps. @param {Deed} deed @param {string} name of an experiment, where it is about one @param {unknown} error */
export function faultWords(deed, name, error) {
  const what = name ? `“${name}” is not ${deed}` : `What is kept could not be ${deed}`;
  if (error instanceof GoneError) return `${what}: it is not kept any more.`;
  if (error instanceof OpenElsewhereError) return `${what}: it is open in another tab, which goes on with it. Close that tab, and try again.`;
  if (isFull(error)) return `${what}: this browser’s room is full. Delete some, or take all out, and try again.`;
  return `${what}: ${NO_ANSWER}`;
}

/** What stands at a phone's foot. @param {number} cards @param {string} storage */
export const standingWords = (cards, storage) => WITHOUT[storage] ?? `${formatCount(cards)}, kept by this browser alone.`;

/** @param {number | null} bytes */
export function footWords(bytes) {
  const about = bytes ? `About ${formatCount(Math.max(1, Math.round(bytes / 1000)))} kB. ` : '';
  return `${about}Clearing this browser’s data clears them too; “Take all out” saves one file that brings them all back.`;
}

/** Why nothing is shown, a line each; none where something is. @param {number} cards @param {number} found @param {string} wanted */
export function nothingFound(cards, found, wanted) {
  if (cards === 0) return ['Nothing here yet.', 'What you make in the playground is kept here by itself.'];
  return found === 0 ? [`No name has “${wanted}” in it.`] : [];
}

/** @param {Card} card */
export const whatWords = ({ points, step }) => `${counted(points, 'point')}, step ${formatCount(step)}`;

/** Which tab has an experiment on its page; null: none. @typedef {'here' | 'elsewhere' | null} Open */

/** @type {{here: string, elsewhere: string}} */
const OPEN = { here: ', open now', elsewhere: ', open in another tab' };

/** @param {Card} card @param {number} now @param {Open} open */
export function whereWords({ changed, from }, now, open) {
  const when = groupWords(changed, now) === 'Today' || groupWords(changed, now) === 'Yesterday'
    ? clockWords(changed) : whenWords(changed, now);
  return `${when}${open ? OPEN[open] : from === 'here' ? '' : `, from a ${from}`}`;
}

/** All of it, for those who don't see it. @param {Card} card @param {number} now @param {Open} open */
export const labelWords = (card, now, open) => (
  `${card.name}, ${whatWords(card)}, ${whenWords(card.changed, now)}${open ? OPEN[open] : ''}`);
