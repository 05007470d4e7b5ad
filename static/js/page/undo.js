/**
 * Undo, redo and delete: what can be taken back, and the chosen point.
 */
import { byId } from '../ui/dom.js';

/** @typedef {import('./page.js').Page} Page */

/** @param {Page} page */
export function createEditing({ editor, view, state, announce }) {
  return {
    undo() {
      editor.undo();
      announce('Undone');
    },
    redo() {
      editor.redo();
      announce('Done again');
    },
    /** Removes the chosen point; says whether there was one. */
    removeChosen() {
      const { chosen } = view.get();
      if (chosen === null || !state().points.some(({ id }) => id === chosen)) return false;
      editor.remove([chosen]);
      view.set({ chosen: null });
      announce('Point deleted');
      return true;
    },
  };
}

/** @typedef {ReturnType<typeof createEditing>} Editing */

/** @param {Page} page @param {Editing} editing */
export function mountUndo({ watch, view, state }, editing) {
  const button = (/** @type {string} */ id) => /** @type {HTMLButtonElement} */ (byId(id));
  const [undo, redo, remove] = ['undo', 'redo', 'delete'].map(button);
  undo.addEventListener('click', editing.undo);
  redo.addEventListener('click', editing.redo);
  remove.addEventListener('click', editing.removeChosen);
  watch((now) => now.undo, ({ past, future }) => {
    undo.disabled = past.length === 0;
    redo.disabled = future.length === 0;
  });
  const showChosen = () => {
    const { chosen } = view.get();
    remove.disabled = !state().points.some(({ id }) => id === chosen);
  };
  view.subscribe(['chosen'], showChosen);
  watch((now) => now.points, showChosen);
}
