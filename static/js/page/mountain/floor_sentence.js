/**
 * What the floor is laid along and how heights are drawn, as a sentence under the mountain whose phrases are the controls.
 */
import { symbolOf } from '../../figures/network/symbols.js';
import { choice } from '../../ui/choices.js';
import { byId, make, setText } from '../../ui/dom.js';
import { openPopover } from '../../ui/popover.js';
import { effect } from '../../ui/tracked.js';
import { networkNow } from '../network/network_now.js';
import { axesOf, indexOf, parameterKeys } from './floor.js';
import { parameterName } from './words.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../../network/architecture.js').Architecture} Architecture */

const SCALES = [
  { value: 'linear', title: 'as they are', words: 'From a cost of 0, or from just below the lowest where all costs are alike.' },
  { value: 'log', title: 'logarithmic', words: 'Each step up is a factor: low ground shows its shape too.' },
];
const FLOORS = [
  { value: 'path', title: 'the path’s own directions', words: 'The two in which this run went furthest, once it has moved.' },
  { value: 'weights', title: 'two weights or biases', words: 'On the network: hold Shift and click two of them.' },
  { value: 'random', title: 'two random directions', words: 'In which each neuron’s wires count by their strength.' },
];

/** A weight or bias as it is written. @param {string} key @param {Architecture} architecture */
function symbol(key, architecture) {
  const [{ base, above = '', below = '' }] = symbolOf(key, architecture);
  return make('span', { class: 'parameter' }, make('i', {}, base), make('sup', {}, above), make('sub', {}, below));
}

/** @param {Page} page */
export function mountFloorSentence(page) {
  const { view } = page;
  const { mountain } = view;
  const floor = make('button', { type: 'button', class: 'of-floor' }), scale = make('button', { type: 'button' });
  const sentence = make('p', { class: 'recipe floor' }, make('span', {}, 'Floor: ', floor, ';'), ' heights ', scale);
  byId('brush').before(make('div', { class: 'floor-line' }, sentence, make('span', { class: 'hint' }, 'drag to turn')));

  const axesNow = () => {
    const architecture = networkNow(page)?.architecture, axes = mountain.laid?.axes;
    return architecture && axes?.every((key) => indexOf(key, architecture) >= 0) ? { architecture, axes } : null;
  };
  effect(() => {
    if (!mountain.shown) return;
    const there = axesNow(), kind = mountain.laid?.kind ?? 'path';
    setText(scale, SCALES.find(({ value }) => value === mountain.scale)?.title ?? '');
    if (there) {
      floor.replaceChildren(symbol(there.axes[0], there.architecture), ' and ', symbol(there.axes[1], there.architecture));
      floor.setAttribute('aria-label', there.axes.map((key) => parameterName(key, there.architecture)).join(' and '));
    } else {
      setText(floor, FLOORS.find(({ value }) => value === kind)?.title ?? '');
      floor.removeAttribute('aria-label');
    }
  });

  scale.addEventListener('click', () => {
    const control = choice({
      label: 'Heights', options: SCALES,
      onChoose(value) {
        mountain.scale = value;
        control.show(value);
      },
    });
    control.show(mountain.scale);
    openPopover(scale, { label: 'Heights', content: [control.element], spare: [byId('plane-frame')] });
  });

  floor.addEventListener('click', () => {
    const architecture = networkNow(page)?.architecture;
    if (!architecture) return;
    let axes = axesNow()?.axes ?? axesOf(null, architecture, []);
    const wrong = make('p', { class: 'wrong', role: 'alert' });
    const layAlong = (/** @type {readonly [string, string]} */ [first, second]) => {
      const isTwice = first === second;
      setText(wrong, isTwice ? 'That is the other direction already: a floor takes two.' : '');
      if (isTwice) return;
      axes = [first, second];
      mountain.floor = { kind: 'weights', first, second };
    };
    const selects = /** @type {const} */ ([0, 1]).map((at) => parameterSelect(architecture, at, axes[at], (key) => layAlong(at === 0 ? [key, axes[1]] : [axes[0], key])));
    const own = make('div', { class: 'controls' }, ...selects, wrong);
    const again = make('button', { type: 'button', class: 'second', onclick: () => { mountain.floor = { kind: 'random', seed: Date.now() % 2 ** 31 }; } }, 'Draw two others');
    const control = choice({
      label: 'Floor', options: FLOORS,
      onChoose(kind) {
        if (kind === 'weights') layAlong(axes);
        else mountain.floor = kind === 'path' ? { kind } : { kind, seed: 1 };
        show(kind);
      },
    });
    const show = (/** @type {string} */ kind) => {
      control.show(kind);
      own.hidden = kind !== 'weights';
      again.hidden = kind !== 'random';
    };
    show(mountain.floor?.kind ?? mountain.laid?.kind ?? 'path');
    openPopover(floor, { label: 'Floor', className: 'floor-choice', content: [control.element, own, again], spare: [byId('plane-frame')] });
  });
}

/**
 * All weights and biases, by the layer they lead into.
 * @param {Architecture} architecture @param {0 | 1} at @param {string} chosen @param {(key: string) => void} onChoose
 */
function parameterSelect(architecture, at, chosen, onChoose) {
  const select = make('select', { 'aria-label': at === 0 ? 'First direction' : 'Second direction' });
  for (let layer = 2; layer <= architecture.layers; layer++) {
    const own = parameterKeys(architecture).filter((key) => Number(key.split(':')[1]) === layer);
    select.append(make('optgroup', { label: layer === architecture.layers ? 'Into the outputs' : `Into layer ${layer}` },
      ...own.map((key) => make('option', { value: key }, parameterName(key, architecture).replace('the ', '')))));
  }
  select.value = chosen;
  select.addEventListener('change', () => onChoose(select.value));
  return select;
}
