/**
 * Texts from outside as they are shown: on one line, no longer than there is room, without what can't be seen.
 */
import { LONGEST_NAME, LONGEST_QUOTE } from './limits.js';

/** Control characters, and those that turn the direction of what follows or take no room. */
const UNSEEN = /[\p{Cc}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu;

/** @param {string} text @param {number} most */
function cut(text, most) {
  const characters = [...text.slice(0, 4 * most)];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

/** @param {string} text @param {number} [most] characters */
export const oneLine = (text, most = LONGEST_NAME) => (
  cut(text.slice(0, 8 * most).replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim(), most));

/** @param {string} text */
export const quoted = (text) => `“${oneLine(text, LONGEST_QUOTE)}”`;
