/**
 * Undo, redo and delete: what can be taken back, by its name, and the chosen point.
 *
 * @feature undo, redo and delete, by name
 */
import { byId, setAttribute } from '../../ui/dom.js';
import { effect } from '../../ui/tracked.js';
import { undoKeys } from '../keyboard/undo_keys.js';
import { deedText } from './undo_words.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../../types.js').UndoEntry} UndoEntry */

/** There is something to undo only after the server's welcome. @param {Page} page @param {UndoEntry} entry */
const nameOf = ({ state }, entry) => deedText(entry, /** @type {import('../../types.js').Options} */ (state.options));

/** @param {Page} page */
export function createEditing(page) {
  const { editor, view, state, announce, tell } = page;
  const chosenPoint = () => state.points.find(({ id }) => id === view.plane.chosen);

  /** @param {string} word @param {string} nothing @param {() => Promise<UndoEntry | null>} walk */
  async function walked(word, nothing, walk) {
    const chosen = chosenPoint();
    const entry = await walk();
    if (!entry) {
      announce(nothing);
      return;
    }
    announce(`${word}: ${nameOf(page, entry)}`);
    // Points of another data set may have the same numbers.
    const now = chosenPoint();
    if (!entry.edits && chosen && (now?.x1 !== chosen.x1 || now.x2 !== chosen.x2)) view.plane.chosen = null;
  }

  return {
    undo: () => tell(walked('Undo', 'There is nothing to undo.', editor.undo)),
    redo: () => tell(walked('Redo', 'There is nothing to do again.', editor.redo)),
    /** Removes the chosen point; says whether there was one. */
    removeChosen() {
      const { chosen } = view.plane;
      if (chosen === null || !chosenPoint()) return false;
      editor.remove([chosen]);
      view.plane.chosen = null;
      announce('Point deleted');
      return true;
    },
  };
}

/** @typedef {ReturnType<typeof createEditing>} Editing */

/** @param {Page} page @param {{editing: Editing}} shared */
export function mountUndo(page, { editing }) {
  const { view, state } = page;
  const button = (/** @type {string} */ id) => /** @type {HTMLButtonElement} */ (byId(id));
  const [undo, redo, remove] = ['undo', 'redo', 'delete'].map(button);
  undo.addEventListener('click', editing.undo);
  redo.addEventListener('click', editing.redo);
  remove.addEventListener('click', editing.removeChosen);

  const [undoKey, redoKey] = undoKeys().map((keys) => keys.replaceAll(' ', '+'));
  /** @param {HTMLButtonElement} element @param {string} word @param {string} keys @param {UndoEntry | undefined} entry */
  const show = (element, word, keys, entry) => {
    const label = entry ? `${word}: ${nameOf(page, entry)}` : word;
    element.disabled = !entry;
    setAttribute(element, 'aria-label', label);
    setAttribute(element, 'title', `${label} (${keys})`);
  };
  effect(() => {
    const { past, future } = state.undo;
    show(undo, 'Undo', undoKey, past.at(-1));
    show(redo, 'Redo', redoKey, future.at(-1));
  });
  effect(() => {
    const { chosen } = view.plane;
    remove.disabled = !state.points.some(({ id }) => id === chosen);
  });
}
