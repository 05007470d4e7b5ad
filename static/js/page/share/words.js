/**
 * What is said of a link: what it holds, how long it is, and what to do where it is too long.
 */
import { counted, formatCount } from '../../ui/format.js';

/** Many programs cut off what is longer. */
export const LONGEST_LINK = 8000;

/** A QR code of version 40 and level L holds no more bytes (ISO/IEC 18004). */
export const MOST_IN_CODE = 2953;

/** @param {number} length of the link @param {string} name */
export function codeWords(length, name) {
  const isLong = length > MOST_IN_CODE;
  return {
    isLong,
    line: isLong ? '' : `Point a phone at it, and “${name}” is there.`,
    more: 'Esc brings the plane back.',
    instead: isLong
      ? `This link has ${formatCount(length)} characters, and a QR code holds ${formatCount(MOST_IN_CODE)} at most. Leave something out, or send the file.`
      : '',
  };
}

/** Where the squares of a code are small. */
export const FINE_CODE = 'Its squares are small: fill the screen, or come close. ';

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

/** A link with fewer points: what it is called, and what is in it. @param {number} most @param {number} length @returns {[string, string]} */
export const shorterWords = (most, length) => (most === 0
  ? ['Copy a link without the points', `the network and the settings, ${formatCount(length)} characters`]
  : [`Copy a link with ${formatCount(most)} of them`, `drawn evenly from all, ${formatCount(length)} characters`]);

/** How many points are in a link, of all. @param {number} points @param {number} all */
export const pointsWords = (points, all) => (points === 0 ? `without ${counted(all, 'point')}`
  : points < all ? `${formatCount(points)} of ${counted(all, 'point')}` : counted(all, 'point'));

/** What is sent by another program, and its name there. @param {'link' | 'file'} what @param {string} size @param {boolean} phone */
export const sendWords = (what, size, phone) => (what === 'file' ? `Send the file, ${size}` : phone ? 'Send the link' : 'Send with another app');

/**
 * What another program is handed: the link; the file where there is no link that it would take whole; null where there is nothing.
 * @param {string} link '' where there is none
 * @param {File} file
 * @param {string} title
 * @param {(given: ShareData) => boolean} canShare
 * @returns {ShareData | null}
 */
export function whatIsSent(link, file, title, canShare) {
  if (link !== '' && link.length <= LONGEST_LINK) return { title, url: link };
  if (canShare({ files: [file] })) return { files: [file] };
  return link === '' ? null : { title, url: link };
}

/** @param {number} bytes */
export const sizeWords = (bytes) => (bytes < 1000 ? `${bytes} bytes` : `${formatCount(Math.round(bytes / 1000))} kB`);
