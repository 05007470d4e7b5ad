/**
 * The rows that can't be used: their line, what is wrong, and a field to mend it.
 */
import { oneLine } from '../../data/quoted.js';
import { make } from '../../ui/dom.js';
import { formatCount } from '../../ui/format.js';
import { effect } from '../../ui/tracked.js';
import { faultsTitle } from './words.js';

/** @typedef {import('./import_state.js').Import} Import */
/** @typedef {import('../../data/taken.js').Fault} Fault */

const MOST_SHOWN = 60;
const LONGEST_CELL = 24;
const MOST_CELLS = 12;

/** @param {Import} source */
export function createPreviewFaults(source) {
  const title = make('h3');
  const body = make('tbody');
  const rest = make('p', { class: 'rest' });
  const element = make('div', { class: 'own-faults' }, title, make('p', {}, 'They stay out. Mend them here, or leave them.'),
    make('table', {}, body), rest);

  /** @param {Fault} fault @param {HTMLElement} place */
  function openField({ row, column }, place) {
    const cells = source.now.table.rows[row].cells;
    const at = column ?? cells.length;
    const name = source.now.table.columns[at]?.name ?? '';
    const input = make('input', { type: 'text', 'aria-label': `${name}, line ${source.now.table.rows[row].line}`, autocomplete: 'off' });
    input.value = cells[at] ?? '';
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') source.mend(row, at, input.value);
      else if (event.key === 'Escape') show();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    place.replaceChildren(input);
    input.focus();
  }

  /** @param {Fault} fault */
  function line(fault) {
    const { cells } = source.now.table.rows[fault.row];
    const [from, to] = [Math.max(0, (fault.column ?? 0) - MOST_CELLS + 1), MOST_CELLS];
    const shown = cells.slice(from, from + to);
    const raw = make('td', { class: 'raw' }, ...shown.flatMap((cell, index) => {
      const text = oneLine(cell, LONGEST_CELL);
      const piece = from + index === fault.column ? make('u', {}, text || '\u00a0\u00a0\u00a0') : text;
      return index === 0 ? [piece] : ['; ', piece];
    }), ...(fault.column === null ? ['; ', make('u', {}, '\u00a0\u00a0\u00a0')] : []));
    const mend = make('button', { onclick: () => openField(fault, place) }, 'mend');
    const place = make('td', { class: 'recipe' }, mend);
    return make('tr', {}, make('th', { scope: 'row' }, `line ${formatCount(fault.line)}`), raw, make('td', {}, fault.reason), place);
  }

  const show = () => {
    const { faults } = source.taken();
    element.hidden = faults.length === 0;
    title.textContent = faultsTitle(faults);
    body.replaceChildren(...faults.slice(0, MOST_SHOWN).map(line));
    rest.hidden = faults.length <= MOST_SHOWN;
    rest.textContent = `And ${formatCount(faults.length - MOST_SHOWN)} more.`;
  };
  const stop = effect(show);
  return { element, destroy: stop };
}
