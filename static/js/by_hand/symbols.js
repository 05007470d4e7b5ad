/** @file Whose symbols are written: each choice shows itself. */
import { NOTATIONS, symbolOf } from '../paper/notation.js';
import { layersOf } from '../paper/setup.js';
import { icon, make } from '../ui/dom.js';
import { openPopover } from '../ui/popover.js';
import { setFormula } from '../ui/tex.js';

/** @typedef {import('./work.js').Work} Work */

/** @param {HTMLElement} anchor @param {Work} work */
function openSymbols(anchor, work) {
  const n = layersOf(work.setup);
  const sample = [`w:${n}:0:0`, `z:0:${n}:0`, `a:0:${n}:0`, `d:0:${n}:0`, 'C'];
  const rows = Object.entries(NOTATIONS).map(([name, notation]) => {
    const symbols = make('span', { class: 'sample' });
    setFormula(symbols, sample.map((key) => symbolOf(notation, work.setup, key)).join('\\quad '));
    return make('button', {
      class: 'symbols-row', role: 'menuitemradio', 'aria-checked': String(name === work.notationName),
      onclick: () => { work.speak(name); popover.close(); },
    }, make('span', { class: 'name' }, notation.title), symbols, ...(name === work.notationName ? [icon('check')] : []));
  });
  const popover = openPopover(anchor, {
    label: 'Symbols', role: 'menu', className: 'symbols',
    content: [make('h2', {}, 'Symbols'), make('p', {}, 'The numbers stay as they are. Only their names change, here and in the network.'), ...rows],
  });
}

/** @param {HTMLElement} element @param {Work} work */
export function mountSymbols(element, work) {
  const name = make('span', {});
  const button = make('button', { class: 'link', 'aria-haspopup': 'menu', 'aria-expanded': 'false', onclick: () => openSymbols(button, work) }, name);
  element.append('Symbols: ', button);
  work.listen(() => { name.textContent = work.notation.title; });
}
