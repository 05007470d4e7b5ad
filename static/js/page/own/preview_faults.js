/**
 * The rows that can't be used: their line, what is wrong, and a field to mend it.
 */
import { oneLine } from '../../data/quoted.js';
import { arrange, make } from '../../ui/dom.js';
import { formatCount } from '../../ui/format.js';
import { effect } from '../../ui/tracked.js';
import { faultsTitle } from './words.js';

/** @typedef {import('./import_state.js').Import} Import */
/** @typedef {import('../../data/taken.js').Fault} Fault */

const MOST_SHOWN = 60;
const LONGEST_CELL = 24;
const MOST_CELLS = 12;

/**
 * @param {Import} source
 * @param {() => void} onAllMended what has the focus once the last row is mended
 */
export function createPreviewFaults(source, onAllMended) {
  const title = make('h3');
  const body = make('tbody');
  const rest = make('p', { class: 'rest' });
  const element = make('div', { class: 'own-faults' }, title, make('p', {}, 'They stay out. Mend them here, or leave them.'),
    make('table', {}, body), rest);
  /** The lines that are shown, by what they say: they stay while others are mended. @type {Map<string, ReturnType<typeof createLine>>} */
  let lines = new Map();
  /** What takes the field that is open over. */
  let finish = () => {};

  /** A press on another row's "mend" does not take the focus: the row would go from under it. @param {MouseEvent} event */
  const keepFocus = (event) => event.preventDefault();

  /** @param {Fault} fault */
  function createLine(fault) {
    const { cells, line } = source.now.table.rows[fault.row];
    const [from, to] = [Math.max(0, (fault.column ?? 0) - MOST_CELLS + 1), MOST_CELLS];
    const shown = cells.slice(from, from + to);
    const raw = make('td', { class: 'raw' }, ...shown.flatMap((cell, index) => {
      const text = oneLine(cell, LONGEST_CELL);
      const piece = from + index === fault.column ? make('u', {}, text || '\u00a0\u00a0\u00a0') : text;
      return index === 0 ? [piece] : ['; ', piece];
    }), ...(fault.column === null ? ['; ', make('u', {}, '\u00a0\u00a0\u00a0')] : []));
    const mend = make('button', { onmousedown: keepFocus, onclick: open }, 'mend');
    const place = make('td', { class: 'recipe' }, mend);
    const at = fault.column ?? cells.length;

    function open() {
      finish();
      const input = make('input', { type: 'text', 'aria-label': `${source.now.table.columns[at]?.name ?? ''}, line ${line}`, autocomplete: 'off' });
      const before = cells[at] ?? '';
      input.value = before;
      let isOver = false;
      /** @param {boolean} isKept @param {boolean} isStaying whether the focus stays in the list */
      const end = (isKept, isStaying) => {
        if (isOver) return;
        isOver = true;
        finish = () => {};
        const number = [...lines.values()].indexOf(self);
        place.replaceChildren(mend);
        // Where the table was read another way meanwhile, it is no longer this row.
        if (isKept && number >= 0 && input.value !== before) source.mend(fault.row, at, input.value);
        if (!isStaying) return;
        const left = [...lines.values()];
        const next = left.includes(self) ? self : left[Math.min(number, left.length - 1)];
        if (next) next.mend.focus();
        else onAllMended();
      };
      finish = () => end(true, false);
      input.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        end(event.key === 'Enter', true);
      });
      // Leaving the field keeps what was typed, as where there is no Enter; looking something up in another window does not leave it.
      input.addEventListener('blur', () => {
        if (document.hasFocus()) end(true, false);
      });
      place.replaceChildren(input);
      input.focus();
      input.select();
    }
    const self = {
      mend,
      element: make('tr', {}, make('th', { scope: 'row' }, `line ${formatCount(fault.line)}`), raw, make('td', {}, fault.reason), place),
    };
    return self;
  }

  const stop = effect(() => {
    const { faults } = source.taken();
    const { rows } = source.now.table;
    element.hidden = faults.length === 0;
    title.textContent = faultsTitle(faults);
    const before = lines;
    lines = new Map(faults.slice(0, MOST_SHOWN).map((fault) => {
      const key = JSON.stringify([fault, rows[fault.row].cells]);
      return [key, before.get(key) ?? createLine(fault)];
    }));
    arrange(body, [...lines.values()].map((line) => line.element));
    rest.hidden = faults.length <= MOST_SHOWN;
    rest.textContent = `And ${formatCount(faults.length - MOST_SHOWN)} more.`;
  });
  return { element, destroy: stop };
}
