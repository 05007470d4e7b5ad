/**
 * What is said of where the experiment on the page came from.
 */
import { formatCount } from '../../ui/format.js';

/** @typedef {import('./state.js').Arrival} Arrival */
/** @typedef {{step: number, points: number, title: string}} Shown what is on the page */

/** @param {number} count */
const pointsOf = (count) => `${formatCount(count)} ${count === 1 ? 'point' : 'points'}`;

/**
 * The line itself, and what stands below it.
 * @param {Arrival} arrival
 * @param {Shown} shown
 * @returns {{line: string, more: string}}
 */
export function arrivalWords({ how, own, words }, { step, points, title }) {
  const at = `step ${formatCount(step)}`;
  switch (how) {
    case 'back':
      return { line: `Welcome back. S${at.slice(1)}, ${pointsOf(points)}, as you left it.`, more: '' };
    case 'link':
      return {
        line: `Somebody sent you this: ${title}, ${pointsOf(points)}, at ${at}. It is yours to change now.`,
        more: `Nothing you do here reaches them. Press ${step > 0 ? 'Continue' : 'Train'} and it goes on from where they stopped.`,
      };
    case 'file':
      return { line: `Opened from the file: ${title}, ${pointsOf(points)}, at ${at}.`, more: 'The file itself stays as it is.' };
    case 'opened':
      return { line: `${title} again: ${pointsOf(points)}, at ${at}.`, more: '' };
    case 'anew':
      return { line: own ? `A new page. ${own.name} is kept.` : 'A new page.', more: '' };
    default:
      return { line: words ?? '', more: '' };
  }
}

/** What there was before, and that it is safe. @param {import('../../kept/shelf.js').Card} own */
export const safeWords = ({ name, points, step }) => ({
  title: `Your “${name}” is safe.`,
  more: `${pointsOf(points)}, step ${formatCount(step)}, kept under`,
});
