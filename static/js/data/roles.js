/**
 * What each column of a table is for: along the plane's axes, the class or the real target, which points are for testing.
 */
import { isMissing, numberOf } from './cell_numbers.js';
import { MOST_CLASSES, MOST_FURTHER } from './limits.js';

/** @typedef {import('./table.js').Table} Table */
/** @typedef {'x1' | 'x2' | 'more' | 'class' | 'target' | 'test' | 'unused'} Role   `more`: a further input, of which there may be several */

const CLASS_NAMES = /^(?:class(?:es)?|label|species|kind|type|category|group|target|klasse|art|gruppe|kategorie|classe|esp[eè]ce|cat[ée]gorie|[ée]tiquette|groupe)$/i;
const TEST_NAMES = /^(?:test|testing|used for|split|set|role|use)$/i;
const INDEX_NAMES = /^(?:id|index|nr|no|n|row|unnamed: 0|rownames|column 1)?[.°]?$/i;
const FOR_TESTING = new Set(['test', 'testing', 'true', '1', 'yes', 'x']);
const FOR_TRAINING = new Set(['train', 'training', 'false', '0', 'no', '']);
/** So many rows tell what a column is. */
const LOOKED_AT = 5000;

/** Whether a word in a column for it means testing; null where it means neither. @param {string} cell */
export function meansTest(cell) {
  const word = cell.trim().toLowerCase();
  if (FOR_TESTING.has(word)) return true;
  return FOR_TRAINING.has(word) ? false : null;
}

/** @param {Table} table @param {number} at */
const cellsOf = ({ rows }, at) => rows.slice(0, LOOKED_AT).map(({ cells }) => cells[at] ?? '');

/** The different values of a column, and no more than it takes to see that there are many. @param {string[]} cells */
function distinct(cells) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const cell of cells) {
    if (!isMissing(cell)) found.add(cell.trim());
    if (found.size > 50) break;
  }
  return found;
}

/** 1, 2, 3 ... @param {string[]} cells @param {import('./cell_numbers.js').Mark} mark */
function counts(cells, mark) {
  const first = numberOf(cells[0] ?? '', mark);
  return typeof first === 'number' && (first === 0 || first === 1) && cells.length > 4
    && cells.every((cell, at) => numberOf(cell, mark) === first + at);
}

/** The column with the class, or -1. @param {Table} table @param {number[]} numbers columns of numbers @param {number[]} words columns of words */
function classColumn(table, numbers, words) {
  const { columns } = table;
  const few = (/** @type {number} */ at, most = MOST_CLASSES) => distinct(cellsOf(table, at)).size <= most;
  const byName = [...words, ...numbers].find((at) => CLASS_NAMES.test(columns[at].name) && few(at, 50)
    && (columns[at].kind === 'words' || numbers.length > 2));
  if (byName !== undefined && (columns[byName].kind === 'words' || few(byName))) return byName;
  const word = words.findLast((at) => few(at)) ?? words.findLast((at) => few(at, 50));
  if (word !== undefined) return word;
  return numbers.length > 2 ? numbers.findLast((at) => few(at)) ?? -1 : -1;
}

/** Columns that are further inputs, in their order: x3, x4 and so on. @param {readonly Role[]} roles */
export const furtherColumns = (roles) => roles.flatMap((role, at) => (role === 'more' ? [at] : [])).slice(0, MOST_FURTHER);

/** @param {Table} table @returns {Role[]} */
export function guessRoles(table) {
  const { columns, mark } = table;
  /** @type {Role[]} */
  const roles = columns.map(() => 'unused');
  const all = columns.map((_, at) => at);
  const test = all.find((at) => TEST_NAMES.test(columns[at].name)
    && cellsOf(table, at).every((cell) => meansTest(cell) !== null)) ?? -1;
  if (test >= 0) roles[test] = 'test';
  const isIndex = (/** @type {number} */ at) => INDEX_NAMES.test(columns[at].name) && counts(cellsOf(table, at), mark);
  const numbers = all.filter((at) => columns[at].kind === 'numbers' && at !== test && !isIndex(at));
  const words = all.filter((at) => columns[at].kind === 'words' && at !== test);
  const label = classColumn(table, numbers, words);
  if (label >= 0) roles[label] = 'class';
  const [x1, x2, ...more] = numbers.filter((at) => at !== label);
  if (x1 !== undefined) roles[x1] = 'x1';
  if (x2 !== undefined) roles[x2] = 'x2';
  const last = more.at(-1);
  if (label < 0 && last !== undefined) roles[last] = 'target';
  return roles;
}

/**
 * The roles after one was given to a column: what had it before gets the column's old one, so that nothing is lost; a table
 * has a class or a real target.
 * @param {Role[]} roles
 * @param {number} at
 * @param {Role} role
 */
export function withRole(roles, at, role) {
  const rivals = /** @type {Role[]} */ (role === 'class' || role === 'target' ? ['class', 'target'] : [role]);
  const old = roles[at];
  return roles.map((each, column) => {
    if (column === at) return role;
    if (role === 'unused' || role === 'more' || !rivals.includes(each)) return each;
    return old === 'x1' || old === 'x2' || (old === 'more' && (each === 'x1' || each === 'x2')) ? old : 'unused';
  });
}
