/**
 * The keys that work anywhere on the page.
 */
import { assign, batch } from '../../ui/tracked.js';
import { chooseBrush } from '../brush/brush.js';
import { undoWish } from './undo_keys.js';

/** @typedef {import('../page.js').Page} Page */

/**
 * @typedef {object} Binding
 * @property {string[]} keys as in KeyboardEvent
 * @property {string} shown how the key is written for people
 * @property {string} does
 * @property {boolean} single a letter, digit or sign without a modifier, which can be turned off
 * @property {(key: string) => void} run
 * @property {() => boolean} [applies] whether it does anything just now
 */

const TYPING = 'input:not([type=range]), textarea, select, [contenteditable]';
const OWN_KEYS = 'button, a, input, [role=radio], [role=menuitem], [role=checkbox]';
const REMOVING = ['Delete', 'Backspace'];
const SIDEWAYS = ['ArrowLeft', 'ArrowRight'];
const UPRIGHT = ['ArrowUp', 'ArrowDown'];
const REPEATING = ['.', ...SIDEWAYS, ...UPRIGHT];
const MOVES_FOCUS = /^(Tab|Arrow)/;
const ABOVE_THE_PAGE = 'dialog[open], [popover]:popover-open';
/** Dialogs about something else than the experiment; in settings and the table of points one undoes as on the page. */
const ELSEWHERE = 'dialog[open]:not(.sheet, #points-dialog)';

/**
 * @param {Page} page
 * @param {object} actions
 * @param {import('../transport/transport.js').Transport} actions.transport
 * @param {import('../undo/undo.js').Editing} actions.editing
 * @param {import('../explaining/explaining.js').Explaining} actions.explaining
 * @param {() => void} actions.help
 * @returns {Binding[]}
 */
export function bindings(page, { transport, editing, explaining, help }) {
  const { view } = page;
  const { toggle, keys: pass } = explaining;
  const { removeChosen: remove } = editing;
  const brush = (/** @type {string} */ key) => chooseBrush(page, Number(key) - 1);
  const turnScale = () => { view.loss.logarithmic = !view.loss.logarithmic; };
  const letGo = () => {
    if (view.inspector.inspected !== null) pass.close();
    else if (!pass.stop()) letAllGo(page);
  };
  const passing = () => view.follow.moment !== null && view.inspector.inspected === null;
  const turn = (/** @type {string} */ key) => (key === 'ArrowRight' ? pass.next() : pass.previous());
  const walk = (/** @type {string} */ key) => pass.walk(key === 'ArrowDown' ? 1 : -1);
  return [
    { keys: [' '], shown: 'Space', does: 'Train or pause', single: false, run: transport.toggle },
    { keys: ['.'], shown: '.', does: 'One step', single: true, run: () => transport.step() },
    { keys: ['1', '2', '3', '4'], shown: '1 … 4', does: 'Class of the next point', single: true, run: brush },
    { keys: ['l', 'L'], shown: 'L', does: 'Loss curve: logarithmic or linear', single: true, run: turnScale },
    { keys: ['f', 'F'], shown: 'F', does: 'Follow the chosen point, or stop following', single: true, run: toggle },
    { keys: SIDEWAYS, shown: '← →', does: 'In a pass: phase', single: false, run: turn, applies: passing },
    { keys: UPRIGHT, shown: '↑ ↓', does: 'In a pass: neuron', single: false, run: walk, applies: passing },
    { keys: ['p', 'P'], shown: 'P', does: 'In a pass: play or pause', single: true, run: pass.playOrPause },
    { keys: REMOVING, shown: 'Del', does: 'Delete the chosen point', single: false, run: remove },
    { keys: ['Escape'], shown: 'Esc', does: 'Close what is open, let the chosen point go', single: false, run: letGo },
    { keys: ['?'], shown: '?', does: 'This list', single: true, run: help },
  ];
}

/** @param {Page} page */
const letAllGo = ({ view: { plane, network, reading } }) => batch(() => {
  plane.chosen = null;
  network.shown_neuron = null;
  assign(reading, { trouble: null, notice: null });
});

/** Keys of the figures, which have the focus then; listed for people only. */
export const FIGURE_KEYS = [
  { shown: 'Arrows', does: 'On the plane: move the crosshair (Shift: further). Enter adds a point there' },
  { shown: 'Arrows', does: 'On the network: walk the neurons. Shift and arrows walk the wires of a neuron' },
  { shown: 'Arrows', does: 'On the loss curve: read its values (Shift: further)' },
];

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

/** @param {Page} page @param {Binding[]} bound @param {import('../undo/undo.js').Editing} editing */
export function mountKeyboard({ view }, bound, editing) {
  const focus = watchFocus();
  /** @param {string} key */
  const bindingOf = (key) => bound.find(({ keys, applies }) => keys.includes(key) && (applies?.() ?? true));

  // A figure that has the focus from a click leaves its arrows to the pass.
  document.addEventListener('keydown', (event) => {
    const onFigure = event.target instanceof Element && event.target.matches('.plane-figure');
    if (!onFigure || !focus.byPointer() || !event.key.startsWith('Arrow')) return;
    const binding = bindingOf(event.key);
    if (!binding?.applies || document.querySelector(ABOVE_THE_PAGE)) return;
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
    if (document.querySelector(ABOVE_THE_PAGE)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event, focus.byPointer())) return;
    const binding = bindingOf(event.key);
    if (!binding || (binding.single && !view.keyboard.single_keys)) return;
    if (event.repeat && !REPEATING.includes(event.key)) return;
    event.preventDefault();
    binding.run(event.key);
  });
}
