/**
 * A small menu under a button: things to do, with their keys.
 */
import { make } from './dom.js';
import { openPopover } from './popover.js';

/** @typedef {{title: string, key?: string, run: () => void}} Item */

/** @param {HTMLElement} button @param {string} label @param {Item[]} items */
export function mountMenu(button, label, items) {
  button.addEventListener('click', () => {
    const entries = items.map(({ title, key, run }) => make(
      'button',
      { class: 'option', role: 'menuitem', onclick: () => { popover.close(); run(); } },
      make('span', {}, title), ...(key ? [make('kbd', {}, key)] : []),
    ));
    const popover = openPopover(button, { label, role: 'menu', className: 'menu', content: entries });
    popover.element.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const at = entries.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
      entries[(at + step + entries.length) % entries.length].focus();
    });
  });
}
