/**
 * What the plane says to a person: the first invitation, and the way out when the numbers broke.
 */
import { byId } from '../ui/dom.js';
import { createRecoveryNote } from './recovery_note.js';

/**
 * @param {import('./page.js').Page} page
 * @param {HTMLElement} frame around the plane, as what lies in the plane itself belongs to its gestures
 */
export function mountNotes(page, frame) {
  const invitation = byId('invitation');
  /** @type {ReturnType<typeof createRecoveryNote> | null} */
  let note = null;
  const invite = () => {
    const { diverged, experiment, points } = page.state();
    const isEmpty = !experiment || points.length === 0;
    invitation.hidden = diverged !== null || !isEmpty || page.view.get().left_behind !== null;
  };
  page.watch(
    // Until the server's first word, it invites: most people who come have no points yet.
    ({ diverged, experiment, points }) => /** @type {const} */ ([diverged, !experiment || points.length === 0]),
    ([diverged]) => {
      invite();
      note?.element.remove();
      note = diverged && createRecoveryNote(page, diverged);
      note?.show();
      if (note) frame.append(note.element);
    },
  );
  page.view.subscribe(['way_back'], () => note?.show());
  page.view.subscribe(['left_behind'], invite);
}
