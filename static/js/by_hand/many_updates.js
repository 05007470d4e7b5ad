/** @file Several updates in a table: what the network answers, what it costs and, of few, the weights. */
import { parseExact } from '../exact/number.js';
import { COST } from '../paper/keys.js';
import { nameOf } from '../paper/names.js';
import { symbolOf } from '../paper/notation.js';
import { digitsOf } from '../paper/print.js';
import { outputKey } from '../paper/quantities.js';
import { layersOf, parameterKeys, range } from '../paper/setup.js';
import { runUpdates } from '../paper/sheet.js';
import { make, setText } from '../ui/dom.js';
import { openSheet } from '../ui/sheet.js';
import { setFormula } from '../ui/tex.js';

/** @typedef {import('./work.js').Work} Work */

/** What can be worked out at once: numbers of the sheet, times updates. */
const MOST_WORK = 600_000;
const MOST_UPDATES = 10_000;
/** More weights make no table. */
const FEW = 4;
const DIGITS = 9;

/** How many updates a network can make here. @param {Work} work */
export const mostUpdates = ({ sheet }) => Math.min(MOST_UPDATES, Math.floor(MOST_WORK / sheet.byKey.size));

/** Steps that are listed: all of few, then fewer and fewer, and the last. @param {number} last @returns {number[]} */
export function listedSteps(last) {
  const marks = [0, 1, 2, 3, 4, 5, ...[10, 100, 1000, 10_000].flatMap((unit) => [unit, 2 * unit, 3 * unit, 5 * unit])];
  return [...new Set([...marks.filter((step) => step < last), last])];
}

/** What is listed of each step. @param {Work} work @returns {string[]} keys */
function columnsOf({ setup }) {
  const n = layersOf(setup);
  const outputs = range(setup.points).flatMap((point) => range(setup.sizes[n - 1]).map((k) => outputKey(setup, point, n, k)));
  const parameters = parameterKeys(setup);
  return [...(outputs.length <= FEW ? outputs : []), COST, ...(parameters.length <= FEW ? parameters : [])];
}

/** @param {Work} work @param {number} updates @returns {HTMLTableElement} */
export function updatesTable(work, updates) {
  const { setup, notation, numbers } = work;
  const columns = columnsOf(work);
  const listed = new Set(listedSteps(updates));
  /** @type {HTMLElement[]} */
  const rows = [];
  runUpdates(setup, numbers, updates, (step, valueOf) => {
    if (!listed.has(step)) return;
    rows.push(make('tr', {}, make('th', { scope: 'row' }, String(step)), ...columns.map((key) => make('td', {}, digitsOf(valueOf(key), DIGITS)))));
  });
  const heads = columns.map((key) => {
    const symbol = make('span', { 'aria-hidden': 'true' });
    setFormula(symbol, symbolOf(notation, setup, key));
    return make('th', { scope: 'col' }, make('span', { class: 'vh' }, nameOf(setup, key)), symbol);
  });
  return make('table', {}, make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, 'Updates'), ...heads)), make('tbody', {}, ...rows));
}

/** @param {Work} work */
export function openManyUpdates(work) {
  const most = mostUpdates(work);
  const first = Math.min(most, work.example?.updates ?? 10);
  const field = make('input', { type: 'text', class: 'given-field', inputmode: 'numeric', 'aria-label': 'How many updates', value: String(first) });
  const remark = make('p', { class: 'remark', role: 'status' });
  const place = make('div', { class: 'many' });
  const show = () => {
    const exact = parseExact(field.value, { spaced: true });
    const isCount = !('fault' in exact) && Number.isInteger(exact.value) && exact.value >= 1 && exact.value <= most;
    setText(remark, isCount ? '' : `Write a whole number from 1 to ${most}.`);
    if (isCount && !('fault' in exact)) place.replaceChildren(updatesTable(work, exact.value));
  };
  field.addEventListener('change', show);
  show();
  openSheet({ title: 'Many updates', content: [make('p', { class: 'many-count' }, make('label', {}, field, ' updates, one after the other, from the numbers above.')), remark, place] });
}

