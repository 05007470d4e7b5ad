/**
 * What the preview of a table says: how it was read, what its columns are for, how its rows become points.
 */
import { counted, formatCount } from '../../ui/format.js';

/** @typedef {import('../../data/roles.js').Role} Role */
/** @typedef {import('../../data/separated.js').Separator} Separator */
/** @typedef {import('../../data/table.js').Table} Table */

/** @type {{value: Separator, title: string}[]} */
export const SEPARATORS = [
  { value: ',', title: 'Commas' }, { value: ';', title: 'Semicolons' }, { value: '\t', title: 'Tabs' },
  { value: ' ', title: 'Spaces' }, { value: '|', title: 'Bars' },
];
/** @type {{value: import('../../data/cell_numbers.js').Mark, title: string}[]} */
export const MARKS = [{ value: '.', title: 'points' }, { value: ',', title: 'commas' }];
export const HEADERS = [{ value: true, title: 'names' }, { value: false, title: 'no names' }];

/** @type {{value: Role, title: string, words: string}[]} */
export const ROLES = [
  { value: 'x1', title: 'to the right', words: 'along the plane’s horizontal axis, x1' },
  { value: 'x2', title: 'upwards', words: 'along the plane’s vertical axis, x2' },
  { value: 'more', title: 'a slider', words: 'a further input: the plane holds it where a slider says' },
  { value: 'class', title: 'the class', words: 'numbers or words, up to four classes' },
  { value: 'target', title: 'the real target', words: 'a number that the network learns' },
  { value: 'test', title: 'for testing or not', words: 'which points training never sees' },
  { value: 'unused', title: 'not used', words: '' },
];

/** @type {{value: import('../../data/scaling.js').Scaling, title: string, words: string}[]} */
export const SCALINGS = [
  { value: 'fill', title: 'Each axis fills it', words: 'each with its own scale' },
  { value: 'same', title: 'One scale for both', words: 'a step is as long either way' },
  { value: 'standard', title: 'Standardised', words: 'mean 0, deviation 1' },
  { value: 'as it is', title: 'As it stands', words: 'the plane goes from −3 to 3' },
];

/** @param {{value: unknown, title: string}[]} options @param {unknown} value */
export const titleIn = (options, value) => options.find((option) => option.value === value)?.title ?? '';

/** Where names stand. @param {Table} table */
export const headWords = ({ begins }) => (begins === 1 ? ' in the first line.' : ` in line ${formatCount(begins)}, the first of the table.`);

/** "153 rows, 5 columns". @param {Table} table */
export function sizeWords({ rows, columns, width, isCut }) {
  const read = columns.length < width ? `, the first ${columns.length} of ${formatCount(width)} columns` : `, ${counted(columns.length, 'column')}`;
  return `${isCut ? 'the first ' : ''}${formatCount(rows.length)} ${rows.length === 1 ? 'row' : 'rows'}${read}`;
}

/** What there are more of than can be taken. @param {import('../../data/taken.js').Taken} taken */
export const evenlyWords = ({ points, usable }) => (points.length < usable
  ? `${formatCount(usable)} rows; ${formatCount(points.length)} of them are taken evenly, as many as this server takes.` : '');

/** @param {import('../../data/taken.js').Fault[]} faults */
export const faultsTitle = (faults) => `${formatCount(faults.length)} ${faults.length === 1 ? 'row' : 'rows'} can’t be used`;

/** @param {import('../../data/taken.js').Taken} taken */
export function outsideWords({ outside }) {
  if (outside === 0) return '';
  return `${formatCount(outside)} ${outside === 1 ? 'point lies' : 'points lie'} outside the plane.`;
}

/** Why a file is not taken in. @param {string} name @param {string} fault that begins with “It” */
export const refusedWords = (name, fault) => `${name} can’t be taken in. ${fault}`;
