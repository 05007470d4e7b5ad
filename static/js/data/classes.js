/**
 * The classes of a column: which labels there are, in which order, and what becomes of more than four.
 */
import { isMissing, numberOf } from './cell_numbers.js';
import { MOST_CLASSES } from './limits.js';
import { oneLine } from './quoted.js';

/**
 * @typedef {object} Label
 * @property {string} key what is the same in all cells that mean it
 * @property {string} name for people
 * @property {number} count of rows
 */

/** What is the same in all cells that mean one class: "1" and "1.0" do. @param {string} cell @param {import('./cell_numbers.js').Mark} mark */
export function labelKey(cell, mark) {
  if (isMissing(cell)) return null;
  const value = numberOf(cell, mark);
  return typeof value === 'number' ? String(value) : cell.trim().replace(/\s+/g, ' ').slice(0, 200);
}

/**
 * All labels: numbers by size, words as they come.
 * @param {Iterable<string>} cells
 * @param {import('./cell_numbers.js').Mark} mark
 * @returns {Label[]}
 */
export function labelsOf(cells, mark) {
  /** @type {Map<string, Label>} */
  const found = new Map();
  for (const cell of cells) {
    const key = labelKey(cell, mark);
    if (key === null) continue;
    const label = found.get(key);
    if (label) label.count += 1;
    // A column may hold as many labels as rows, and few of them are ever shown.
    else found.set(key, { key, get name() { return oneLine(cell) || key; }, count: 1 });
  }
  const labels = [...found.values()];
  const areNumbers = labels.every(({ key }) => key !== '' && Number.isFinite(Number(key)));
  return areNumbers ? labels.sort((a, b) => Number(a.key) - Number(b.key)) : labels;
}

/**
 * Which labels become classes at first: all where they are few, else the most frequent, in their order.
 * @param {Label[]} labels
 * @returns {string[]} keys
 */
export function firstChosen(labels) {
  const frequent = [...labels].sort((a, b) => b.count - a.count).slice(0, MOST_CLASSES).map(({ key }) => key);
  return labels.filter(({ key }) => frequent.includes(key)).map(({ key }) => key);
}

/**
 * The labels that are offered where there are more than people read: those chosen, then the most frequent whose name has a text
 * in it; in their order.
 * @param {Label[]} labels
 * @param {string[]} chosen keys
 * @param {string} sought
 * @param {number} most
 */
export function offered(labels, chosen, sought, most) {
  const wanted = sought.trim().toLowerCase();
  const found = labels.filter(({ key, name }) => !chosen.includes(key) && (wanted === '' || name.toLowerCase().includes(wanted)));
  const frequent = found.length <= most ? found : [...found].sort((a, b) => b.count - a.count).slice(0, most);
  const shown = new Set([...chosen, ...frequent.map(({ key }) => key)]);
  return { shown: labels.filter(({ key }) => shown.has(key)), left: found.length - frequent.length };
}

/**
 * The class of each label, and their names: of those that were not chosen, one class together or none.
 * @param {Label[]} labels
 * @param {string[]} chosen keys, at most four, of which the last gives way where the rest is grouped
 * @param {boolean} grouped
 */
export function classesOf(labels, chosen, grouped) {
  const others = labels.filter(({ key }) => !chosen.includes(key));
  const isGrouped = grouped && others.length > 0;
  const kept = isGrouped ? chosen.slice(0, MOST_CLASSES - 1) : chosen;
  const named = labels.filter(({ key }) => kept.includes(key));
  const classes = new Map(named.map(({ key }, at) => [key, at]));
  const names = named.map(({ name }) => name);
  if (isGrouped) {
    for (const { key } of labels) if (!classes.has(key)) classes.set(key, names.length);
    names.push('the others');
  }
  return { classes, names };
}
