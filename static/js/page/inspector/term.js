/**
 * One factor as it stands in a product: its symbol, its number, and what it is.
 */
import { make, setText } from '../../ui/dom.js';
import { setFormula } from '../../ui/tex.js';

/** @typedef {import('../../trace/chain.js').Factor} Factor */

/** A formula within a line of text. @param {string} tex */
export function formula(tex) {
  const element = make('span', { class: 'k' });
  setFormula(element, tex);
  return element;
}

/** @param {string} text */
export const operator = (text) => make('span', { class: 'op', 'aria-hidden': 'true' }, text);

/** @param {Factor} factor */
export function createTerm({ tex, words, backward }) {
  const number = make('b');
  const element = make('div', { class: `term${backward ? ' backward' : ''}` }, formula(tex), number, make('span', {}, words));
  return {
    element,
    /** @param {string} printed its number */
    update: (printed) => setText(number, printed),
  };
}
