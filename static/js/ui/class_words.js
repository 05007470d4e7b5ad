/**
 * How sentences name a class and points of it: a mark's name is an English word, "circles"; a table's own stands as it was
 * given, without a plural, in quotation marks where it would else read as a word of the sentence.
 */
import { counted } from './format.js';
import { CLASS_NAMES } from './shapes.js';

/** What begins with a vowel when it is read out, as far as letters and digits tell. */
const VOWEL_FIRST = /^(?!eu|one\b|uni|us)(?:[aeiou]|8|1[18](?!\d))/i;

/** What a network's class is called. @param {{classNames?: readonly string[] | null}} network @param {number} index class, from 0 */
export const className = ({ classNames }, index) => classNames?.[index] ?? CLASS_NAMES[index];

/** @param {string} name */
const isMark = (name) => CLASS_NAMES.includes(name);

/** "circle", “setosa”. @param {string} name */
export const quoted = (name) => (isMark(name) ? name : `\u201c${name}\u201d`);

/** "a circle", "an iris", "an 8". @param {string} name */
export const oneOf = (name) => `${VOWEL_FIRST.test(name.normalize('NFD')) ? 'an' : 'a'} ${name}`;

/** "circles", “setosa”. @param {string} name */
export const manyOf = (name) => (isMark(name) ? `${name}s` : quoted(name));

/** "1 circle", "50 circles", "50 “setosa”". @param {number} count @param {string} name */
export const countedOf = (count, name) => (isMark(name) ? counted(count, name) : `${count} ${quoted(name)}`);
