/**
 * The confusion matrix, opened from the share of right answers: a table whose numbers light their points on the plane.
 */
import { byId, make, setAttribute, setText } from '../../ui/dom.js';
import { mark } from '../../ui/marks.js';
import { openPopover } from '../../ui/popover.js';
import { PLAIN_NAMING } from '../../ui/naming.js';
import { CLASS_NAMES } from '../../ui/shapes.js';
import { effect, untracked } from '../../ui/tracked.js';
import { cellWords, confusionOf } from './confusion.js';

/** @typedef {import('./confusion.js').Cell} Cell */

const TITLE = 'Right and wrong, by class';
const NONE = 'There is nothing to compare just now: it takes points of classes, and a network that answers with classes.';
const KEY = 'Rows are what the points are, columns what the network says. Hollow counts are test points. '
  + 'Each number shows its points on the plane.';

/**
 * A table for so many classes.
 * @param {number} classes
 * @param {readonly string[]} names of them
 * @param {(cell: [number, number] | null) => void} onPoint row and column
 */
function makeTable(classes, names, onPoint) {
  const all = Array.from({ length: classes }, (_, index) => index);
  // A mark needs no name but for those who don't see it; a table's own is read by all.
  const heading = (/** @type {number} */ index) => [mark(index), make('span', { class: names[index] === CLASS_NAMES[index] ? 'vh' : 'name' }, names[index])];
  const buttons = all.map((target) => all.map((answer) => {
    const point = () => onPoint([target, answer]), leave = () => onPoint(null);
    return make('button', {
      class: target === answer ? 'right' : '', onpointerenter: point, onfocus: point, onpointerleave: leave, onblur: leave,
    }, make('b'), make('small'));
  }));
  const element = make('table', { class: 'confusion', 'aria-label': TITLE },
    make('tr', {}, make('td'), ...all.map((answer) => make('th', { scope: 'col' }, ...heading(answer)))),
    ...buttons.map((row, target) => make('tr', {}, make('th', { scope: 'row' }, ...heading(target)), ...row.map((button) => make('td', {}, button)))));
  return {
    element,
    classes,
    names,
    /** @param {Cell[][]} cells */
    show(cells) {
      cells.forEach((row, target) => row.forEach((cell, answer) => {
        const button = buttons[target][answer];
        const [train, test] = /** @type {HTMLCollectionOf<HTMLElement>} */ (button.children);
        setText(train, String(cell.train.length));
        setText(test, cell.test.length > 0 ? `○ ${cell.test.length}` : '');
        setAttribute(button, 'aria-label', cellWords(cell, target, answer, names).text);
        button.toggleAttribute('data-empty', cell.train.length + cell.test.length === 0);
      }));
    },
  };
}

/**
 * @param {import('../page.js').Page} page
 * @param {import('../snapshot.js').Snapshots} snapshots
 * @param {HTMLElement} anchor
 */
export function openConfusion({ view }, snapshots, anchor) {
  const key = make('p', {}, KEY), none = make('p', {}, NONE);
  const content = make('section', { class: 'setting' }, make('h3', {}, TITLE), key, none);
  /** @type {ReturnType<typeof makeTable> | null} */
  let table = null;
  /** @type {Cell[][] | null} */
  let cells = null;
  /** @type {[number, number] | null} */
  let pointed = null;
  /** What others have lit: theirs again when no cell is pointed at. */
  const before = view.plane.lit;

  const light = () => {
    const cell = pointed && cells?.[pointed[0]]?.[pointed[1]];
    view.plane.lit = cell ? new Set([...cell.train, ...cell.test]) : before;
  };
  const stop = effect(() => {
    const snapshot = snapshots.now();
    const { classes: names } = snapshot.naming ?? PLAIN_NAMING;
    cells = confusionOf(snapshot);
    key.hidden = cells === null;
    none.hidden = cells !== null;
    if (cells === null || table?.classes !== cells.length || table.names !== names) {
      table?.element.remove();
      if (pointed) {
        pointed = null;
        untracked(light);
      }
      table = cells && makeTable(cells.length, names, (cell) => {
        pointed = cell;
        light();
      });
      if (table) key.after(table.element);
    }
    if (!cells || !table) return;
    table.show(cells);
    if (pointed) light();
  });
  openPopover(anchor, {
    label: TITLE,
    content: [content],
    spare: [byId('plane-frame'), byId('network'), byId('numbers')],
    onClose() {
      stop();
      pointed = null;
      light();
    },
  });
}
