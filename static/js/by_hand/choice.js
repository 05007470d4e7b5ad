/** @file A choice in a sentence, as wide as what is chosen: browsers make theirs as wide as the longest option. */

import { make } from '../ui/dom.js';

/**
 * A choice and the sign behind it, which never stands at the beginning of a line.
 * @param {Node} control
 * @param {string} sign
 */
export const followedBy = (control, sign) => make('span', { class: 'followed' }, control, sign);

/**
 * @param {string} label
 * @param {{value: string | number, title: string}[]} options
 * @param {string | number} value
 * @param {(value: string) => void} onChoose
 * @param {{id?: string}} [attributes] of the control
 */
export function choice(label, options, value, onChoose, attributes = {}) {
  const select = make('select', { 'aria-label': label, ...attributes }, ...options.map((option) =>
    make('option', { value: option.value, selected: String(option.value) === String(value) }, option.title)));
  const chosen = make('span', { 'aria-hidden': 'true' });
  const fit = () => {
    chosen.textContent = select.selectedOptions[0]?.text ?? '';
  };
  select.addEventListener('change', () => {
    fit();
    onChoose(select.value);
  });
  fit();
  return make('span', { class: 'choice' }, chosen, select);
}
