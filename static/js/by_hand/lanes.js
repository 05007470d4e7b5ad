/**
 * @file The sheet under the network: three lanes, in which every quantity is a slot under the column or the gap to which it
 * belongs. What does not fit is folded to one slot for each neuron, with how many it holds.
 */
import { placeOf } from '../paper/keys.js';
import { nameOf } from '../paper/names.js';
import { symbolOf } from '../paper/notation.js';
import { layersOf } from '../paper/setup.js';
import { make } from '../ui/dom.js';
import { setFormula } from '../ui/tex.js';
import { geometryOf } from './geometry.js';

/** @typedef {import('./work.js').Work} Work */
/** @typedef {import('../paper/quantities.js').Quantity} Quantity */

const LANES = /** @type {const} */ ([['forward', 'Forward'], ['backward', 'Backward'], ['update', 'Update']]);
/** Room for a slot: of one letter, of more, and of how many it holds. */
const PITCH = 38;
const WIDE_PITCH = 48;
const COUNT = 16;
/** Between slots of a gap and of a column. */
const GAP = 8;
/** Narrower sheets have one row of slots. */
const NARROW = 560;

/** Whether a quantity stands between two columns. @param {Quantity} quantity */
const isInGap = ({ place: { kind } }) => ['gw', 'w', 'v'].includes(kind);

/** @param {Quantity} quantity */
const isVelocity = ({ kind }) => kind === 'velocity';
/** A sum or an activation may be called by a word. @param {Work} work @param {Quantity} quantity */
const isWordy = (work, { key, kind }) => ['z', 'a'].includes(kind) && symbolOf(work.notation, work.setup, key).includes('\\mathit');
/** What a group takes, side by side. @param {Work} work @param {Quantity[]} group */
const widthOf = (work, group) => group.reduce((width, one) => width + (isInGap(one) || isWordy(work, one) ? WIDE_PITCH : PITCH) + (isVelocity(one) ? COUNT : 0), 0);

/** @param {Work} work @param {string} key */
export function stateOf(work, key) {
  const answer = work.answer(key);
  if (work.isRight(key)) return answer?.isGiven ? 'given' : 'right';
  const verdict = answer?.mark?.verdict;
  if (verdict === 'follow') return 'follow';
  return verdict ? 'wrong' : 'open';
}

const STATE_WORDS = { open: 'open', right: 'right', given: 'shown', follow: 'right given yours', wrong: 'wrong' };

