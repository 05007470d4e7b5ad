/**
 * What is said of a link: what it holds, how long it is, and what to do where it is too long.
 */
import { counted, formatCount } from '../../ui/format.js';

/** Many programs cut off what is longer. */
export const LONGEST_LINK = 8000;

/** @param {boolean} isLong @param {string} name */
export function codeWords(isLong, name) {
  return {
    line: isLong ? '' : `Point a phone at it, and “${name}” is there.`,
    more: 'Esc brings the plane back.',
    instead: isLong ? 'This link is too long to be read from a wall. Leave something out, or send the file.' : '',
  };
}

/** @param {'copying' | 'copied' | 'refused' | 'too long' | 'failed'} state */
export const titleWords = (state) => ({
  copying: 'One moment',
  copied: 'The link is copied',
  refused: 'Here is the link',
  'too long': 'This one is too large for a link.',
  failed: 'The link could not be made.',
})[state];

/** @param {number} points @param {number} length */
export const tooLongWords = (points, length) => (
  `${counted(points, 'point')} and the network make ${formatCount(length)} characters; many programs cut a link off after `
  + `${formatCount(LONGEST_LINK)}. A file carries all of it.`);

/** @param {number} length */
export const lengthWords = (length) => (
  `${formatCount(length)} characters. It holds everything itself: no account, nothing kept on the server.`);

/** @param {number} bytes */
export const sizeWords = (bytes) => (bytes < 1000 ? `${bytes} bytes` : `${formatCount(Math.round(bytes / 1000))} kB`);
