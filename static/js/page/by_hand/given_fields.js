/**
 * The fields of the numbers that an exercise begins with, by layer, a row for each neuron.
 */
import { make } from '../../ui/dom.js';
import { CLASS_NAMES } from '../../ui/shapes.js';
import { choice } from './choice.js';
import { TARGET_KEY, givensOf } from './givens.js';
import { givenName, givenTex, placeName } from './names.js';
import { createTypedField } from './typed_field.js';

/** @typedef {import('./exercise.js').Exercise} Exercise */
/** @typedef {import('./givens.js').Given} Given */

/** @param {Given} given @param {import('../../network/architecture.js').Architecture} architecture */
function titleOf({ kind, layer, neuron }, architecture) {
  if (kind === 'input') return 'Input';
  if (kind === 'target') return 'Target';
  return `Into ${placeName(layer, neuron, architecture)}`;
}

/** @param {HTMLElement} element @param {Exercise} exercise */
export function mountGivens(element, exercise) {
  /** @type {Map<string, import('./typed_field.js').TypedField>} */
  const fields = new Map();

  /** @param {Given} given */
  function makeField(given) {
    const { key } = given;
    const { architecture } = exercise;
    const field = createTypedField({
      tex: givenTex(given, architecture), name: givenName(given, architecture), element: key,
    });
    // While a number is being typed, what can't be one yet is not called wrong.
    field.input.addEventListener('input', () => exercise.give(key, field.input.value, { typing: true }));
    field.input.addEventListener('change', () => exercise.give(key, field.input.value));
    fields.set(key, field);
    return make('div', { class: 'given' }, field.label, field.note);
  }

  /** A class is chosen, not typed. @param {number} classes */
  function makeTarget(classes) {
    const named = CLASS_NAMES.slice(0, classes).map((name, value) => ({ value, title: `output ${value + 1}, ${name}` }));
    const control = choice('target: the true class', named, exercise.text(TARGET_KEY),
      (value) => exercise.give(TARGET_KEY, value), { id: 'by-hand-target' });
    return make('div', { class: 'target' }, make('h3', {}, 'True class'), control);
  }

  return {
    /** Other fields, for another network. */
    build() {
      fields.clear();
      const { architecture, setup } = exercise;
      /** @type {Map<string, Given[]>} */
      const rows = new Map();
      for (const given of givensOf(architecture).flat()) {
        const title = titleOf(given, architecture);
        rows.set(title, [...rows.get(title) ?? [], given]);
      }
      element.replaceChildren(...[...rows].map(([title, givens]) => make(
        'div', { class: 'given-row', role: 'group', 'aria-label': title },
        make('h3', {}, title), make('div', { class: 'fields' }, ...givens.map(makeField)),
      )));
      if (setup.task === 'classification') element.append(makeTarget(setup.classes));
    },

    update() {
      for (const [key, { input, tell }] of fields) {
        const text = exercise.text(key);
        if (input !== document.activeElement && input.value !== text) input.value = text;
        const fault = exercise.fault(key);
        tell(fault ?? '', fault !== null);
      }
    },
  };
}