/** @param {HTMLElement} holder @param {Work} work */
export function mountLanes(holder, work) {
  const element = make('div', { role: 'grid' });
  const chips = make('div', { class: 'points chips', role: 'group', 'aria-label': 'Point of the batch' });
  holder.append(chips, element);

  /** @param {Quantity} quantity @param {boolean} isShort */
  function slot({ key, lane }, isShort) {
    const state = stateOf(work, key);
    const button = make('button', {
      class: `slot ${lane}`, 'data-key': key, 'data-state': state, role: 'gridcell', 'aria-selected': String(key === work.current.key),
      'aria-label': `${nameOf(work.setup, key)}, ${STATE_WORDS[state]}`, tabindex: key === work.current.key ? 0 : -1,
      onclick: () => { work.choose(key); /** @type {HTMLElement | null} */ (document.querySelector('#answer'))?.focus(); },
    });
    const symbol = make('span', {});
    setFormula(symbol, symbolOf(work.notation, work.setup, key, { isShort, isInline: !isShort }));
    button.append(symbol);
    return button;
  }

  /** Several in the place of one: the one in hand, or the first that is open. @param {Quantity[]} group @returns {HTMLElement} */
  function folded(group) {
    const chosen = group.find(({ key }) => key === work.current.key) ?? group.find(({ key }) => !work.isRight(key)) ?? group[0];
    const button = slot(chosen, true);
    if (group.length === 1) return button;
    button.append(make('span', { class: 'count' }, `×${group.length}`));
    if (chosen.key !== work.current.key) button.dataset.state = group.every(({ key }) => work.isRight(key)) ? 'right' : 'open';
    return button;
  }

  /** As many slots as have room: each, or one for each neuron, or one for all. @param {Quantity[]} group @param {number} room @returns {HTMLElement[]} */
  function slots(group, room) {
    if (widthOf(work, group) <= room) return group.map((one) => slot(one, true));
    const neurons = [...new Set(group.map(({ place }) => place.neuron))].map((neuron) => group.filter(({ place }) => place.neuron === neuron));
    if (neurons.length * (PITCH + COUNT) + (group.some(isVelocity) ? neurons.length * COUNT : 0) <= room) return neurons.map(folded);
    return [folded(group)];
  }

  /** @param {Quantity[]} group @param {number} x @param {number} room */
  function placed(group, x, room) {
    const box = make('div', { class: 'group' }, ...slots(group, room));
    box.style.left = `${x}px`;
    return box;
  }

  /** @param {(typeof LANES)[number]} lane @param {number} width */
  function row([lane, title], width) {
    const { setup } = work;
    const { columns, cost } = geometryOf(setup.sizes, width, 300);
    const own = work.sheet.quantities.filter((one) => one.lane === lane && (!('zad'.includes(one.place.kind)) || one.place.point === work.point || setup.points === 1));
    /** @type {HTMLElement[]} */
    const groups = [];
    const step = columns[1] - columns[0];
    for (let layer = 2; layer <= layersOf(setup); layer++) {
      const here = own.filter(({ place, kind }) => kind !== 'cost' && place.layer === layer);
      const between = here.filter(isInGap);
      const at = here.filter((one) => !isInGap(one));
      const wanted = Math.min(widthOf(work, at), step * (between.length > 0 ? 0.45 : 1));
      const room = step - wanted - GAP;
      if (between.length > 0) groups.push(placed(between, columns[layer - 1] - (wanted + room) / 2, room));
      if (at.length > 0) groups.push(placed(at, columns[layer - 1], Math.max(wanted, PITCH) + 1));
    }
    const costs = own.filter(({ kind, place }) => kind === 'cost' && (place.point < 0 || place.point === work.point));
    if (costs.length > 0) groups.push(placed(costs, cost.x - (costs.length - 1) * 8, 90));
    return make('div', { class: `lane ${lane}`, role: 'row' }, make('span', { class: 'lane-name', role: 'rowheader' }, title), ...groups);
  }

  /** The slots of all lanes in one row, for narrow screens. */
  function line() {
    const own = work.sheet.quantities.filter(({ place, kind }) => work.setup.points === 1 || kind === 'cost' || !'zad'.includes(place.kind) || place.point === work.point);
    return make('div', { class: 'lane line', role: 'row' }, ...own.map((one) => slot(one, false)));
  }

  let drawn = '';
  function draw() {
    const width = element.clientWidth;
    if (width === 0) return;
    const isNarrow = width < NARROW;
    const lanes = LANES.filter(([lane]) => work.sheet.quantities.some((one) => one.lane === lane));
    const state = JSON.stringify([width, work.kept(), work.point]);
    if (state === drawn) return;
    drawn = state;
    const hadFocus = element.contains(document.activeElement);
    const { right, all } = work.progress();
    element.setAttribute('aria-label', `Sheet, ${all} numbers, ${right} right`);
    chips.replaceChildren(...points(work));
    chips.hidden = work.setup.points === 1;
    element.replaceChildren(...(isNarrow ? [line()] : lanes.map((lane) => row(lane, width))));
    const chosen = /** @type {HTMLElement | null} */ (element.querySelector('[aria-selected=true]'));
    if (isNarrow && chosen?.parentElement) chosen.parentElement.scrollLeft = chosen.offsetLeft - width / 2 + PITCH;
    if (hadFocus) chosen?.focus();
  }
  element.addEventListener('keydown', (event) => moveByKey(event, work));
  work.listen(draw);
  new ResizeObserver(draw).observe(element);
}

/** Which point of a batch the lanes show. @param {Work} work @returns {HTMLElement[]} */
function points(work) {
  if (work.setup.points === 1) return [];
  return Array.from({ length: work.setup.points }, (_, point) => make('button', {
    class: 'chip', 'aria-pressed': String(point === work.point), onclick: () => work.choosePoint(point),
  }, `Point ${point + 1}`));
}

/** Left and right walk the slots, up and down change the lane. @param {KeyboardEvent} event @param {Work} work @returns {boolean} whether it did anything */
export function moveByKey(event, work) {
  const { quantities } = work.sheet;
  const at = quantities.findIndex(({ key }) => key === work.current.key);
  /** @type {Quantity | undefined} */
  let target;
  if (event.key === 'ArrowLeft') target = quantities[at - 1];
  if (event.key === 'ArrowRight') target = quantities[at + 1];
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const names = LANES.map(([lane]) => lane);
    const lane = names[names.indexOf(work.current.lane) + (event.key === 'ArrowDown' ? 1 : -1)];
    const same = quantities.filter((one) => one.lane === lane);
    target = same.find(({ key }) => placeOf(key).layer === work.current.place.layer) ?? same[0];
  }
  if (!target) return false;
  event.preventDefault();
  work.choose(target.key);
  return true;
}
