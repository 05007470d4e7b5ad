/**
 * The dialogs that stand in the page's template.
 */
import { byId } from './dom.js';
import { closeOnBackdrop } from './sheet.js';

/** Makes the buttons of a dialog close it. @param {string} id @returns {HTMLDialogElement} */
export function dialogById(id) {
  const dialog = /** @type {HTMLDialogElement} */ (byId(id));
  dialog.querySelector('[data-close]')?.addEventListener('click', () => dialog.close());
  closeOnBackdrop(dialog);
  return dialog;
}
