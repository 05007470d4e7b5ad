/**
 * The keys that work anywhere on the page.
 */
import { chooseBrush } from './brush.js';

/** @typedef {import('./page.js').Page} Page */

/**
 * @typedef {object} Binding
 * @property {string[]} keys as in KeyboardEvent
 * @property {string} shown how the key is written for people
 * @property {string} does
 * @property {boolean} single a letter, digit or sign without a modifier, which can be turned off
 * @property {(key: string) => void} run
 */

const TYPING = 'input:not([type=range]), textarea, select, [contenteditable]';
const OWN_KEYS = 'button, a, input, [role=radio], [role=menuitem], [role=checkbox]';
const REMOVING = ['Delete', 'Backspace'];
const MOVES_FOCUS = /^(Tab|Arrow)/;
const ABOVE_THE_PAGE = 'dialog[open], [popover]:popover-open';

/**
 * @param {Page} page
 * @param {object} actions
 * @param {import('./transport.js').Transport} actions.transport
 * @param {import('./undo.js').Editing} actions.editing
 * @param {() => void} actions.help
 * @returns {Binding[]}
 */
export function bindings(page, { transport, editing, help }) {
  const { view } = page;
  const { removeChosen: remove } = editing;
  const brush = (/** @type {string} */ key) => chooseBrush(page, Number(key) - 1);
  const turnScale = () => view.set({ logarithmic: !view.get().logarithmic });
  const letGo = () => view.set({ chosen: null, shown_neuron: null, trouble: null });
  return [
    { keys: [' '], shown: 'Space', does: 'Train or pause', single: false, run: transport.toggle },
    { keys: ['.'], shown: '.', does: 'One step', single: true, run: () => transport.step() },
    { keys: ['1', '2', '3', '4'], shown: '1 … 4', does: 'Class of the next point', single: true, run: brush },
    { keys: ['l', 'L'], shown: 'L', does: 'Loss curve: logarithmic or linear', single: true, run: turnScale },
    { keys: REMOVING, shown: 'Del', does: 'Delete the chosen point', single: false, run: remove },
    { keys: ['Escape'], shown: 'Esc', does: 'Let the chosen point or neuron go', single: false, run: letGo },
    { keys: ['?'], shown: '?', does: 'This list', single: true, run: help },
  ];
}

/** Keys of the figures, which have the focus then; listed for people only. */
export const FIGURE_KEYS = [
  { shown: 'Arrows', does: 'On the plane: move the crosshair (Shift: further). Enter adds a point there' },
  { shown: 'Arrows', does: 'On the network: walk the neurons. Shift and arrows walk the wires of a neuron' },
  { shown: 'Arrows', does: 'On the loss curve: read its values (Shift: further)' },
];

const isMac = () => navigator.platform.startsWith('Mac');
export const undoKeys = () => (isMac() ? ['⌘ Z', '⇧ ⌘ Z'] : ['Ctrl Z', 'Ctrl Shift Z']);

/** @param {KeyboardEvent} event @returns {'undo' | 'redo' | null} */
export function undoWish({ key, ctrlKey, metaKey, shiftKey, altKey }) {
  if (altKey || !(ctrlKey || metaKey)) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' && !shiftKey ? 'redo' : null;
}

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
  const control = target.closest(OWN_KEYS);
  if (!(control instanceof HTMLElement) || key !== ' ') return false;
  if (byPointer) control.blur();
  return !byPointer;
}

/** @param {Page} page @param {Binding[]} bound @param {import('./undo.js').Editing} editing */
export function mountKeyboard({ view }, bound, editing) {
  const focus = watchFocus();
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || document.querySelector(ABOVE_THE_PAGE)) return;
    const wish = undoWish(event);
    if (wish && !(event.target instanceof HTMLElement && event.target.closest(TYPING))) {
      event.preventDefault();
      editing[wish]();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event, focus.byPointer())) return;
    const binding = bound.find(({ keys }) => keys.includes(event.key));
    if (!binding || (binding.single && !view.get().single_keys)) return;
    if (event.repeat && event.key !== '.') return;
    event.preventDefault();
    binding.run(event.key);
  });
}
