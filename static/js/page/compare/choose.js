/**
 * What to lay beside the run: the same with another setting, up to three values of it.
 */
import { arrange, make, setAttribute, setText } from '../../ui/dom.js';
import { hasFinger } from '../../ui/hand.js';
import { openPopover } from '../../ui/popover.js';
import { openSheet } from '../../ui/sheet.js';
import { effect, tracked } from '../../ui/tracked.js';
import { DIFFERENCES } from './differences.js';
import { SEEDS } from './luck.js';

/** @typedef {import('./differences.js').Difference} Difference */

/** Runs beside the first that fit on the page. */
const MOST = 3;
const COUNTS = ['', 'two', 'three', 'four'];
const TITLE = 'Lay another run beside this one';

/**
 * @param {HTMLElement} anchor
 * @param {object} given
 * @param {import('./differences.js').Now} given.now
 * @param {import('../../types.js').Checkpoint} given.checkpoint of the run
 * @param {Promise<import('./there.js').There[]>} given.there branches and kept experiments
 * @param {(wishes: import('./there.js').Wishes) => void} given.onChoose
 * @param {() => void} given.onLuck
 */
export function openChooser(anchor, { now, checkpoint, there, onChoose, onLuck }) {
  const choice = tracked({ difference: DIFFERENCES[0], values: /** @type {any[]} */ ([]) });
  const { experiment, options } = now;

  const kinds = DIFFERENCES.map((difference) => make('button', {
    class: 'chip', role: 'radio', onclick: () => { Object.assign(choice, { difference, values: [] }); },
  }, difference.title));
  const group = make('div', { class: 'chips', role: 'radiogroup', 'aria-label': 'What differs' }, ...kinds);
  group.addEventListener('keydown', (event) => {
    const way = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const at = kinds.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    if (!way || at < 0) return;
    event.preventDefault();
    kinds[(at + way + kinds.length) % kinds.length].focus();
  });
  const own = make('p', { class: 'own' });
  const values = make('div', { class: 'chips', role: 'group' });
  const hint = make('p', { class: 'hint-of-most' }, 'Choose up to three: four runs fit on the page.');
  const primary = make('button', { class: 'primary', onclick: begin });
  const price = make('p', { class: 'price' }, 'All begin at step 0. This run stays as it is.');

  function begin() {
    const { difference, values: chosen } = choice;
    opened.close();
    onChoose([
      { name: 'this run', rest: difference.words(experiment[difference.field], options), checkpoint, changes: {} },
      ...chosen.map((value) => ({ name: difference.words(value, options), rest: 'the rest the same', checkpoint, changes: { [difference.field]: value } })),
    ]);
  }

  /** @param {any} value */
  function toggle(value) {
    const { values: chosen } = choice;
    choice.values = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value].slice(-MOST);
  }

  /** @type {Map<any, HTMLButtonElement>} */
  let buttons = new Map();
  /** @type {Difference | null} */
  let offered = null;
  const stop = effect(() => {
    const { difference, values: chosen } = choice;
    if (offered !== difference) {
      offered = difference;
      buttons = new Map(difference.values(now).map((value) => [value, make('button', { class: 'chip', onclick: () => toggle(value) }, difference.short(value, options))]));
      arrange(values, [...buttons.values()]);
      setAttribute(values, 'aria-label', `Other ${difference.plural} beside this run`);
    }
    kinds.forEach((kind, at) => {
      setAttribute(kind, 'aria-checked', String(DIFFERENCES[at] === difference));
      setAttribute(kind, 'tabindex', DIFFERENCES[at] === difference ? '0' : '-1');
    });
    setText(own, `${difference.words(experiment[difference.field], options)} here; beside it`);
    for (const [value, button] of buttons) setAttribute(button, 'aria-pressed', String(chosen.includes(value)));
    primary.disabled = chosen.length === 0;
    setText(primary, chosen.length === 0 ? 'Train them in step' : `Train the ${COUNTS[chosen.length]} in step`);
  });

  const luck = make('button', {
    class: 'option', onclick() {
      opened.close();
      onLuck();
    },
  }, make('span', {}, make('b', {}, 'How much is luck?'), make('small', {}, `The same from ${SEEDS} seeds, drawn as a band`)));
  // It takes room only where there are any.
  const list = make('div', { class: 'there', hidden: true });
  there.then((all) => {
    if (all.length === 0) return;
    list.append(make('h3', {}, 'Or one that is there'), ...all.map(({ name, about, wishes }) => make('button', {
      class: 'option',
      async onclick() {
        const chosen = await wishes();
        opened.close();
        onChoose(chosen);
      },
    }, make('span', {}, make('b', {}, name), make('small', {}, about)))));
    list.hidden = false;
  });

  const lead = make('p', { class: 'lead' }, 'The same with another');
  const content = [lead, group, own, values, hint, make('div', { class: 'begin' }, primary, price), luck, list];
  const opened = hasFinger() ? openSheet({ title: TITLE, content: [make('div', { class: 'choose-run' }, ...content)], onClose: stop })
    : openPopover(anchor, { label: TITLE, className: 'choose-run', content: [make('h2', {}, TITLE), ...content], onClose: stop });
}
