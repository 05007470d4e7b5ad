/**
 * A sheet from the lower edge: where fingers reach, all settings of one sentence at once.
 */
import { icon, make } from './dom.js';

/**
 * Opens a sheet that is gone from the page when it closes.
 * @param {object} options
 * @param {string} options.title
 * @param {Node[]} options.content
 * @param {HTMLElement} [options.shown] the part to scroll to
 * @param {() => void} [options.onClose]
 */
export function openSheet({ title, content, shown, onClose }) {
  const onclick = () => dialog.close();
  const close = make('button', { class: 'quiet', 'aria-label': 'Close', onclick }, icon('close'));
  const header = make('header', {}, make('h2', {}, title), close);
  const dialog = make('dialog', { class: 'sheet', 'aria-label': title }, header, ...content);
  closeOnBackdrop(dialog);
  dialog.addEventListener('close', () => {
    dialog.remove();
    onClose?.();
  });
  document.body.append(dialog);
  dialog.showModal();
  shown?.scrollIntoView({ block: 'nearest' });
  return { element: dialog, close: () => dialog.close() };
}

/** A press beside a modal dialog closes it. @param {HTMLDialogElement} dialog */
export function closeOnBackdrop(dialog) {
  dialog.addEventListener('click', (event) => {
    if (event.target !== dialog) return;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    if (x < left || x > right || y < top || y > bottom) dialog.close();
  });
}
