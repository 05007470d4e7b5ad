/**
 * What the plane says to a person: the first invitation, and the way out when the numbers broke.
 */
import { byId, make } from '../../ui/dom.js';
import { byHand } from '../../ui/hand.js';
import { effect, onChange, whenever } from '../../ui/tracked.js';
import { createRecoveryNote } from '../recovery/recovery_note.js';

/**
 * What the invitation says: over a sample, or over nothing.
 * @param {HTMLElement} invitation
 * @param {boolean} isSample
 * @param {boolean} isStored that sample is no server's
 */
function invite(invitation, isSample, isStored) {
  const act = byHand('Click', 'Tap');
  const title = isSample ? [`${act} to place`, make('br'), 'your own first point'] : [`${act} anywhere to place your first point.`];
  const ways = isSample ? `or ${byHand('press', 'tap')} Train to take these.` : 'Or start from one of the pictures below.';
  // Another note in another place, rather than one that moves there.
  invitation.replaceChildren(make('h2', {}, ...title), make('p', {}, isStored ? 'as soon as the server takes this page.' : ways));
}

/** @param {import('../page.js').Page} page */
export function mountNotes(page) {
  const invitation = byId('invitation');
  /** @type {ReturnType<typeof createRecoveryNote> | null} */
  let note = null;
  whenever(() => /** @type {const} */ ([page.view.first.sample, page.view.first.stored]), ([isSample, isStored]) => invite(invitation, isSample, isStored));
  effect(() => {
    const { diverged, experiment, points } = page.state;
    // Until the server's first word, it invites: most people who come have no points yet.
    const isEmpty = !experiment || points.length === 0;
    invitation.hidden = diverged !== null || (!isEmpty && !page.view.first.sample) || page.view.connection.left_behind !== null;
  });
  whenever(() => page.state.diverged, (diverged) => {
    note?.element.remove();
    note = diverged && createRecoveryNote(page, diverged);
    note?.show();
    // What lies in the plane itself belongs to its gestures.
    if (note) byId('plane-frame').append(note.element);
  });
  onChange(() => page.view.recovery.way_back, () => note?.show());
}
