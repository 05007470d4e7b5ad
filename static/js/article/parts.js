/** @file The parts of a figure, which its template promises, and the controls that several figures share. */

import { make, setText } from '../ui/dom.js';

/** The part of a figure with this class. @param {Element} figure @param {string} name @returns {HTMLElement} */
export function part(figure, name) {
  const found = figure.querySelector(`.${name}`);
  if (!(found instanceof HTMLElement)) throw new Error(`The figure ${figure.id} has no part "${name}".`);
  return found;
}

/**
 * A slider with its name before it and its value, in words, behind.
 * @param {object} options
 * @param {string} options.label
 * @param {number} options.min
 * @param {number} options.max
 * @param {number} options.step
 * @param {number} options.value
 * @param {(value: number) => string} options.words
 * @param {(value: number) => void} options.onInput
 */
export function createSlider({ label, min, max, step, value, words, onInput }) {
  const input = make('input', { type: 'range', min, max, step, 'aria-label': label });
  const output = make('output');
  const element = make('label', { class: 'slider' }, make('span', {}, label), input, output);
  const show = (/** @type {number} */ now) => {
    input.value = String(now);
    input.style.setProperty('--filled', `${(100 * (now - min)) / (max - min)}%`);
    input.setAttribute('aria-valuetext', words(now));
    setText(output, words(now));
  };
  input.addEventListener('input', () => {
    show(input.valueAsNumber);
    onInput(input.valueAsNumber);
  });
  show(value);
  return { element, show };
}

/**
 * A row of choices of which one holds.
 * @template {string} T
 * @param {object} options
 * @param {string} options.label
 * @param {readonly (readonly [T, string])[]} options.choices   value and name
 * @param {T | null} options.value
 * @param {(value: T) => void} options.onChoose
 */
export function createChoices({ label, choices, value, onChoose }) {
  const chips = choices.map(([own, name]) => make('button', {
    type: 'button', class: 'chip',
    onclick() {
      show(own);
      onChoose(own);
    },
  }, name));
  const show = (/** @type {T | null} */ now) =>
    chips.forEach((chip, at) => chip.setAttribute('aria-pressed', String(choices[at][0] === now)));
  show(value);
  return { element: make('div', { class: 'chips', role: 'group', 'aria-label': label }, ...chips), show };
}
