/** @file A given number that is changed where it stands. */
import { nameOf } from '../paper/names.js';
import { make } from '../ui/dom.js';

/** @typedef {import('./work.js').Work} Work */

/** As short as it says all. @param {number} value */
export const givenText = (value) => String(value).replace('-', '\u2212');

/** @param {Work} work @param {string} key @returns {HTMLInputElement} */
export function createGivenField(work, key) {
  const name = nameOf(work.setup, key);
  const field = make('input', {
    type: 'text', inputmode: 'text', class: 'given-field', 'aria-label': `${name[0].toUpperCase()}${name.slice(1)}`, 'data-given': key, autocomplete: 'off', spellcheck: 'false',
    value: givenText(work.numbers[key] ?? 0),
  });
  const fit = () => { field.style.width = `${Math.max(2, field.value.length) + 1}ch`; };
  field.addEventListener('input', fit);
  field.addEventListener('focus', () => field.select());
  field.addEventListener('change', () => work.give(key, field.value));
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') work.give(key, field.value);
    if (event.key === 'Escape') {
      field.value = givenText(work.numbers[key] ?? 0);
      field.blur();
    }
  });
  if (work.faultAt(key)) field.setAttribute('aria-invalid', 'true');
  fit();
  return field;
}
