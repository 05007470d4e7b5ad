/** @file Everything that is given, in one place to type it in: as a source prints it, row by row. */
import { placeOf } from '../paper/keys.js';
import { neuronName } from '../paper/names.js';
import { symbolOf } from '../paper/notation.js';
import { givenKeys } from '../paper/setup.js';
import { make, setText } from '../ui/dom.js';
import { openSheet } from '../ui/sheet.js';
import { setFormula } from '../ui/tex.js';
import { createGivenField } from './given_field.js';

/** @typedef {import('./work.js').Work} Work */

/** @param {Work} work @param {string} key */
function groupOf({ setup }, key) {
  const { kind, point, layer } = placeOf(key);
  const ofPoint = setup.points > 1 ? `, point ${point + 1}` : '';
  switch (kind) {
    case 'x': return `Inputs${ofPoint}`;
    case 'y': return `Targets${ofPoint}`;
    case 'w': return `Weights into layer ${layer}`;
    case 'b': return 'Biases';
    case 'v': case 'vb': return 'Velocities from the step before';
    default: return 'Learning';
  }
}

/** @param {Work} work */
export function openAllNumbers(work) {
  /** @type {Map<string, HTMLElement[]>} */
  const groups = new Map();
  for (const key of givenKeys(work.setup)) {
    const symbol = make('span', { class: 'sym' });
    setFormula(symbol, symbolOf(work.notation, work.setup, key));
    const { kind, layer, neuron, source } = placeOf(key);
    const from = kind === 'w' ? `${neuronName(work.setup, layer - 1, source)} → ${neuronName(work.setup, layer, neuron)}` : '';
    const fault = make('span', { class: 'remark' });
    const field = createGivenField(work, key);
    field.addEventListener('change', () => {
      const words = work.faultAt(key);
      setText(fault, words ?? '');
      field.toggleAttribute('aria-invalid', Boolean(words));
    });
    const list = groups.get(groupOf(work, key)) ?? [];
    groups.set(groupOf(work, key), list);
    list.push(make('label', { class: 'given-row' }, symbol, field, make('span', { class: 'from' }, from), fault));
  }
  const content = make('div', { class: 'all-numbers' }, ...[...groups].map(([title, rows]) => make('fieldset', {}, make('legend', {}, title), ...rows)));
  openSheet({ title: 'All numbers', content: [content] });
}
