/**
 * @file Names of experiments: what one is called until a person names it, names that are told apart, and names of files.
 */

/** The longest name: it stands under a small picture. */
export const LONGEST = 80;
const LAST_NUMBER = / (\d{1,6})$/;
const SEPARATORS = /[^\p{L}\p{N}]+/gu;
const LONGEST_FILE = 60;

/**
 * What an experiment is called by its points.
 * @param {string | null} title of the data set that they come from
 * @param {number} points
 */
export function firstName(title, points) {
  if (points === 0) return 'Nothing yet';
  return title ?? (points === 1 ? 'A point by hand' : 'Points by hand');
}

/**
 * A name that none of the others has: with the first free number behind it, where it is taken.
 * @param {string} wished
 * @param {Iterable<string>} others
 */
export function distinctName(wished, others) {
  const taken = new Set(others);
  if (!taken.has(wished)) return wished;
  const [stem, first] = LAST_NUMBER.test(wished)
    ? [wished.replace(LAST_NUMBER, ''), Number(LAST_NUMBER.exec(wished)?.[1]) + 1] : [wished, 2];
  let number = first;
  while (taken.has(`${stem} ${number}`)) number += 1;
  return `${stem} ${number}`;
}

/** What was typed or came from outside, as a name; '' where nothing of it can be read. @param {string} text */
export function cleanName(text) {
  // Signs that show nothing, or turn the direction of what follows, would make names lie.
  const words = text.normalize('NFC').replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').replaceAll(/\s+/gu, ' ').trim();
  return [...words].slice(0, LONGEST).join('').trim();
}

/** What points of a table are called: as its file, without what tells its kind. @param {string} name */
export const tableTitle = (name) => name.replace(/(?<=.)\.(?:csv|tsv|tab|txt|dat)$/i, '');

/** The name of its file, which every system takes. @param {string} name */
export function fileName(name) {
  const stem = [...name.normalize('NFC').toLowerCase().replaceAll(SEPARATORS, '-')].slice(0, LONGEST_FILE).join('');
  return `${stem.replaceAll(/^-+|-+$/g, '') || 'experiment'}.chainrule.json`;
}
