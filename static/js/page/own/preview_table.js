/**
 * The rows of a table as they stand in the file, under heads that say what each column is for.
 */
import { labelKey, classesOf } from '../../data/classes.js';
import { isMissing, numberOf } from '../../data/cell_numbers.js';
import { MOST_FURTHER } from '../../data/limits.js';
import { oneLine } from '../../data/quoted.js';
import { furtherColumns } from '../../data/roles.js';
import { make, setText } from '../../ui/dom.js';
import { counted, formatCount } from '../../ui/format.js';
import { mark } from '../../ui/marks.js';
import { ownText } from '../../ui/naming.js';
import { effect, tracked } from '../../ui/tracked.js';
import { phrase } from './phrase.js';
import { histogramOf, histogramPicture, valuesOf } from './histogram.js';
import { openClasses } from './choose_classes.js';
import { ROLES } from './words.js';

/** @typedef {import('./import_state.js').Import} Import */

/** Rows that are shown at first, and with each press. */
const [FIRST, MORE] = [9, 100];
const LONGEST_CELL = 40;

/** Different texts of a column, counted once. @type {WeakMap<readonly import('../../data/separated.js').Row[], Map<number, number>>} */
const counts = new WeakMap();

/** @param {import('../../data/table.js').Table} table @param {number} at */
export function wordsIn({ rows }, at) {
  const known = counts.get(rows) ?? new Map();
  counts.set(rows, known);
  if (!known.has(at)) known.set(at, new Set(rows.map(({ cells }) => (cells[at] ?? '').trim()).filter((cell) => !isMissing(cell))).size);
  return /** @type {number} */ (known.get(at));
}

/** What a cell of the class's column means. @param {Import['now']} now @returns {(cell: string) => number | null} null: none of the classes */
function classReader({ table, labels, chosen, grouped }) {
  const { classes } = classesOf(labels, chosen, grouped);
  return (cell) => classes.get(labelKey(cell, table.mark) ?? '') ?? null;
}

/** @param {Import} source the class of each row, null where it has none */
function classesOfRows({ now }) {
  const [at, classOf] = [now.roles.indexOf('class'), classReader(now)];
  return now.table.rows.map(({ cells }) => classOf(cells[at] ?? ''));
}

/** How a column is spread, in a picture and words. @param {Import} source @param {number} at @param {(number | null)[]} classes @returns {[Node, string]} */
function spread({ now: { table } }, at, classes) {
  const column = table.columns[at];
  if (column.kind !== 'numbers') return [make('div', { class: 'marks' }), column.kind === 'empty' ? 'empty' : counted(wordsIn(table, at), 'word')];
  const histogram = histogramOf(valuesOf(table, at), classes);
  const plain = { name: '', unit: '', offset: 0, factor: Math.max(1e-300, histogram.most / 100 - histogram.least / 100) };
  const [least, most] = [histogram.least, histogram.most].map((value) => ownText(plain, value / plain.factor));
  return [histogramPicture(histogram), `${least} to ${most} ${column.unit}`];
}

/**
 * A column's head. It stays the same element as long as the column is there: what is opened beside its controls, and the focus, stay too.
 * @param {Import} source
 * @param {number} at
 */
