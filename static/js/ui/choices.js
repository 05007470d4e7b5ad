/**
 * Controls that choose among options. Each shows the value in force and hands back a new one.
 *
 * @typedef {object} Control
 * @property {HTMLElement} element
 * @property {(value: any) => void} show the value in force
 * @property {(step: number) => void} [tick] training has come to this step
 */
import { icon, make, setAttribute } from './dom.js';

/** @typedef {{value: any, title: string, words?: string, drawing?: SVGElement}} Option */

/** Arrow keys walk a group of radios, as the pattern for radio groups has it. @param {HTMLElement} group */
function walkWithArrows(group) {
  group.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const radios = /** @type {HTMLElement[]} */ ([...group.querySelectorAll('[role=radio]')]);
    const at = radios.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    radios[(at + step + radios.length) % radios.length].focus();
  });
}

/** @param {HTMLElement[]} radios @param {(index: number) => boolean} isChosen */
function showChosen(radios, isChosen) {
  const chosen = radios.findIndex((_, index) => isChosen(index));
  radios.forEach((radio, index) => {
    setAttribute(radio, 'aria-checked', String(index === chosen));
    setAttribute(radio, 'tabindex', index === Math.max(0, chosen) ? '0' : '-1');
  });
}

/**
 * One of several, each with a few words and perhaps a drawing.
 * @param {object} settings
 * @param {string} settings.label
 * @param {Option[]} settings.options
 * @param {(value: any) => void} settings.onChoose
 * @returns {Control}
 */
export function choice({ label, options, onChoose }) {
  const radios = options.map(({ value, title, words, drawing }) => make(
    'button',
    { class: drawing ? 'option drawn' : 'option', role: 'radio', onclick: () => onChoose(value) },
    ...(drawing ? [drawing] : []),
    make('span', {}, make('b', {}, title), ...(words ? [make('small', {}, words)] : [])),
    icon('check'),
  ));
  const element = make('div', { class: 'options', role: 'radiogroup', 'aria-label': label }, ...radios);
  walkWithArrows(element);
  return { element, show: (value) => showChosen(radios, (index) => options[index].value === value) };
}

/**
 * One of a few short values, as a row of chips.
 * @param {object} settings
 * @param {string} settings.label
 * @param {Option[]} settings.options
 * @param {(value: any) => void} settings.onChoose
 * @returns {Control}
 */
export function chips({ label, options, onChoose }) {
  const radios = options.map(({ value, title }) => make(
    'button', { class: 'chip', role: 'radio', onclick: () => onChoose(value) }, title,
  ));
  const element = make('div', { class: 'chips', role: 'radiogroup', 'aria-label': label }, ...radios);
  walkWithArrows(element);
  return { element, show: (value) => showChosen(radios, (index) => options[index].value === value) };
}

/**
 * Any of several, at least one.
 * @param {object} settings
 * @param {string} settings.label
 * @param {Option[]} settings.options
 * @param {(values: any[]) => unknown} settings.onChoose given the values in the options' order; a promise until it was answered
 * @returns {Control}
 */
export function several({ label, options, onChoose }) {
  /** Those in force. @type {any[]} */
  let chosen = [];
  /** Those in force once all that was asked for is answered: the next choice goes on from them. */
  let wished = chosen;
  let unanswered = 0;

  /** @param {any} value */
  async function toggle(value) {
    const values = options.map((option) => option.value).filter((each) => wished.includes(each) !== (each === value));
    if (values.length === 0) return;
    wished = values;
    unanswered += 1;
    try {
      await onChoose(values);
    } finally {
      unanswered -= 1;
      if (unanswered === 0) wished = chosen;
    }
  }
  const boxes = options.map(({ value, title, words }) => make(
    'button', { class: 'option', role: 'checkbox', onclick: () => toggle(value) },
    make('span', {}, make('b', {}, title), make('small', {}, words ?? '')), icon('check'),
  ));
  const element = make('div', { class: 'options', role: 'group', 'aria-label': label }, ...boxes);
  return {
    element,
    show(values) {
      chosen = values;
      if (unanswered === 0) wished = values;
      boxes.forEach((box, index) => {
        const on = values.includes(options[index].value);
        setAttribute(box, 'aria-checked', String(on));
        box.disabled = on && values.length === 1;
      });
    },
  };
}

