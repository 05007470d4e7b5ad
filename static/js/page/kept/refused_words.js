/**
 * Why a server did not take an experiment that came from outside, with the place that is at fault.
 */
import { furtherName } from '../../network/features.js';

/** Parts of a checkpoint as people know them. @type {Record<string, string>} */
const PARTS = { experiment: 'its settings', progress: 'where its training stands' };
/** What stands at such a place is shown, where it is short. */
const LONGEST = 40;

/** Where in a checkpoint a refusal's path leads; '' where it leads to no place in it. @param {string} path */
function placeOf(path) {
  const [first, part, ...rest] = path.split('.');
  if (first !== 'checkpoint' || part === undefined) return '';
  const words = rest.map((name) => name.replaceAll('_', ' '));
  if (part === 'points') {
    if (rest.length === 0) return 'its points';
    const [number, name, place] = words;
    const column = name === 'more' && place !== undefined ? furtherName(Number(place)) : name;
    return [`its point ${Number(number) + 1}`, column].filter(Boolean).join(', ');
  }
  const name = words.filter((word) => !/^\d+$/.test(word)).join(', ');
  return [PARTS[part] ?? part, name].filter(Boolean).join(', ');
}

/** @param {unknown} given */
function givenWords(given) {
  if (typeof given !== 'number' && typeof given !== 'string' && typeof given !== 'boolean' && given !== null) return '';
  const text = String(given).replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return text !== '' && [...text].length <= LONGEST ? `, ${typeof given === 'string' ? `“${text}”` : text}` : '';
}

/** @param {Error & {field?: string | null, given?: unknown}} error a refusal, or any other reason */
export function outsideWords({ message, field, given }) {
  const place = placeOf(field ?? '');
  return place ? `${message} Look at ${place}${givenWords(given)}.` : message;
}
