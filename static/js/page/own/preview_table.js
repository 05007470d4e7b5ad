/**
 * The rows of a table as they stand in the file, under heads that say what each column is for.
 */
import { labelKey, classesOf } from '../../data/classes.js';
import { isMissing, numberOf } from '../../data/cell_numbers.js';
import { MOST_FURTHER } from '../../data/limits.js';
import { oneLine } from '../../data/quoted.js';
import { furtherColumns } from '../../data/roles.js';
import { make } from '../../ui/dom.js';
import { counted, formatCount } from '../../ui/format.js';
import { mark } from '../../ui/marks.js';
import { ownText } from '../../ui/naming.js';
import { effect, tracked } from '../../ui/tracked.js';
import { phrase } from './phrase.js';
import { histogramOf, histogramPicture } from './histogram.js';
import { openClasses } from './choose_classes.js';
import { ROLES } from './words.js';

/** @typedef {import('./import_state.js').Import} Import */

/** Rows that are shown at first, and with each press. */
const [FIRST, MORE] = [9, 100];
const LONGEST_CELL = 40;
/** So many rows make a histogram. */
const MOST_COUNTED = 20_000;

/** @param {Import} source the class of each row, null where it has none */
function classesOfRows({ now: { table, roles, labels, chosen, grouped } }) {
  const at = roles.indexOf('class');
  const { classes } = classesOf(labels, chosen, grouped);
  return table.rows.slice(0, MOST_COUNTED).map(({ cells }) => classes.get(labelKey(cells[at] ?? '', table.mark) ?? '') ?? null);
}

/** @param {Import} source @param {number} at column @param {(number | null)[]} classes */
function picture(source, at, classes) {
  const { now: { table, roles, labels } } = source;
  const column = table.columns[at];
  if (roles[at] === 'class') {
    const all = labels.length;
    const button = make('button', { 'aria-haspopup': 'dialog', onclick: () => openClasses(source, button) }, counted(all, 'label'));
    return [make('div', { class: 'marks' }, ...source.taken().classes.map((_, index) => mark(index))), make('small', { class: 'recipe' }, button)];
  }
  if (column.kind !== 'numbers') {
    const all = new Set(table.rows.slice(0, 2000).map(({ cells }) => (cells[at] ?? '').trim())).size;
    return [make('div', { class: 'marks' }), make('small', {}, column.kind === 'empty' ? 'empty' : counted(all, 'word'))];
  }
  const cells = table.rows.slice(0, MOST_COUNTED).map((row) => row.cells[at] ?? '');
  const histogram = histogramOf({ cells, classes, mark: table.mark });
  const plain = { name: '', unit: '', offset: 0, factor: Math.max(1e-300, histogram.most / 100 - histogram.least / 100) };
  const [least, most] = [histogram.least, histogram.most].map((value) => ownText(plain, value / plain.factor));
  return [histogramPicture(histogram), make('small', {}, `${least} to ${most} ${column.unit}`)];
}

/** @param {Import} source @param {number} at */
function head(source, at, classes = classesOfRows(source)) {
  const { now: { table, roles } } = source;
  const { name, unit } = table.columns[at];
  const role = phrase({
    label: `What “${name}” is for`,
    options: () => ROLES.filter(({ value }) => table.columns[at].kind !== 'words' || !['x1', 'x2', 'more', 'target'].includes(value))
      .filter(({ value }) => value !== 'more' || source.now.roles[at] === 'more' || furtherColumns(source.now.roles).length < MOST_FURTHER),
    value: () => source.now.roles[at],
    onChoose: (chosen) => source.give(at, chosen),
  });
  role.show();
  role.element.setAttribute('aria-label', `${name}, ${role.element.textContent}`);
  const number = roles[at] === 'more' ? furtherColumns(roles).indexOf(at) + 3 : roles[at] === 'x1' ? 1 : roles[at] === 'x2' ? 2 : 0;
  const symbol = number > 0 ? [make('i', { class: 'symbol' }, 'x', make('sub', {}, String(number)))] : [];
  return make(
    'th', { scope: 'col', class: roles[at] === 'unused' ? 'unused' : '' },
    make('div', { class: 'recipe' }, ...symbol, role.element),
    make('b', { title: unit ? `${name} (${unit})` : name }, name),
    ...picture(source, at, classes),
  );
}

/** As many places, evenly among so many. @param {number} most @param {number} all */
const evenly = (most, all) => Array.from({ length: Math.min(most, all) }, (_, at) => Math.floor((at * all) / Math.min(most, all)));

/**
 * @param {Import} source
 * @param {(row: number | null) => void} onPoint a row is pointed at
 */
export function createPreviewTable(source, onPoint) {
  const more = tracked({ shown: FIRST });
  const heads = make('tr');
  const body = make('tbody');
  const rest = make('p', { class: 'rest' });
  const element = make(
    'div', { class: 'own-rows' },
    make('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Rows of the table' },
      make('table', {}, make('thead', {}, heads), body)),
    rest,
  );

  const showHeads = effect(() => {
    const classes = classesOfRows(source);
    const focused = [...heads.children].findIndex((th) => th.contains(document.activeElement));
    heads.replaceChildren(
      make('th', { scope: 'col', class: 'line' }, make('span', { class: 'vh' }, 'line')),
      ...source.now.table.columns.map((_, at) => head(source, at, classes)),
    );
    if (focused > 0) heads.children[focused]?.querySelector('button')?.focus();
  });

  /** @param {number} index among the table's rows */
  const row = (index) => {
    const { table, roles, labels, chosen, grouped } = source.now;
    const { classes } = classesOf(labels, chosen, grouped);
    const { line, cells } = table.rows[index];
    return make(
      'tr', { onpointerenter: () => onPoint(index), onpointerleave: () => onPoint(null) },
      make('td', { class: 'line' }, String(line)),
      ...table.columns.map((_, at) => {
        const cell = cells[at] ?? '';
        const target = roles[at] === 'class' ? classes.get(labelKey(cell, table.mark) ?? '') : undefined;
        const isWrong = ['x1', 'x2', 'more', 'target'].includes(roles[at]) && (isMissing(cell) || typeof numberOf(cell, table.mark) !== 'number');
        return make('td', { class: roles[at] === 'unused' ? 'unused' : isWrong ? 'wrong' : '' },
          ...(target === undefined ? [] : [mark(target, 5)]), oneLine(cell, LONGEST_CELL));
      }),
    );
  };
  const showRows = effect(() => {
    const usable = source.taken().rows;
    const all = usable.length > 0 ? usable : source.now.table.rows.map((_, at) => at);
    const { shown } = more;
    body.replaceChildren(...(shown === FIRST ? evenly(FIRST, all.length) : evenly(all.length, all.length).slice(0, shown))
      .map((at) => row(all[at])));
    const left = all.length - Math.min(shown, all.length);
    rest.hidden = left === 0;
    rest.replaceChildren(`${formatCount(left)} more like ${shown === 1 ? 'this' : 'these'}. `,
      make('span', { class: 'recipe' }, make('button', { onclick: () => { more.shown = shown === FIRST ? MORE : shown + MORE; } }, 'Show more')));
  });
  return {
    element,
    destroy() {
      showHeads();
      showRows();
    },
  };
}
