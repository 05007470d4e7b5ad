/** @file Whose symbols are written: each choice shows itself. */
import { NOTATIONS, OWN, symbolOf } from '../paper/notation.js';
import { letterFault } from '../paper/notations/chainrule.js';
import { layersOf } from '../paper/setup.js';
import { icon, make, setText } from '../ui/dom.js';
import { openPopover } from '../ui/popover.js';
import { setFormula } from '../ui/tex.js';

/** @typedef {import('./work.js').Work} Work */

/** What has a letter of its own, and what it is called where nothing is typed. */
const PLACES = /** @type {const} */ ([['w', 'Weight', 'w'], ['z', 'Weighted sum', 'z'], ['a', 'Activation', 'a'], ['d', 'Blame', 'δ'], ['cost', 'Cost', 'C']]);

/** A field for each letter; what can be used is used at once. @param {Work} work */
function ownLetters(work) {
  const remark = make('p', { class: 'remark', role: 'status' });
  const fields = PLACES.map(([name, title, placeholder]) => {
    const field = make('input', { type: 'text', 'aria-label': `${title}, your own symbol`, placeholder, value: work.letters[name] ?? '', maxlength: 8, autocomplete: 'off', spellcheck: 'false' });
    field.addEventListener('input', () => {
      const fault = letterFault(field.value);
      setText(remark, fault);
      if (!fault) work.speak(OWN, { ...work.letters, [name]: field.value.trim() });
    });
    return make('label', {}, make('span', {}, title), field);
  });
  return make('fieldset', { class: 'own-letters' }, make('legend', {}, 'Your own'), ...fields, remark);
}

/** @param {HTMLElement} anchor @param {Work} work */
function openSymbols(anchor, work) {
  const n = layersOf(work.setup);
  const sample = [`w:${n}:0:0`, `z:0:${n}:0`, `a:0:${n}:0`, `d:0:${n}:0`, 'C'];
  const rows = Object.entries(NOTATIONS).map(([name, notation]) => {
    const symbols = make('span', { class: 'sample' });
    setFormula(symbols, sample.map((key) => symbolOf(notation, work.setup, key)).join('\\quad '));
    return make('button', {
      class: 'symbols-row', 'aria-pressed': String(name === work.notationName),
      onclick: () => { work.speak(name); popover.close(); },
    }, make('span', { class: 'name' }, notation.title), symbols, ...(name === work.notationName ? [icon('check')] : []));
  });
  const popover = openPopover(anchor, {
    label: 'Symbols', className: 'symbols',
    content: [make('h2', {}, 'Symbols'), make('p', {}, 'The numbers stay as they are. Only their names change, here and in the network.'), ...rows, ownLetters(work)],
  });
}

/** @param {HTMLElement} element @param {Work} work */
export function mountSymbols(element, work) {
  const name = make('span', {});
  const button = make('button', { class: 'link', 'aria-haspopup': 'dialog', 'aria-expanded': 'false', onclick: () => openSymbols(button, work) }, name);
  element.append('Symbols: ', button);
  work.listen(() => { name.textContent = work.notation.title; });
}
