/**
 * A table as it was understood: names and kinds of its columns, and its rows as they stand.
 */
import { isMissing, markOf, numberOf } from './cell_numbers.js';
import { LONGEST_NAME, MOST_COLUMNS } from './limits.js';
import { oneLine } from './quoted.js';
import { separate } from './separated.js';

/** @typedef {import('./cell_numbers.js').Mark} Mark */
/** @typedef {import('./separated.js').Separator} Separator */
/** @typedef {import('./separated.js').Row} Row */

/**
 * How a text is read; what is null or missing is guessed.
 * @typedef {object} Reading
 * @property {Separator | null} [separator]
 * @property {Mark | null} [mark]
 * @property {boolean | null} [header]
 */

/**
 * @typedef {object} Column
 * @property {string} name for people
 * @property {string} unit such as "cm", or empty
 * @property {'numbers' | 'words' | 'empty'} kind of most of its cells
 */

/**
 * @typedef {object} Table
 * @property {Separator} separator
 * @property {Mark} mark
 * @property {boolean} header whether the first line names the columns
 * @property {number} begins line of the file in which that stands: what is above it, such as a title, is no row
 * @property {Column[]} columns
 * @property {number} width of the rows in the file, which may be more than the columns that are read
 * @property {Row[]} rows
 * @property {boolean} isCut whether there are more rows
 * @property {boolean} openQuote
 */

/** So many rows tell what a column is. */
const LOOKED_AT = 500;
/** "petal length (cm)", "petal length [cm]". */
const WITH_UNIT = /^(.+?)\s*[([]\s*([^()[\]]{1,12})\s*[)\]]$/;

/** @param {Row[]} rows */
function widthOf(rows) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

/** Whether most of the cells that are there are numbers. @param {string[]} cells @param {Mark} mark @returns {Column['kind']} */
function kindOf(cells, mark) {
  const present = cells.filter((cell) => !isMissing(cell));
  if (present.length === 0) return 'empty';
  const numbers = present.filter((cell) => typeof numberOf(cell, mark) === 'number').length;
  return numbers >= present.length / 2 ? 'numbers' : 'words';
}

/** Whether the first row names what stands below it. @param {Row[]} rows @param {number} width @param {Mark} mark */
function guessHeader([first, ...rest], width, mark) {
  if (!first || rest.length === 0) return false;
  const isNumber = (/** @type {string | undefined} */ cell) => cell !== undefined && typeof numberOf(cell, mark) === 'number';
  if (first.cells.some((cell) => cell.trim() !== '' && isNumber(cell))) return false;
  const below = rest.slice(0, LOOKED_AT);
  const named = Array.from({ length: width }, (_, at) => at).filter((at) => first.cells[at]?.trim());
  const overNumbers = named.filter((at) => kindOf(below.map(({ cells }) => cells[at] ?? ''), mark) === 'numbers');
  return overNumbers.length > 0;
}

/**
 * How many rows stand above the table: a title, a date, a remark, alone in their lines.
 * @param {Row[]} rows
 * @param {number} width
 * @param {Mark} mark
 */
function rowsAbove(rows, width, mark) {
  if (width < 2) return 0;
  const first = rows.findIndex(({ cells }) => {
    const present = cells.filter((cell) => cell.trim() !== '');
    return present.length > 1 || typeof numberOf(present[0] ?? '', mark) === 'number';
  });
  return Math.max(0, first);
}

/** @param {string} text of the header's cell @param {number} at @param {Set<string>} taken */
function nameOf(text, at, taken) {
  const plain = oneLine(text, 2 * LONGEST_NAME);
  const [, before, unit] = WITH_UNIT.exec(plain) ?? [null, plain, ''];
  const wished = oneLine(before ?? '') || `column ${at + 1}`;
  let name = wished;
  for (let again = 2; taken.has(name); again += 1) name = `${wished} ${again}`;
  taken.add(name);
  return { name, unit: unit ?? '' };
}

/**
 * @param {string} text
 * @param {Reading} [reading]
 * @returns {Table}
 */
export function readTable(text, { separator: wished = null, mark: wishedMark = null, header: wishedHeader = null } = {}) {
  const { separator, rows: read, isCut, openQuote } = separate(text, wished);
  const sample = read.slice(0, LOOKED_AT);
  const width = widthOf(sample);
  const mark = wishedMark ?? markOf(sample.flatMap(({ cells }) => cells.slice(0, MOST_COLUMNS)), separator);
  const all = read.slice(rowsAbove(sample, width, mark));
  const looked = all.slice(0, LOOKED_AT);
  const header = wishedHeader ?? guessHeader(looked, width, mark);
  const rows = header ? all.slice(1) : all;
  const most = Math.min(width, MOST_COLUMNS);
  /** @type {Set<string>} */
  const taken = new Set();
  const columns = Array.from({ length: most }, (_, at) => ({
    ...nameOf(header ? all[0].cells[at] ?? '' : '', at, taken),
    kind: kindOf(rows.slice(0, LOOKED_AT).map(({ cells }) => cells[at] ?? ''), mark),
  }));
  return { separator, mark, header, begins: all[0]?.line ?? 1, columns, width, rows, isCut, openQuote };
}
