/**
 * All branches as a list: choosing one looks at its newest step; the chosen one can be named, left for where it began, deleted.
 */
import { firstStep, newestStep } from '../../state/chronicle/lines.js';
import { arrange, make } from '../../ui/dom.js';
import { formatCount } from '../../ui/format.js';
import { openPopover } from '../../ui/popover.js';
import { effect } from '../../ui/tracked.js';
import { factsOf, nameOf, ownSteps } from './line_words.js';

/** @typedef {import('../../state/chronicle/lines.js').Line} Line */

/**
 * @param {import('../page.js').Page} page
 * @param {object} shared
 * @param {HTMLElement} shared.button that it opens from
 * @param {import('../../state/chronicle/chronicle.js').Chronicle} shared.chronicle
 * @param {import('./visiting.js').Visiting} shared.visiting
 * @param {{lines: number}} shared.told counts each change of the lines
 */
export function openBranchList({ newest, view }, { button, chronicle, visiting, told }) {
  const list = make('div', { role: 'listbox', 'aria-label': 'Branches', class: 'lines' });
  const of = make('div', { class: 'line' });
  const gone = make('p', { class: 'gone', role: 'status', hidden: true });
  /** @type {Line | null} whose details are open */
  let open = null;

  const listed = () => chronicle.lines.filter(({ deleted }) => !deleted);
  const chosenLine = () => view.past.moment?.line ?? chronicle.current;

  /** @param {readonly Line[]} lines @param {string} words */
  function remove(lines, words) {
    if (lines.includes(/** @type {Line} */ (view.past.moment?.line))) visiting.leave();
    const back = chronicle.remove(lines);
    const undo = make('button', { class: 'word', onclick: () => { back(); gone.hidden = true; } }, 'Undo');
    gone.replaceChildren(`${words} `, undo);
    gone.hidden = false;
    undo.focus();
  }

  /** @param {Line} line */
  function details(line) {
    const name = nameOf(line, newest.options);
    const field = make('input', {
      type: 'text', value: name, maxlength: 40, autocomplete: 'off',
      onchange: () => chronicle.rename(line, field.value === nameOf({ ...line, name: '' }, newest.options) ? '' : field.value),
    });
    const others = listed().filter((each) => each !== line);
    const steps = ownSteps(line);
    const isWritten = line === chronicle.current;
    const ways = [
      make('button', { class: 'option', onclick: () => visiting.go(line.parent ? line.from : firstStep(line), false, line) },
        line.parent ? 'Go to where it left' : 'Go to its first step'),
      ...(others.length > 0 && isWritten ? [make('button', {
        class: 'option', onclick: () => remove(others, `Deleted ${formatCount(others.length)} ${others.length === 1 ? 'branch' : 'branches'}.`),
      }, 'Keep only this one')] : []),
      ...(isWritten ? [] : [make('button', {
        class: 'option', onclick: () => remove([line], `Deleted “${name}”, ${formatCount(steps)} ${steps === 1 ? 'step' : 'steps'}.`),
      }, `Delete ${steps === 1 ? 'this step' : `these ${formatCount(steps)} steps`}`)]),
    ];
    of.replaceChildren(make('label', { class: 'name' }, make('span', {}, 'Name'), field), ...ways);
  }

  /** @param {KeyboardEvent} event */
  function walk(event) {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const options = /** @type {HTMLElement[]} */ ([...list.children]);
    const at = options.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (!way || at < 0) return;
    event.preventDefault();
    options[(at + way + options.length) % options.length].focus();
  }
  list.addEventListener('keydown', walk);

  /** @type {WeakMap<Line, HTMLButtonElement>} */
  const options = new WeakMap();
  const stop = effect(() => {
    void told.lines;
    const chosen = chosenLine();
    arrange(list, listed().map((line) => {
      const option = options.get(line) ?? make('button', {
        class: 'option', role: 'option', onclick: () => visiting.go(newestStep(line), false, line),
      }, make('b'), make('span'));
      options.set(line, option);
      option.setAttribute('aria-selected', String(line === chosen));
      option.setAttribute('aria-checked', String(line === chosen));
      /** @type {HTMLElement} */ (option.firstElementChild).textContent = nameOf(line, newest.options);
      /** @type {HTMLElement} */ (option.lastElementChild).textContent = factsOf(line, newest.options);
      return option;
    }));
    if (chosen && (chosen !== open || !of.contains(document.activeElement))) details(chosen);
    open = chosen;
  });

  return openPopover(button, { label: 'Branches', className: 'branches', content: [list, of, gone], onClose: stop });
}
