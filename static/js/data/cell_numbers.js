/**
 * Numbers as spreadsheets write them, with a point or a comma before the decimals: "1.5", "1,5", "1.234,5", "1 234,5", "1'234.5".
 */

/** @typedef {'.' | ','} Mark what stands before decimals */

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
const GROUPED = { '.': /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/, ',': /^[-+]?\d{1,3}(?:\.\d{3})+(?:,\d*)?$/ };
/** Spaces and apostrophes between groups of three digits. */
const SPACED = /^[-+]?\d{1,3}(?:[ \u00a0\u2009\u202f'\u2019]\d{3})+(?:[.,]\d*)?$/;
const GAPS = /[ \u00a0\u2009\u202f'\u2019]/g;
const MISSING = new Set(['', 'na', 'n/a', '#n/a', 'nan', 'null', 'none', 'nd', '-', '–', '?', '.']);
const ENDLESS = /^[-+]?(?:inf(?:inity)?|∞)$/i;
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
  if (isMissing(text)) return 'missing';
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return 'not a number';
  if (ENDLESS.test(trimmed)) return 'not finite';
  const digits = plain(trimmed, mark);
  if (digits === null || !NUMBER.test(digits)) return 'not a number';
  const value = Number(digits);
  return Number.isFinite(value) ? value : 'not finite';
}

/** How much a cell speaks for each mark: groups of three digits might be either. @param {string} text @param {Mark} mark */
function evidence(text, mark) {
  const trimmed = text.trim();
  if (!trimmed.includes(mark) || typeof numberOf(trimmed, mark) !== 'number') return 0;
  return typeof numberOf(trimmed, mark === '.' ? ',' : '.') === 'number' ? 0.1 : 1;
}

/**
 * What stands before the decimals in these cells.
 * @param {Iterable<string>} cells
 * @returns {Mark}
 */
export function markOf(cells) {
  let lead = 0;
  for (const cell of cells) lead += evidence(cell, ',') - evidence(cell, '.');
  return lead > 0 ? ',' : '.';
}
