/**
 * Which labels become classes, where a column has more than the plane tells apart.
 */
import { offered } from '../../data/classes.js';
import { MOST_CLASSES } from '../../data/limits.js';
import { several } from '../../ui/choices.js';
import { make, setText } from '../../ui/dom.js';
import { toggle } from '../../ui/fields.js';
import { counted } from '../../ui/format.js';
import { openPopover } from '../../ui/popover.js';
import { effect, tracked } from '../../ui/tracked.js';

/** Labels that are offered at a time. */
const MOST_OFFERED = 40;

/** What becomes of the labels that are not chosen, as the name of a switch. @param {import('./import_state.js').Import['now']} now */
export function restWords({ labels, chosen }) {
  const last = chosen.length < MOST_CLASSES ? undefined : labels.find(({ key }) => key === chosen.at(-1));
  return last ? `All others are one class together, ${last.name} among them` : 'All others are one class together';
}

/** @param {import('./import_state.js').Import} source @param {HTMLElement} anchor */
export function openClasses(source, anchor) {
  const wrong = make('p', { class: 'wrong', role: 'status' });
  const sought = tracked({ text: '' });
  const search = make('input', { type: 'search', 'aria-label': 'Find a label', placeholder: 'Find a label', autocomplete: 'off', spellcheck: 'false', oninput: () => { sought.text = search.value; } });
  search.hidden = source.now.labels.length <= MOST_OFFERED;
  const place = make('div');
  const left = make('p', { class: 'price' });
  const rest = toggle({
    label: restWords(source.now),
    onChange: (grouped) => source.choose(source.now.chosen, grouped),
  });
  const choose = (/** @type {string[]} */ keys) => {
    if (keys.length > MOST_CLASSES) setText(wrong, 'Four classes are told apart. Take one out first.');
    else {
      setText(wrong, '');
      source.choose(keys, source.now.grouped);
    }
  };
  /** @type {{keys: string, control: import('../../ui/choices.js').Control} | null} */
  let list = null;
  const stop = effect(() => {
    const { labels, chosen, grouped } = source.now;
    const found = offered(labels, chosen, sought.text, MOST_OFFERED);
    const keys = JSON.stringify(found.shown.map(({ key }) => key));
    if (list?.keys !== keys) {
      const focused = [...place.querySelectorAll('button')].indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
      const options = found.shown.map(({ key, name, count }) => ({ value: key, title: name, words: counted(count, 'row') }));
      list = { keys, control: several({ label: 'Labels that become classes', options, onChoose: choose }) };
      place.replaceChildren(list.control.element);
      if (focused >= 0) place.querySelectorAll('button')[Math.min(focused, options.length - 1)]?.focus();
    }
    list.control.show(chosen);
    left.hidden = found.left === 0;
    setText(left, `And ${counted(found.left, 'label')} more. Type a part of one to find it.`);
    rest.show(grouped);
    setText(/** @type {Element} */ (rest.element.lastElementChild), restWords(source.now));
    rest.element.hidden = chosen.length === labels.length;
  });
  const section = make(
    'section', { class: 'setting own-classes' }, make('h3', {}, 'Classes'),
    make('p', {}, `The plane tells ${MOST_CLASSES} classes apart: numbers by size, words in the order of the file.`),
    make('div', { class: 'controls' }, search, place, left, rest.element, wrong),
  );
  openPopover(anchor, { label: 'Classes', content: [section], onClose: stop });
}
