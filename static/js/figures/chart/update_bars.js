/**
 * The bars of one update: how far every weight and bias moved, up or down. The one that is pointed at, or else the largest, is
 * named; arrow keys walk through them.
 */
import { colours, onColoursChange } from '../../ui/colours.js';
import { make, setText } from '../../ui/dom.js';
import { whenFontsArrive } from '../fonts.js';
import { createFrameLoop } from '../frame_loop.js';
import { placeIn } from '../growth.js';
import { barAt, barsOf, barValues, layBars } from './bar_layout.js';
import { createBarScale } from './bar_scale.js';
import { drawBars, ROOM } from './bars_draw.js';
import { barKey, barWords } from './bar_words.js';

/**
 * @typedef {object} BarsScene
 * @property {import('../../network/architecture.js').Architecture} architecture
 * @property {ArrayLike<number>} update θ_new − θ_old, flat
 * @property {boolean} training others follow soon
 */

const FAR = 10;

/** @param {string} kind @param {string} words */
const keyed = (kind, words) => make('span', {}, make('i', { class: kind }), words);
const KEYS = {
  single: () => [keyed('up', 'went up'), keyed('down', 'went down'), keyed('bias', 'a bias')],
  summed: () => [keyed('sum', 'how far a neuron’s weights and bias moved in all')],
};

/** The place of the largest; −1 where nothing moved. @param {number[]} values */
function largest(values) {
  const sizes = values.map(Math.abs);
  const most = Math.max(...sizes);
  return most > 0 ? sizes.indexOf(most) : -1;
}

/**
 * @param {HTMLElement} element
 * @param {object} options
 * @param {HTMLElement} options.key gets what the bars' colours mean
 * @param {(key: string) => void} options.onOpen a bar was pressed
 * @param {(key: string | null) => void} options.onPoint the element whose bar is pointed at
 * @returns {{update: (scene: BarsScene) => void, destroy: () => void}}
 */
export function mount(element, { key, onOpen, onPoint }) {
  const status = make('output', { class: 'vh' });
  element.append(status);
  element.tabIndex = 0;
  const scale = createBarScale();
  /** @type {BarsScene | null} */
  let scene = null;
  /** @type {import('./bars_draw.js').BarsPicture | null} */
  let picture = null;
  /** Places of the bars under the pointer and under the keys; −1: none. */
  let pointed = -1;
  let walked = -1;
  /** @type {boolean | null} */
  let isSummed = null;

  const loop = createFrameLoop(element, {
    layers: ['bars'],
    onResize: lay,
    draw() {
      if (picture) drawBars(loop.contexts[0], loop.size, { ...picture, named: named(picture.values) }, colours());
    },
  });

  /** @param {number[]} values */
  function named(values) {
    const wished = pointed >= 0 ? pointed : walked;
    return wished >= 0 && wished < values.length ? wished : largest(values);
  }

  function lay() {
    if (!scene || loop.size.width === 0) return;
    const { architecture, update, training } = scene;
    const layout = layBars(architecture.sizes, ROOM.scale, loop.size.width - ROOM.scale);
    const values = barValues(layout, update);
    const most = values.reduce((before, value) => Math.max(before, Math.abs(value)), 0);
    picture = { architecture, layout, values, end: scale.at(most, performance.now(), training), named: -1 };
    if (isSummed !== layout.summed) {
      isSummed = layout.summed;
      key.replaceChildren(...KEYS[isSummed ? 'summed' : 'single']());
    }
  }

  /** The key of what stands at a place. @param {number} at */
  const keyAt = (at) => {
    const bar = picture && barsOf(picture.layout)[at];
    return picture && bar ? barKey(bar, picture.layout.summed) : null;
  };

  /** @param {number} at */
  function point(at) {
    if (at === pointed) return;
    pointed = at;
    onPoint(keyAt(at >= 0 ? at : walked));
    loop.invalidate();
  }

  /** @param {number} at */
  function walkTo(at) {
    walked = at;
    onPoint(keyAt(at));
    const bar = picture && barsOf(picture.layout)[at];
    if (picture && bar) setText(status, barWords(bar, picture.layout.summed, picture.values[at], picture.architecture).text);
    else setText(status, '');
    loop.invalidate();
  }

  /** @param {number} at */
  const open = (at) => {
    const found = keyAt(at);
    if (found) onOpen(found);
  };
  const placeOf = (/** @type {MouseEvent} */ event) => (picture ? barAt(picture.layout, placeIn(element, event).x) : -1);

  element.addEventListener('pointermove', (event) => point(placeOf(event)));
  element.addEventListener('pointerleave', () => point(-1));
  element.addEventListener('click', (event) => open(placeOf(event)));
  element.addEventListener('blur', () => walkTo(-1));
  element.addEventListener('keydown', (event) => {
    if (!picture) return;
    const last = picture.values.length - 1;
    const now = walked >= 0 ? walked : named(picture.values);
    if (event.key === 'Enter') open(now);
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    walkTo(Math.max(0, Math.min(last, now + way * (event.shiftKey ? FAR : 1))));
  });
  const stopColours = onColoursChange(loop.invalidate);
  whenFontsArrive(loop.invalidate);

  return {
    update(next) {
      scene = next;
      lay();
      loop.invalidate();
    },
    destroy() {
      stopColours();
      loop.destroy();
      status.remove();
    },
  };
}
