/**
 * All points as a table in the network's place: sorted, filtered, edited; for those who don't see the plane, and for those who
 * want the numbers.
 */
import { numberOf } from '../../data/cell_numbers.js';
import { placeOf } from '../../data/scaling.js';
import { furtherName } from '../../network/features.js';
import { meansOf } from '../../network/slice.js';
import { tableOf } from '../../state/selectors.js';
import { make, setAttribute, setText } from '../../ui/dom.js';
import { counted, formatCount } from '../../ui/format.js';
import { mark } from '../../ui/marks.js';
import { namingOf, ownText } from '../../ui/naming.js';
import { assign, effect, onChange, tracked, untracked } from '../../ui/tracked.js';
import { headOf, standInstead } from '../instead/places.js';
import { answerAt } from '../network/network_now.js';
import { phrase } from '../own/phrase.js';
import { createPasting } from './paste_rows.js';
import { rowWords } from './row_words.js';
import { ALL, rowsOf } from './table_rows.js';
import { createToolbar } from './table_toolbar.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../../types.js').Point} Point */
/** @typedef {import('./table_rows.js').Key} Key */

/** Rows that are shown, and so many more with each press. */
const SHOWN = 300;
const FARTHEST = { place: 100, target: 10 };
const PLAIN = { name: '', unit: '', offset: 0, factor: 1 };

/** The axis of a cell that can be typed in. @param {Page} page @param {'x1' | 'x2' | 'target'} key */
const axisOf = ({ state }, key) => tableOf(state)?.axes[key] ?? PLAIN;

/**
 * What a typed cell means, or why it means nothing.
 * @param {Page} page
 * @param {'x1' | 'x2' | 'target'} key
 * @param {string} text
 * @returns {{value: number} | {fault: string}}
 */
function typed(page, key, text) {
  const axis = axisOf(page, key);
  const bare = axis.unit && text.trim().endsWith(axis.unit) ? text.trim().slice(0, -axis.unit.length) : text;
  const own = numberOf(bare, bare.includes(',') && !bare.includes('.') ? ',' : '.');
  if (typeof own !== 'number') return { fault: 'That is not a number. Type digits, such as 0.25.' };
  const value = placeOf(axis, own);
  const most = key === 'target' ? FARTHEST.target : FARTHEST.place;
  return Math.abs(value) <= most ? { value } : { fault: 'That is too far out.' };
}

/** @param {Page} page @param {Point} point @param {'x1' | 'x2' | 'target'} key @param {number} value */
function change({ editor }, { id, x1, x2 }, key, value) {
  if (key === 'target') editor.setTargets([id], value);
  else editor.move(id, key === 'x1' ? value : x1, key === 'x2' ? value : x2);
}

