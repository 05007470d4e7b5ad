/**
 * What the floor is laid along and how heights are drawn, as a sentence under the mountain whose phrases are the controls.
 */
import { symbolOf } from '../../figures/network/symbols.js';
import { choice } from '../../ui/choices.js';
import { byId, make, setText } from '../../ui/dom.js';
import { openPopover } from '../../ui/popover.js';
import { effect } from '../../ui/tracked.js';
import { networkNow } from '../network/network_now.js';
import { indexOf, parameterKeys } from './floor.js';
import { parameterName } from './words.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../../network/architecture.js').Architecture} Architecture */

const SCALES = [
  { value: 'linear', title: 'as they are', words: 'From a cost of 0, or from just below the lowest one where all costs are alike.' },
  { value: 'log', title: 'logarithmic', words: 'Each step up is a factor: what is low shows its shape too.' },
];

/** "w₁₂" and so on, with its layers: w¹²₁₂ can't be typed, so "w 1→2 (1, 2)". @param {string} key @param {Architecture} architecture */
function shortName(key, architecture) {
  const [{ base, above = '', below = '' }] = symbolOf(key, architecture);
  return `${base}${sup(above)}${sub(below)}`;
}
/** @param {string} text */
const sup = (text) => [...text].map((sign) => ({ ',': '\u02d2' }[sign] === undefined ? '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079'[Number(sign)] : '\u02d2')).join('');
/** @param {string} text */
const sub = (text) => [...text].map((sign) => (sign === ',' ? ',' : String.fromCharCode(0x2080 + Number(sign)))).join('');

/** @param {Page} page */
export function mountFloorSentence(page) {
  const { view } = page;
  const first = make('button', { type: 'button' }), second = make('button', { type: 'button' }), scale = make('button', { type: 'button' });
  const sentence = make('p', { class: 'recipe floor' }, 'Floor: ', first, ' and ', second, '; heights ', scale);
  const hint = make('span', { class: 'hint' }, 'drag to turn');
  const line = make('div', { class: 'floor-line' }, sentence, hint);
  byId('brush').before(line);

  const axesNow = () => {
    const architecture = networkNow(page)?.architecture, axes = view.mountain.laid?.axes;
    return architecture && axes && axes.every((key) => indexOf(key, architecture) >= 0) ? { architecture, axes } : null;
  };
  effect(() => {
    if (!view.mountain.shown) return;
    const there = axesNow();
    if (!there) return;
    for (const [at, button] of [first, second].entries()) {
      setText(button, shortName(there.axes[at], there.architecture));
      button.setAttribute('aria-label', parameterName(there.axes[at], there.architecture));
    }
    setText(scale, SCALES.find(({ value }) => value === view.mountain.scale)?.title ?? '');
  });

  for (const [at, button] of [first, second].entries()) button.addEventListener('click', () => chooseParameter(at, button));
  scale.addEventListener('click', () => {
    const control = choice({
      label: 'Heights', options: SCALES,
      onChoose(value) {
        view.mountain.scale = value;
        control.show(value);
      },
    });
    control.show(view.mountain.scale);
    openPopover(scale, { label: 'Heights', content: [control.element], spare: [byId('plane-frame')] });
  });

  /** @param {number} at @param {HTMLElement} button */
  function chooseParameter(at, button) {
    const there = axesNow();
    if (!there) return;
    const { architecture, axes } = there;
    const select = make('select', { 'aria-label': at === 0 ? 'First weight or bias' : 'Second weight or bias' });
    const wrong = make('p', { class: 'wrong', role: 'alert' });
    for (let layer = 2; layer <= architecture.layers; layer++) {
      const own = parameterKeys(architecture).filter((key) => Number(key.split(':')[1]) === layer);
      select.append(make('optgroup', { label: layer === architecture.layers ? 'Into the outputs' : `Into layer ${layer}` },
        ...own.map((key) => make('option', { value: key }, `${shortName(key, architecture)}: ${parameterName(key, architecture)}`))));
    }
    select.value = axes[at];
    select.addEventListener('change', () => {
      const chosen = [...axes];
      chosen[at] = select.value;
      if (chosen[0] === chosen[1]) {
        setText(wrong, 'That is the other direction already: a floor takes two.');
        return;
      }
      setText(wrong, '');
      if (chosen.every((key) => indexOf(key, architecture) >= 0)) view.mountain.floor = { kind: 'weights', first: chosen[0], second: chosen[1] };
    });
    const element = make('div', { class: 'setting' }, make('h3', {}, at === 0 ? 'First direction' : 'Second direction'),
      make('p', {}, 'A weight or a bias. On the network: Shift and a click on two of them.'), make('div', { class: 'controls' }, select), wrong);
    openPopover(button, { label: 'Floor', content: [element], spare: [byId('plane-frame')] });
  }
}
