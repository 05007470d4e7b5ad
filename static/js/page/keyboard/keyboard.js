/**
 * The keys that work anywhere on the page.
 *
 * @feature what the keys do, and their list
 */
import { bindings } from './bindings.js';
import { createHelp } from './help.js';
import { undoWish } from './undo_keys.js';
import { isCovered } from './above.js';

/** @typedef {import('../page.js').Page} Page */

const TYPING = 'input:not([type=range], [type=checkbox], [type=radio]), textarea, select, [contenteditable]';
const OWN_KEYS = 'button, a, input, [role=radio], [role=menuitem], [role=checkbox]';
const REPEATING = ['.', ',', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
const MOVES_FOCUS = /^(Tab|Arrow)/;
/** Dialogs about something else than the experiment; in settings one undoes as on the page. */
const ELSEWHERE = 'dialog[open]:not(.sheet)';

/** Remembers whether a pointer or the keyboard put the focus where it is. */
function watchFocus() {
  let pointed = false;
  document.addEventListener('pointerdown', () => { pointed = true; }, true);
  document.addEventListener('keydown', ({ key }) => { if (MOVES_FOCUS.test(key)) pointed = false; }, true);
  return { byPointer: () => pointed };
}

/**
 * Whether the focused control wants this key for itself. One that has the focus from a click only leaves the
 * space bar to the page.
 * @param {KeyboardEvent} event
 * @param {boolean} byPointer
 */
function isTaken({ key, target }, byPointer) {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest(TYPING)) return true;
  if (key.startsWith('Arrow') && target.closest('input[type=range]')) return true;
  const control = target.closest(OWN_KEYS);
  if (!(control instanceof HTMLElement) || key !== ' ') return false;
  if (byPointer) control.blur();
  return !byPointer;
}

/**
 * @param {Page} page
 * @param {object} shared
 * @param {import('../transport/transport.js').Transport} shared.transport
 * @param {import('../undo/undo.js').Editing} shared.editing
 * @param {import('../explaining/explaining.js').Explaining} shared.explaining
 */
export function mountKeyboard(page, { transport, editing, explaining }) {
  const { view } = page;
  const help = createHelp(page, () => bound);
  const bound = bindings(page, { transport, editing, explaining, help: help.open });
  const focus = watchFocus();
  /** @param {string} key */
  const bindingOf = (key) => bound.find(({ keys, applies }) => keys.includes(key) && (applies?.() ?? true));

  // A figure that has the focus from a click leaves its arrows to the pass.
  document.addEventListener('keydown', (event) => {
    const onFigure = event.target instanceof Element && event.target.matches('.plane-figure');
    if (!onFigure || !focus.byPointer() || !event.key.startsWith('Arrow')) return;
    const binding = bindingOf(event.key);
    if (!binding?.applies || isCovered()) return;
    event.preventDefault();
    event.stopPropagation();
    binding.run(event.key);
  }, true);

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    const wish = undoWish(event);
    const isTyped = event.target instanceof HTMLElement && event.target.closest(TYPING);
    if (wish && !isTyped && !document.querySelector(ELSEWHERE)) {
      event.preventDefault();
      editing[wish]();
      return;
    }
    if (isCovered()) return;
    if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event, focus.byPointer())) return;
    const binding = bindingOf(event.key);
    if (!binding || (binding.single && !view.keyboard.single_keys)) return;
    if (event.repeat && !REPEATING.includes(event.key)) return;
    event.preventDefault();
    binding.run(event.key);
  });
}
