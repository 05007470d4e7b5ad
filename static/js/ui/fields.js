/**
 * Controls that take a number, a yes or no, or a press.
 */
import { make, setAttribute, setText } from './dom.js';
import { parseNumber, parsePercent, typedNumber, typedPercent } from './parse.js';

/** @typedef {import('./choices.js').Control} Control */

let lastId = 0;
const freshId = () => `control-${(lastId += 1)}`;

/**
 * A number that is typed, and may be dragged too. What was typed and refused stays, with the reason under it.
 * @param {object} settings
 * @param {string} settings.label
 * @param {(value: number) => Promise<string | null>} settings.onChange gives why it was refused, or null
 * @param {{min: number, max: number, step: number}} [settings.range] gives it a slider
 * @param {string} [settings.hint] what to know beforehand
 * @param {boolean} [settings.percent] a share from 0 to 1 that is read and typed in per cent
 * @returns {Control}
 */
export function number({ label, onChange, range, hint = '', percent = false }) {
  const id = freshId();
  const input = make('input', {
    type: 'text', inputmode: 'decimal', id, autocomplete: 'off', 'aria-describedby': `${id}-wrong ${id}-hint`,
  });
  const wrong = make('p', { class: 'wrong', id: `${id}-wrong`, role: 'status' });
  const element = make('div', { class: 'field' }, make('label', { for: id }, label), input);
  const slider = range && make('input', { type: 'range', 'aria-label': `${label}, slider`, ...range });
  if (slider) element.append(slider);
  element.append(wrong, make('p', { class: 'hint', id: `${id}-hint` }, hint));

  const tell = (/** @type {string | null} */ reason) => {
    setText(wrong, reason ?? '');
    setAttribute(input, 'aria-invalid', reason === null ? null : 'true');
  };
  const offer = async (/** @type {number} */ value) => tell(await onChange(value));
  let known = NaN;
  // The answer to an earlier change may come while somebody types or drags here: what is not yet offered stays.
  let inHand = false;
  const take = () => { inHand = true; };
  input.addEventListener('input', take);
  input.addEventListener('blur', () => {
    if (!inHand) return; // what was changed has been offered
    inHand = false;
    write();
  });
  input.addEventListener('change', () => {
    inHand = false;
    const value = percent ? parsePercent(input.value) : parseNumber(input.value);
    if (value === null) tell(`“${input.value}” is not a number. Type digits, such as 0.03 or 1e-3.`);
    else if (percent && !(value >= 0 && value <= 1)) tell('It is a number of per cent, from 0% to 100%.');
    else offer(value);
  });
  slider?.addEventListener('input', () => {
    take();
    input.value = typedNumber(slider.valueAsNumber);
    fill(slider);
  });
  slider?.addEventListener('change', () => {
    inHand = false;
    offer(slider.valueAsNumber);
  });

  function write() {
    tell(null);
    input.value = percent ? typedPercent(known) : typedNumber(known);
    if (!slider) return;
    slider.value = String(known);
    fill(slider);
  }

  return {
    element,
    show(value) {
      known = value;
      if (inHand || (input.getAttribute('aria-invalid') && document.activeElement === input)) return;
      write();
    },
  };
}

/** How far a slider's track is inked. @param {HTMLInputElement} slider */
function fill(slider) {
  const [low, high] = [Number(slider.min), Number(slider.max)];
  slider.style.setProperty('--filled', `${(100 * (slider.valueAsNumber - low)) / (high - low)}%`);
}

/**
 * On or off.
 * @param {object} settings
 * @param {string} settings.label
 * @param {(on: boolean) => void} settings.onChange
 * @returns {Control}
 */
export function toggle({ label, onChange }) {
  const element = make(
    'button', { class: 'switch', role: 'switch' },
    make('i', { 'aria-hidden': 'true' }), make('span', {}, label),
  );
  element.addEventListener('click', () => onChange(element.getAttribute('aria-checked') !== 'true'));
  return { element, show: (on) => setAttribute(element, 'aria-checked', String(on)) };
}

/**
 * Something done rather than chosen.
 * @param {string} label
 * @param {() => void} onPress
 * @returns {Control}
 */
export function action(label, onPress) {
  return { element: make('button', { class: 'second', onclick: onPress }, label), show: () => {} };
}
