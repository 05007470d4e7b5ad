/**
 * Numbers as spreadsheets write them, with a point or a comma before the decimals: "1.5", "1,5", "1.234,5", "1 234,5", "1'234.5".
 */

/** @typedef {'.' | ','} Mark what stands before decimals */

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
/** No group of thousands begins with 0. */
const GROUPED = { '.': /^[-+]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/, ',': /^[-+]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d*)?$/ };
/** Spaces and apostrophes between groups of three digits. */
const SPACED = /^[-+]?[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f'\u2019]\d{3})+(?:[.,]\d*)?$/;
const GAPS = /[ \u00a0\u2009\u202f'\u2019]/g;
const MISSING = new Set(['', 'na', 'n/a', '#n/a', 'nan', 'null', 'none', 'nd', '-', '–', '?', '.']);
const ENDLESS = /^[-+]?(?:inf(?:inity)?|∞)$/i;
/** Digits, and others behind a mark; so short that none is endless. */
const SIMPLE = /^-?\d+(?:([.,])\d+)?$/;
const SAFE = 20;
/** No number begins otherwise, an endless one included. */
const BEGINS = /^[-+\u2212.\d∞i]/i;
/** The longest text that can be a number worth reading. */
const LONGEST = 60;

/** @param {string} text */
export const isMissing = (text) => text.length < 5 && MISSING.has(text.trim().toLowerCase());

/** @param {string} text trimmed @param {Mark} mark */
function plain(text, mark) {
  const signed = text.replace(/^\u2212/, '-').replace(/e\u2212/i, 'e-');
  const joined = SPACED.test(signed) ? signed.replace(GAPS, '') : signed;
  const ungrouped = GROUPED[mark].test(joined) ? joined.replaceAll(mark === '.' ? ',' : '.', '') : joined;
  if (mark === '.') return ungrouped;
  return ungrouped.includes('.') ? null : ungrouped.replace(',', '.');
}

/**
 * @param {string} text
 * @param {Mark} mark
 * @returns {number | 'missing' | 'not a number' | 'not finite'}
 */
export function numberOf(text, mark) {
  // Nearly all cells are as simple as that, and tables have many.
  const simple = text.length < SAFE ? SIMPLE.exec(text) : null;
  if (simple && (!simple[1] || simple[1] === mark)) return Number(mark === ',' ? text.replace(',', '.') : text);
  if (isMissing(text)) return 'missing';
  const trimmed = text.trim();
  if (!BEGINS.test(trimmed)) return 'not a number';
  if (trimmed.length > LONGEST) return 'not a number';
  if (ENDLESS.test(trimmed)) return 'not finite';
  const digits = plain(trimmed, mark);
  if (digits === null || !NUMBER.test(digits)) return 'not a number';
  const value = Number(digits);
  return Number.isFinite(value) ? value : 'not finite';
}

/** What a cell speaks for: 1 a comma, −1 a point; null where it might be either, as "1,234" might. @param {string} text */
function evidence(text) {
  const [point, comma] = [numberOf(text, '.'), numberOf(text, ',')].map((value) => typeof value === 'number');
  if (point !== comma) return comma ? 1 : -1;
  return point && /[.,]/.test(text) ? null : 0;
}

/**
 * What stands before the decimals in these cells.
 * @param {Iterable<string>} cells
 * @param {string} separator between them
 * @returns {Mark}
 */
export function markOf(cells, separator) {
  let [lead, unsure] = [0, 0];
  for (const cell of cells) {
    const speaks = evidence(cell);
    if (speaks === null) unsure += cell.includes(',') ? 1 : -1;
    else lead += speaks;
  }
  if (lead !== 0) return lead > 0 ? ',' : '.';
  // Three digits behind each are decimals first; but a comma in a table with commas between cells is one of thousands.
  return unsure > 0 && separator !== ',' ? ',' : '.';
}
