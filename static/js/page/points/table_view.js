/**
 * All points as a table in the network's place: sorted, filtered, edited; for those who don't see the plane, and for those who
 * want the numbers.
 */
import { furtherName } from '../../network/features.js';
import { meansOf } from '../../network/slice.js';
import { tableOf } from '../../state/selectors.js';
import { arrange, make, setAttribute, setText } from '../../ui/dom.js';
import { counted, formatCount } from '../../ui/format.js';
import { namingOf } from '../../ui/naming.js';
import { assign, effect, onChange, tracked, untracked } from '../../ui/tracked.js';
import { headOf, standInstead } from '../instead/places.js';
import { answerAt } from '../network/network_now.js';
import { phrase } from '../own/phrase.js';
import { createPasting } from './paste_rows.js';
import { columnTitle, createRow } from './table_row.js';
import { ALL, rowsOf } from './table_rows.js';
import { createToolbar } from './table_toolbar.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./table_rows.js').Key} Key */

/** Rows that are shown, and so many more with each press. */
const SHOWN = 300;

/** @param {Page} page */
export function openTable(page) {
  const { state, view } = page;
  const wish = tracked({ ...ALL });
  const shown = tracked({ rows: SHOWN, chosen: /** @type {ReadonlySet<number>} */ (new Set()) });
  const naming = () => namingOf(tableOf(state));
  const isClass = () => state.experiment?.task !== 'regression';
  /** Names of the further columns. */
  const furtherNames = () => meansOf(state.points).map((_, place) => /** @type {'x3'} */ (furtherName(place)));

  const phrases = [
    phrase({
      label: 'Which points', value: () => wish.verdict, onChoose: (verdict) => { wish.verdict = verdict; },
      options: () => [{ value: 'all', title: 'All points' }, ...(isClass() ? [{ value: 'wrong', title: 'The wrong ones' }] : [])],
    }),
    phrase({
      label: 'Of which class', value: () => wish.target, onChoose: (target) => { wish.target = target; },
      options: () => [{ value: null, title: isClass() ? 'any class' : 'any height' },
        ...(isClass() ? naming().classes.slice(0, state.experiment?.classes ?? 2).map((title, value) => ({ value, title })) : [])],
    }),
    phrase({
      label: 'Used for', value: () => wish.use, onChoose: (use) => { wish.use = use; },
      options: () => [{ value: 'all', title: 'training and testing' }, { value: 'training', title: 'training' }, { value: 'testing', title: 'testing' }],
    }),
  ];
  const [which, what, use] = phrases.map(({ element }) => element);
  const head = headOf(page, 'Points', make('p', { class: 'recipe' }, which, ', ', what, ', ', use, '.'));
  const choose = (/** @type {Iterable<number>} */ ids) => { shown.chosen = new Set(ids); };
  const showAdded = (/** @type {number[]} */ ids) => {
    choose(ids);
    body.querySelector(`[data-id="${ids[0]}"]`)?.scrollIntoView({ block: 'center' });
  };
  const pasting = createPasting(page, { onAdded: showAdded, tell: (words) => setText(fault, words) });
  head.lastElementChild?.before(pasting.button);

  /** @param {Key} key @param {string} title */
  const headCell = (key, title) => {
    const button = make('button', { onclick: () => assign(wish, { key, falling: wish.key === key && !wish.falling }) }, title);
    return { key, button, cell: make('th', { scope: 'col' }, button) };
  };
  const all = make('input', { type: 'checkbox', 'aria-label': 'Choose all rows' });
  const headRow = make('tr');
  const body = make('tbody', { id: 'points-rows' });
  const scroll = make('div', { class: 'scroll' });
  const fault = make('p', { class: 'fault', role: 'alert' });
  const further = make('button', { onclick: () => { shown.rows += SHOWN; } }, 'Show more');
  const furtherPhrase = make('span', { class: 'recipe' }, further);
  const restWords = make('span');
  const rest = make('p', { class: 'rest' }, restWords, furtherPhrase);
  const toolbar = createToolbar(page, {
    one: 'row', chosen: () => [...shown.chosen], choose, hint: 'Click a number to change it, a head to sort; paste rows to add them.',
  });
  const element = make(
    'div', { class: 'points-view' }, head, toolbar.element, scroll,
  );
  scroll.append(make('table', { class: 'points-table', 'aria-label': 'Points' }, make('thead', {}, headRow), body), fault, rest);

  /** The columns that there are, and their heads. @type {{of: string, heads: ReturnType<typeof headCell>[]} | null} */
  let columns = null;
  /** Rows by their points' ids. @type {Map<number, ReturnType<typeof createRow>>} */
  let known = new Map();
  /** The field with what can't be taken, which stays open. @type {HTMLInputElement | null} */
  let wrong = null;
  /** @param {string | null} reason @param {HTMLInputElement} input */
  const tell = (reason, input) => {
    if (reason === null && wrong !== input) return;
    wrong = reason === null ? null : input;
    setText(fault, reason ?? '');
  };

  /** The heads of the columns, anew where there are others. */
  function headsNow() {
    const names = furtherNames();
    const of = [isClass(), ...names].join();
    if (columns?.of === of) return columns.heads;
    const heads = [headCell('number', '№'), headCell('target', ''), headCell('use', 'used for'), ...(/** @type {Key[]} */ (['x1', 'x2', ...names])).map((name) => headCell(name, name)), headCell('says', 'the network says')];
    columns = { of, heads };
    headRow.replaceChildren(make('th', {}, all), ...heads.map(({ cell }) => cell));
    known = new Map();
    return heads;
  }

  /** @param {number} id @param {boolean} isChosen */
  function onChoose(id, isChosen) {
    const chosen = new Set(shown.chosen);
    if (isChosen) chosen.add(id);
    else chosen.delete(id);
    shown.chosen = chosen;
  }

  function showRows() {
    const { points } = state;
    headsNow();
    const rows = rowsOf(points, wish, isClass(), (point) => answerAt(page, point));
    const before = known;
    known = new Map(rows.slice(0, shown.rows).map(({ point, number }) => {
      const row = before.get(point.id) ?? createRow(page, {
        point, isClass: isClass(), further: furtherNames().length, onChoose, chosen: () => shown.chosen, tell, onEnd: () => untracked(showRows),
      });
      row.show(point, number, shown.chosen.has(point.id));
      return [point.id, row];
    }));
    arrange(body, [...known.values()].map((row) => row.element));
    if (wrong && !wrong.isConnected) tell(null, wrong);
    const left = rows.length - shown.rows;
    if (left <= 0 && document.activeElement === further) [...known.values()].at(-1)?.box.focus();
    furtherPhrase.hidden = left <= 0;
    setText(restWords, points.length === 0 ? 'There are no points.' : rows.length === 0 ? 'No point is like that.' : left > 0
      ? `${formatCount(left)} more below. `
      : `${counted(rows.length, 'row')}. The last column is what the network says at step ${formatCount(state.frame?.step ?? 0)}.`);
    all.checked = rows.length > 0 && rows.every(({ point }) => shown.chosen.has(point.id));
    all.onchange = () => { shown.chosen = new Set(all.checked ? rows.map(({ point }) => point.id) : []); };
  }

  const stops = [
    onChange(() => state.points, (points) => {
      const there = new Set(points.map(({ id }) => id));
      const left = [...shown.chosen].filter((id) => there.has(id));
      if (left.length < shown.chosen.size) choose(left);
    }),
    // Points of another drawing may have the same numbers.
    onChange(() => state.drawn, () => choose([])),
    effect(() => {
      for (const piece of phrases) piece.show();
      const own = naming();
      for (const { key, cell, button } of headsNow()) {
        setAttribute(cell, 'aria-sort', wish.key !== key ? null : wish.falling ? 'descending' : 'ascending');
        if (key === 'target') setText(button, isClass() ? 'class' : 'height');
        else if (key[0] === 'x') setText(button, columnTitle(own, /** @type {import('./typed_cell.js').Field} */ (key)));
      }
    }),
    effect(() => {
      // While it trains the answers are those of when the table was last changed: rows that run away can't be read.
      const isTraining = state.status === 'training';
      if (!isTraining) void state.frame;
      void [state.points, state.experiment, state.tables, shown.rows, shown.chosen, ...Object.values(wish)];
      // A row with an open field stays where it is until that is closed.
      if (![...known.values()].some((row) => row.isOpen() && row.element.contains(document.activeElement))) untracked(showRows);
    }),
    effect(() => {
      view.plane.lit = shown.chosen;
      toolbar.show(shown.chosen.size);
    }),
  ];
  const occupant = {
    label: 'Points', network: element,
    onLeave() {
      for (const stop of stops) stop();
      pasting.stop();
      view.plane.lit = new Set();
    },
  };
  standInstead(page, occupant);
  return occupant;
}