function createHead(source, at) {
  const { name, unit } = source.now.table.columns[at];
  const role = phrase({
    label: `What “${name}” is for`,
    options: () => ROLES.filter(({ value }) => source.now.table.columns[at].kind !== 'words' || !['x1', 'x2', 'more', 'target'].includes(value))
      .filter(({ value }) => value !== 'more' || source.now.roles[at] === 'more' || furtherColumns(source.now.roles).length < MOST_FURTHER),
    value: () => source.now.roles[at],
    onChoose: (chosen) => source.give(at, chosen),
  });
  const labels = make('button', { 'aria-haspopup': 'dialog', onclick: () => openClasses(source, labels) });
  const [number, picture, words, recipe] = [make('sub'), make('div'), make('small'), make('small', { class: 'recipe' }, labels)];
  const symbol = make('i', { class: 'symbol' }, 'x', number);
  const element = make(
    'th', { scope: 'col' },
    make('div', { class: 'recipe' }, symbol, role.element),
    make('b', { title: unit ? `${name} (${unit})` : name }, name),
    picture, words, recipe,
  );
  return {
    element,
    /** @param {(number | null)[]} classes of all rows */
    show(classes) {
      const { roles, labels: all } = source.now;
      const given = roles[at];
      element.classList.toggle('unused', given === 'unused');
      role.show();
      role.element.setAttribute('aria-label', `${name}, ${role.element.textContent}`);
      const place = given === 'more' ? furtherColumns(roles).indexOf(at) + 3 : given === 'x1' ? 1 : given === 'x2' ? 2 : 0;
      symbol.hidden = place === 0;
      setText(number, String(place));
      recipe.hidden = given !== 'class';
      words.hidden = !recipe.hidden;
      if (given === 'class') {
        picture.replaceChildren(make('div', { class: 'marks' }, ...source.taken().classes.map((_, index) => mark(index))));
        setText(labels, counted(all.length, 'label'));
      } else {
        const [drawn, told] = spread(source, at, classes);
        picture.replaceChildren(drawn);
        setText(words, told);
      }
    },
  };
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
  const further = make('button', { onclick: () => { more.shown = more.shown === FIRST ? MORE : more.shown + MORE; } }, 'Show more');
  const restWords = make('span');
  const rest = make('p', { class: 'rest' }, restWords, make('span', { class: 'recipe' }, further));
  const scroll = make('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Rows of the table' },
    make('table', {}, make('thead', {}, heads), body));
  const element = make('div', { class: 'own-rows' }, scroll, rest);

  /** @type {{columns: readonly import('../../data/table.js').Column[], all: ReturnType<typeof createHead>[]} | null} */
  let shownHeads = null;
  const showHeads = effect(() => {
    const classes = classesOfRows(source);
    const { columns } = source.now.table;
    if (shownHeads?.columns !== columns) {
      shownHeads = { columns, all: columns.map((_, at) => createHead(source, at)) };
      heads.replaceChildren(
        make('th', { scope: 'col', class: 'line' }, make('span', { class: 'vh' }, 'line')), ...shownHeads.all.map(({ element: head }) => head));
    }
    for (const head of shownHeads.all) head.show(classes);
  });

  /** @param {number} index among the table's rows @param {(cell: string) => number | null} classOf */
  const row = (index, classOf) => {
    const { table, roles } = source.now;
    const { line, cells } = table.rows[index];
    return make(
      'tr', { onpointerenter: () => onPoint(index), onpointerleave: () => onPoint(null) },
      make('td', { class: 'line' }, String(line)),
      ...table.columns.map((_, at) => {
        const cell = cells[at] ?? '';
        const target = roles[at] === 'class' ? classOf(cell) : null;
        const isWrong = ['x1', 'x2', 'more', 'target'].includes(roles[at]) && (isMissing(cell) || typeof numberOf(cell, table.mark) !== 'number');
        return make('td', { class: roles[at] === 'unused' ? 'unused' : isWrong ? 'wrong' : '' },
          ...(target === null ? [] : [mark(target, 5)]), oneLine(cell, LONGEST_CELL));
      }),
    );
  };
  const showRows = effect(() => {
    const usable = source.taken().rows;
    const all = usable.length > 0 ? usable : source.now.table.rows.map((_, at) => at);
    const { shown } = more;
    const classOf = classReader(source.now);
    body.replaceChildren(...(shown === FIRST ? evenly(FIRST, all.length) : evenly(all.length, all.length).slice(0, shown))
      .map((at) => row(all[at], classOf)));
    const left = all.length - Math.min(shown, all.length);
    // Whoever pressed it for the last time goes on among the rows.
    if (left === 0 && document.activeElement === further) scroll.focus();
    rest.hidden = left === 0;
    setText(restWords, `${formatCount(left)} more like ${shown === 1 ? 'this' : 'these'}. `);
  });
  return {
    element,
    destroy() {
      showHeads();
      showRows();
    },
  };
}