/** @param {Page} page */
export function openTable(page) {
  const { state, view, editor } = page;
  const wish = tracked({ ...ALL });
  const shown = tracked({ rows: SHOWN, chosen: /** @type {ReadonlySet<number>} */ (new Set()) });
  const naming = () => namingOf(tableOf(state));
  const isClass = () => state.experiment?.task !== 'regression';
  /** Names of the further columns. */
  const further = () => meansOf(state.points).map((_, place) => /** @type {'x3'} */ (furtherName(place)));

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
  const heads = [headCell('number', '№'), headCell('target', 'class'), headCell('use', 'used for'), headCell('x1', 'x1'), headCell('x2', 'x2'), ...further().map((name) => headCell(name, name)), headCell('says', 'the network says')];
  const body = make('tbody', { id: 'points-rows' });
  const fault = make('p', { class: 'fault', role: 'alert' });
  const rest = make('p', { class: 'rest' });
  const toolbar = createToolbar(page, {
    one: 'row', chosen: () => [...shown.chosen], choose, hint: 'Click a number to change it, a head to sort; paste rows to add them.',
  });
  const element = make(
    'div', { class: 'points-view' }, head, toolbar.element,
    make('div', { class: 'scroll' }, make('table', { class: 'points-table', 'aria-label': 'Points' },
      make('thead', {}, make('tr', {}, make('th', {}, all), ...heads.map(({ cell }) => cell))), body), fault, rest),
  );

  /** @param {HTMLElement} cell @param {Point} point @param {'x1' | 'x2' | 'target'} key @param {string} text */
  function openField(cell, point, key, text) {
    const input = make('input', { type: 'text', autocomplete: 'off', inputmode: 'decimal', 'aria-label': `${key} of point ${point.id}` });
    input.value = text;
    let isOver = false;
    /** @param {boolean} kept */
    const end = (kept) => {
      if (isOver) return true;
      const result = kept ? typed(page, key, input.value) : null;
      if (result && 'fault' in result) {
        setText(fault, result.fault);
        setAttribute(input, 'aria-invalid', 'true');
        return false;
      }
      isOver = true;
      setText(fault, '');
      if (result && input.value !== text) change(page, point, key, result.value);
      untracked(showRows);
      return true;
    };
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end(event.key === 'Enter');
    });
    input.addEventListener('blur', () => {
      if (!end(true)) end(false);
    });
    cell.replaceChildren(input);
    input.select();
  }

  /** @param {{point: Point, number: number}} row */
  function rowOf({ point, number }) {
    const experiment = /** @type {import('../../types.js').Experiment} */ (state.experiment);
    const words = rowWords(point, experiment, answerAt(page, point), naming());
    const box = make('input', {
      type: 'checkbox', 'aria-label': `Choose point ${number}`,
      onchange() {
        const chosen = new Set(shown.chosen);
        if (box.checked) chosen.add(point.id);
        else chosen.delete(point.id);
        shown.chosen = chosen;
      },
    });
    box.checked = shown.chosen.has(point.id);
    /** @param {'x1' | 'x2' | 'target'} key @param {string} text */
    const field = (key, text) => {
      const cell = make('td', {}, make('button', { class: 'cell', onclick: () => openField(cell, point, key, text) }, text));
      return cell;
    };
    return make(
      'tr', {
        class: box.checked ? 'chosen' : '', 'data-id': point.id,
        onpointerenter: () => { view.plane.lit = new Set([point.id]); }, onpointerleave: () => { view.plane.lit = new Set(shown.chosen); },
      },
      make('th', {}, box), make('th', { scope: 'row' }, String(number)),
      isClass() ? make('td', {}, mark(point.target, 5), ` ${words.target.text}`) : field('target', words.target.text),
      make('td', {}, make('button', { class: 'cell', onclick: () => editor.setTest([point.id], !point.test) }, words.use.text)),
      field('x1', words.x1.text), field('x2', words.x2.text),
      ...further().map((name, place) => make('td', {}, words[name]?.text ?? ownText(naming().more[place] ?? PLAIN, 0))), make('td', {}, words.answer.text),
    );
  }

  function showRows() {
    const { points } = state;
    const { focused, place } = focusIn(body);
    const rows = rowsOf(points, wish, isClass(), (point) => answerAt(page, point));
    body.replaceChildren(...rows.slice(0, shown.rows).map(rowOf));
    if (focused !== null) /** @type {HTMLElement | undefined} */ (body.querySelector(`[data-id="${focused}"]`)?.querySelectorAll('input, button')[place])?.focus();
    const left = rows.length - shown.rows;
    rest.replaceChildren(...(points.length === 0 ? ['There are no points.'] : rows.length === 0 ? ['No point is like that.'] : left > 0
      ? [`${formatCount(left)} more below. `, make('span', { class: 'recipe' }, make('button', { onclick: () => { shown.rows += SHOWN; } }, 'Show more'))]
      : [`${counted(rows.length, 'row')}. The last column is what the network says at step ${formatCount(state.frame?.step ?? 0)}.`]));
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
      for (const { key, cell } of heads) setAttribute(cell, 'aria-sort', wish.key !== key ? null : wish.falling ? 'descending' : 'ascending');
      setText(heads[1].button, isClass() ? 'class' : 'height');
      const { axes } = naming();
      further().forEach((name, place) => setText(heads[5 + place].button, naming().more[place]?.name || name));
      setText(heads[3].button, axes.x1 || 'x1');
      setText(heads[4].button, axes.x2 || 'x2');
    }),
    effect(() => {
      // While it trains the answers are those of when the table was last changed: rows that run away can't be read.
      const isTraining = state.status === 'training';
      if (!isTraining) void state.frame;
      void [state.points, state.experiment, state.tables, shown.rows, shown.chosen, ...Object.values(wish)];
      if (!(document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'text' && body.contains(document.activeElement))) untracked(showRows);
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

/** The row that has the focus, by its point, and which of its controls. @param {HTMLElement} body */
function focusIn(body) {
  const row = document.activeElement?.closest('tr');
  if (!row || !body.contains(row)) return { focused: null, place: 0 };
  const controls = [...row.querySelectorAll('input, button')];
  return { focused: row.dataset.id ?? null, place: controls.indexOf(/** @type {Element} */ (document.activeElement)) };
}
