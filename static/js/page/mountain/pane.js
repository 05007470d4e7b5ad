/**
 * The reading pane of the mountain: its map from above, and what it is in words.
 */
import { mount } from '../../figures/mountain/mountain.js';
import { byId, make, setAttribute, setText } from '../../ui/dom.js';
import { groundHereWords, misleadingWords, mountainName, sliceWords, titleWords, wayWords } from './words.js';

/** @param {Omit<Parameters<typeof mount>[1], 'isFlat'>} hand @param {HTMLElement} aside */
export function createPane(hand, aside) {
  const box = make('div', { class: 'map', role: 'img', tabindex: '0' });
  const [title, slice, ground, misleading] = [make('h3'), make('p'), make('p'), make('p', { class: 'misleading' })];
  const way = make('p', { class: 'vh', id: 'mountain-way' });
  const element = make('div', { class: 'say on-mountain' }, box, make('div', { class: 'words' }, title, slice, ground, misleading, way), aside);
  element.hidden = true;
  byId('reading').append(element);
  const map = mount(box, { ...hand, isFlat: true });

  return {
    element,
    map,
    /** @param {import('./survey.js').Told} told @param {import('./path.js').Stop | null} since it seems to go uphill */
    tell(told, since) {
      aside.hidden = false;
      setText(title, titleWords(told).text);
      setText(slice, sliceWords(told).text);
      setText(ground, groundHereWords(told).text);
      setText(misleading, misleadingWords(told, since).text);
      misleading.hidden = since === null;
      setText(way, wayWords(told).text);
      setAttribute(box, 'aria-label', mountainName(told, 'Map of the mountain').text);
    },
    /** Why there is nothing. @param {string} heading @param {string} words */
    say(heading, words) {
      setText(title, heading);
      setText(slice, words);
      setText(ground, '');
      misleading.hidden = true;
      setAttribute(box, 'aria-label', 'Map of the mountain: nothing to be seen');
      aside.hidden = true;
      map.clear();
    },
  };
}
