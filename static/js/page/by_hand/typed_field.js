/**
 * A field for an exact number: its symbol, what is typed, and what is wrong with that, told where it happened.
 */
import { make, setAttribute, setText } from '../../ui/dom.js';
import { setFormula } from '../../ui/tex.js';

let made = 0;

/**
 * @param {object} options
 * @param {string} options.tex its symbol
 * @param {string} options.name in words
 * @param {string} options.element key of the element in the figure that it stands for
 */
export function createTypedField({ tex, name, element }) {
  const id = `by-hand-${(made += 1)}`;
  const symbol = make('span', { class: 'sym', 'aria-hidden': 'true' });
  const input = make('input', {
    type: 'text', id, 'aria-label': name, 'aria-describedby': `${id}-note`, autocomplete: 'off', autocapitalize: 'off',
    spellcheck: 'false', enterkeyhint: 'next',
  });
  const note = make('p', { class: 'remark', id: `${id}-note` });
  setFormula(symbol, tex, { plain: name });
  return {
    label: make('label', { for: id, 'data-element': element }, symbol, input),
    input,
    note,
    /** @param {string} text of the note @param {boolean} wrong */
    tell(text, wrong) {
      setText(note, text);
      setAttribute(input, 'aria-invalid', wrong ? 'true' : null);
    },
  };
}

/** @typedef {ReturnType<typeof createTypedField>} TypedField */
