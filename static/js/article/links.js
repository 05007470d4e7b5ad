/** @file Ties the symbols of the text to the elements of the figures: what is pointed at on one side lights up on the other. */

import { keysOfKind, normalized } from './kinds.js';

/** @typedef {import('./reader.js').Reader} Reader */

const SYMBOLS = '[data-el], [data-kind]';

/**
 * @param {HTMLElement} root
 * @param {Reader} reader
 * @param {readonly number[]} sizes   of the article's network
 */
export function linkSymbols(root, reader, sizes) {
  /** @type {Map<string, Set<HTMLElement>>} */
  const byMark = new Map();
  for (const symbol of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(SYMBOLS))) {
    const mark = markOf(symbol);
    byMark.set(mark, (byMark.get(mark) ?? new Set()).add(symbol));
  }

  /** @param {string} mark @returns {string[]} */
  function keysOf(mark) {
    const [kind, key] = mark.split('=');
    return kind === 'el' ? [normalized(key, sizes)] : keysOfKind(key, reader.state.chosen, sizes);
  }

  /** @param {Event} event */
  const onEnter = (event) => {
    const symbol = event.target instanceof Element ? event.target.closest(SYMBOLS) : null;
    if (symbol) reader.set({ lit: new Set(keysOf(markOf(/** @type {HTMLElement} */ (symbol)))) });
  };
  /** @param {Event} event */
  const onLeave = (event) => {
    if (event.target instanceof Element && event.target.closest(SYMBOLS)) reader.set({ lit: new Set() });
  };
  for (const name of ['pointerover', 'focusin']) root.addEventListener(name, onEnter);
  for (const name of ['pointerout', 'focusout']) root.addEventListener(name, onLeave);

  /** @type {HTMLElement[]} */
  let washed = [];
  /** @type {ReadonlySet<string> | null} */
  let shown = null;
  reader.follow(({ lit }) => {
    if (lit === shown) return;
    shown = lit;
    for (const symbol of washed) symbol.classList.remove('lit');
    washed = [];
    if (lit.size === 0) return;
    for (const [mark, symbols] of byMark) {
      const keys = keysOf(mark);
      if (keys.length !== lit.size || !keys.every((key) => lit.has(key))) continue;
      for (const symbol of symbols) symbol.classList.add('lit');
      washed.push(...symbols);
    }
  });
}

/** @param {HTMLElement} symbol */
function markOf({ dataset }) {
  return dataset.el === undefined ? `kind=${dataset.kind}` : `el=${dataset.el}`;
}
