/**
 * The brush: which class, or which height, the next point gets.
 *
 * @feature which class or height the next point gets
 */
import { ownOf, placeOf, PLAIN_AXIS } from '../../data/scaling.js';
import { byId, make, setAttribute, setText } from '../../ui/dom.js';
import { namingOf, ownText } from '../../ui/naming.js';
import { tableOf } from '../../state/selectors.js';
import { CLASS_NAMES } from '../../ui/shapes.js';
import { effect, whenever } from '../../ui/tracked.js';
import { isFull, mostPoints, pointsWords } from '../points/limits.js';
import { hollowMark, mark, residualMark, wrongMark } from '../../ui/marks.js';
import { number } from '../../ui/fields.js';

/** @typedef {import('../page.js').Page} Page */

const MOST_TARGET = 10;

/** @param {Page} page @param {number} index class, from 0 */
export function chooseBrush({ view, state, announce }, index) {
  view.brush.index = index;
  announce(`Brush: ${namingOf(tableOf(state)).classes[index]}`);
}

/** @param {Page} page */
function classBrush(page) {
  const { view } = page;
  const radios = CLASS_NAMES.map((_, index) => make(
    'button',
    {
      role: 'radio',
      title: `Class ${index + 1} (${index + 1})`,
      onclick: () => chooseBrush(page, index),
    },
    mark(index), make('span', { class: 'name' }),
  ));
  const element = make('div', { role: 'radiogroup', 'aria-label': 'Class of the next point' }, ...radios);
  element.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    chooseBrush(page, (view.brush.index + step + radios.length) % radios.length);
    radios[view.brush.index].focus();
  });
  const show = () => radios.forEach((radio, index) => {
    const chosen = index === view.brush.index;
    setAttribute(radio, 'aria-checked', String(chosen));
    setAttribute(radio, 'tabindex', chosen ? '0' : '-1');
  });
  effect(show);
  effect(() => {
    const { classes, isOwn } = namingOf(tableOf(page.state));
    radios.forEach((radio, index) => {
      setAttribute(radio, 'aria-label', `Class ${index + 1}, ${classes[index]}`);
      setText(/** @type {Element} */ (radio.lastElementChild), isOwn && classes[index] !== CLASS_NAMES[index] ? classes[index] : '');
    });
  });
  return element;
}

/** Own values are shown with so many digits: finer than points are told apart. */
const DIGITS = 6;

/** A height for the next point, in the own target's units where it has some. @param {Page} page @param {import('../../types.js').Axis} axis */
function targetBrush({ view }, axis) {
  const own = (/** @type {number} */ height) => Number(ownOf(axis, height).toPrecision(DIGITS));
  const field = number({
    label: heightLabel(axis),
    range: { min: own(-1), max: own(1), step: (own(1) - own(-1)) / 20 },
    onChange: async (value) => {
      const target = placeOf(axis, value);
      if (Math.abs(target) > MOST_TARGET) return `A height goes from ${ownText(axis, -MOST_TARGET)} to ${ownText(axis, MOST_TARGET)}.`;
      view.brush.height = target;
      return null;
    },
  });
  const stop = effect(() => field.show(own(view.brush.height)));
  return { element: field.element, stop };
}

/** @param {import('../../types.js').Axis} axis */
const heightLabel = ({ name, unit }) => (name ? `points of ${name}${unit ? `, in ${unit}` : ''}` : 'points of height');

/** What marks on the plane mean; test points can be hidden by theirs. @param {Page} page */
function key({ view }) {
  const tests = make('button', {
    title: 'Test points: show or hide (T)', onclick: () => { view.plane.show_tests = !view.plane.show_tests; },
  }, hollowMark(0), make('span', {}, 'test points'));
  effect(() => setAttribute(tests, 'aria-pressed', String(view.plane.show_tests)));
  return make('div', { class: 'key' }, tests, make('span', {}, wrongMark(0), 'wrong'));
}

/** What the sticks at points mean. */
const residualKey = () => make('div', { class: 'key' }, make('span', {}, residualMark(), 'answer too high'));

/** That no further point fits, beside what would add it. @param {Page} page */
function limitNote({ state }) {
  const note = make('p', { class: 'limit', id: 'points-limit' });
  effect(() => {
    note.hidden = !isFull(state);
    if (!note.hidden) setText(note, pointsWords(mostPoints(state)));
  });
  return note;
}

/** @param {Page} page */
export function mountBrush(page) {
  const { state } = page;
  const element = byId('brush');
  const limit = limitNote(page);
  const show = (/** @type {HTMLElement[]} */ ...all) => element.replaceChildren(make('span', { class: 'add' }, 'Add'), ...all, limit);
  const classes = classBrush(page);
  const keys = { classification: key(page), regression: residualKey() };
  // Apart from what adds: behind the tools of the hand, at the plane's other corner.
  for (const one of Object.values(keys)) element.parentElement?.append(one);
  let stop = () => {};
  const present = () => /** @type {const} */ ([state.experiment?.task ?? 'classification', tableOf(state)?.axes.target ?? PLAIN_AXIS]);
  whenever(present, ([task, axis]) => {
    stop();
    stop = () => {};
    if (task === 'regression') {
      const brush = targetBrush(page, axis);
      stop = brush.stop;
      show(brush.element);
    } else show(classes);
    for (const [of, one] of Object.entries(keys)) one.hidden = of !== task;
  });
}
