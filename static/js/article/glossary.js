/** @file The glossary opens from any symbol: its entry stands beside it. */

import { make } from '../ui/dom.js';
import { openPopover } from '../ui/popover.js';

/** The glossary's entry by the letter or kind of a symbol, where they differ. @type {Record<string, string>} */
const ENTRIES = {
  gw: 'grad', gb: 'grad', s: 'a', an: 'a', av: 'a', anv: 'a', bv: 'b', zv: 'z', zvi: 'z',
  wv: 'W', wb: 'W', wn: 'w', dn: 'd', dv: 'd', dnv: 'd',
};

/** @param {HTMLElement} root */
export function openGlossaryFromSymbols(root) {
  root.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const symbol = /** @type {HTMLElement | null} */ (target?.closest('a.symbol') ?? target?.closest('[data-el], [data-kind]') ?? null);
    if (!symbol || symbol.closest('.glossary')) return;
    const name = symbol.dataset.kind ?? symbol.dataset.el?.split(':')[0] ?? '';
    const entry = document.getElementById(`symbol-${ENTRIES[name] ?? name}`);
    if (!entry) return;
    event.preventDefault();
    openPopover(symbol, {
      label: 'Glossary',
      className: 'entry',
      content: [
        ...[...entry.children].map((part) => make('div', { class: part.localName }, ...part.cloneNode(true).childNodes)),
        make('a', { href: '#glossary' }, 'All symbols'),
      ],
    });
  });
}
