/// <reference path="./papaparse.d.ts" />
/**
 * A text taken apart into rows of cells, by Papa Parse; and which separator it most likely has.
 */
import Papa from 'papaparse';
import { isMissing, numberOf } from './cell_numbers.js';
import { MOST_ROWS } from './limits.js';

/** @typedef {'\t' | ';' | ',' | '|' | ' '} Separator */

/**
 * @typedef {object} Row
 * @property {number} line in the file, from 1
 * @property {string[]} cells as they stand in the file, without quotes
 */

/** The likeliest first, where several fit as well. @type {Separator[]} */
export const SEPARATORS = ['\t', ';', ',', '|', ' '];
const QUOTE = '"';
/** A character that no text has by then: none quotes. */
const NONE = '\0';
/** As many characters and rows tell which separator it is. */
const SAMPLE = { characters: 40_000, rows: 100 };
/** What Excel puts in the first line for itself. */
const NAMED = /^sep=(.)\n/i;

/** @param {string} text @param {Separator} separator */
function prepared(text, separator) {
  return separator === ' ' ? text.replace(/[ \t]+/g, ' ').replace(/^ | $/gm, '') : text;
}

/** @param {string} text @param {number} from @param {number} to */
function newlines(text, from, to) {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/**
 * @param {string} text with "\n" alone between lines
 * @param {Separator} separator
 * @param {number} most rows
 * @param {string} quoteChar
 */
function parse(text, separator, most, quoteChar) {
  /** @type {Row[]} */
  const rows = [];
  const at = { line: 1, cursor: 0 };
  let isOpen = false;
  Papa.parse(text, {
    delimiter: separator, newline: '\n', quoteChar, preview: most + 1,
    step({ data: cells, errors, meta }) {
      isOpen ||= errors.some(({ code }) => code === 'MissingQuotes');
      if (cells.some((cell) => cell.trim() !== '') && !cells[0].startsWith('#')) rows.push({ line: at.line, cells });
      at.line += newlines(text, at.cursor, meta.cursor);
      at.cursor = meta.cursor;
    },
  });
  return { rows: rows.slice(0, most), isOpen, isCut: rows.length > most || at.cursor < text.trimEnd().length };
}

/** Whether a cell would be one in a table with this separator. @param {string} cell @param {Separator} separator */
function isLikely(cell, separator) {
  if (isMissing(cell) || typeof numberOf(cell, '.') === 'number' || typeof numberOf(cell, ',') === 'number') return true;
  return !SEPARATORS.some((other) => other !== separator && other !== ' ' && cell.includes(other));
}

/** @param {Row[]} rows @param {Separator} separator from 0 to 1 */
function likelihood(rows, separator) {
  /** @type {Map<number, number>} */
  const widths = new Map();
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const [width, count] = [...widths].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0]);
  if (width < 2) return 0;
  const cells = rows.flatMap((row) => row.cells.slice(0, 60));
  const likely = cells.filter((cell) => isLikely(cell, separator)).length / cells.length;
  return (count / rows.length) * likely ** 2;
}

/** @param {string} text with "\n" alone @returns {Separator} */
export function guessSeparator(text) {
  const sample = text.slice(0, SAMPLE.characters);
  let best = { separator: /** @type {Separator} */ (','), score: 0 };
  for (const separator of SEPARATORS) {
    const { rows } = parse(prepared(sample, separator), separator, SAMPLE.rows, QUOTE);
    const score = rows.length > 0 ? likelihood(rows, separator) : 0;
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/**
 * @param {string} text
 * @param {Separator | null} [wished] null: guessed
 * @param {number} [most] rows that are read
 * @returns {{separator: Separator, rows: Row[], isCut: boolean, openQuote: boolean}} `isCut`: there are more rows than are
 *   read; `openQuote`: a quotation mark is never closed, so that none was taken for one
 */
export function separate(text, wished = null, most = MOST_ROWS) {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const named = NAMED.exec(lines);
  const plain = named ? lines.slice(named[0].length) : lines;
  const own = /** @type {Separator} */ (named?.[1]);
  const separator = wished ?? (SEPARATORS.includes(own) ? own : guessSeparator(plain));
  const ready = prepared(plain, separator);
  const quoted = parse(ready, separator, most, QUOTE);
  const { rows, isOpen, isCut } = quoted.isOpen ? { ...parse(ready, separator, most, NONE), isOpen: true } : quoted;
  const shift = named ? 1 : 0;
  return {
    separator, isCut, openQuote: isOpen,
    rows: shift ? rows.map(({ line, cells }) => ({ line: line + shift, cells })) : rows,
  };
}
