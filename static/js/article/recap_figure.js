/** @file Figure 12: the whole of it on one sheet, which can be printed by itself. */

import { make } from '../ui/dom.js';
import { part } from './parts.js';

/** @param {HTMLElement} figure */
export function mount(figure) {
  const root = document.documentElement;
  window.addEventListener('afterprint', () => {
    delete root.dataset.sheet;
  });
  part(figure, 'controls').append(make('button', {
    type: 'button', class: 'second',
    onclick() {
      root.dataset.sheet = 'recap';
      window.print();
    },
  }, 'Print this sheet'));
}
