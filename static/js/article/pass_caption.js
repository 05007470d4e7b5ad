/** @file What a phase of a pass says, in words, symbols and numbers. */

import { formulaTex, linesTex } from '../trace/captions/tex.js';
import { make, setText } from '../ui/dom.js';
import { setFormula, setFormulas } from '../ui/tex.js';

/** @param {HTMLElement} element */
export function createPassCaption(element) {
  const title = make('p', { class: 'title' });
  const words = make('p', { 'aria-live': 'polite' });
  const formula = make('div', { class: 'formula' });
  const numbers = make('div', { class: 'numbers' });
  element.append(title, words, formula, numbers);
  return {
    /** @param {import('../trace/types.js').Caption} caption */
    update(caption) {
      setText(title, caption.title);
      setText(words, caption.sentences.join(' '));
      void setFormula(formula, formulaTex(caption));
      void setFormulas(numbers, linesTex(caption));
    },
  };
}
