/**
 * Which labels become classes, where a column has more than the plane tells apart.
 */
import { MOST_CLASSES } from '../../data/limits.js';
import { several } from '../../ui/choices.js';
import { make, setText } from '../../ui/dom.js';
import { toggle } from '../../ui/fields.js';
import { counted } from '../../ui/format.js';
import { openPopover } from '../../ui/popover.js';
import { effect } from '../../ui/tracked.js';

/** Labels that are offered. */
const MOST_OFFERED = 40;

/** @param {import('./import_state.js').Import} source @param {HTMLElement} anchor */
export function openClasses(source, anchor) {
  const { labels } = source.now;
  const wrong = make('p', { class: 'wrong', role: 'status' });
  const choice = several({
    label: 'Labels that become classes',
    options: labels.slice(0, MOST_OFFERED).map(({ key, name, count }) => ({ value: key, title: name, words: counted(count, 'row') })),
    onChoose(keys) {
      if (keys.length > MOST_CLASSES) setText(wrong, `Four classes are told apart. Take one out first.`);
      else {
        setText(wrong, '');
        source.choose(keys, source.now.grouped);
      }
    },
  });
  const rest = toggle({
    label: 'All others are one class together, instead of the last one',
    onChange: (grouped) => source.choose(source.now.chosen, grouped),
  });
  const stop = effect(() => {
    choice.show(source.now.chosen);
    rest.show(source.now.grouped);
    rest.element.hidden = source.now.chosen.length === labels.length;
  });
  const section = make(
    'section', { class: 'setting' }, make('h3', {}, 'Classes'),
    make('p', {}, `The plane tells ${MOST_CLASSES} classes apart: numbers by size, words in the order of the file.`),
    make('div', { class: 'controls' }, choice.element, rest.element, wrong),
  );
  openPopover(anchor, { label: 'Classes', content: [section], onClose: stop });
}
