/**
 * Where to go back to when the numbers broke: remembers the run's milestones and, when it diverges, has the server try out
 * which of them, and which learning rate, training holds from.
 *
 * @feature the way back after a divergence
 */
import { remembered } from '../../state/milestones.js';
import { findWayBack, guessedWayBack, waysBack } from '../../state/recovery.js';
import { whenever } from '../../ui/tracked.js';

/** @typedef {import('../../state/recovery.js').Rehearsal & {close: () => void}} Session */

/** Trying out takes no longer than this, in ms; what is known then has to do. */
const PATIENCE = 8000;

/** @param {import('../../state/milestones.js').Now} state @returns {import('../../state/milestones.js').Now} */
const momentOf = ({ progress, experiment, points, frame, status, diverged }) => (
  { progress, experiment, points, frame, status, diverged }
);

/**
 * Sets the view's way back, at once as far as the page knows it and again when it was tried out.
 * @param {import('../page.js').Page} page
 * @param {object} shared
 * @param {() => Session} shared.openRehearsal
 * @param {number} [shared.patience]
 */
export function mountRecovery({ newest: state, view }, { openRehearsal, patience = PATIENCE }) {
  /** @type {readonly import('../../state/milestones.js').Milestone[]} */
  let milestones = [];
  let before = momentOf(state);
  /** How often training has diverged since its start. */
  let divergences = 0;

  /** @param {import('../../types.js').Divergence} diverged */
  async function find(diverged) {
    const { experiment, points, options } = state;
    if (!experiment || !options) return;
    const present = { experiment, points, options };
    const ways = waysBack(milestones, present);
    const guess = guessedWayBack(ways, diverged.progress, present, divergences++);
    view.recovery.way_back = { ...guess, state: 'sought' };
    const session = openRehearsal();
    const timer = setTimeout(session.close, patience);
    /** @type {import('./state.js').WayBack} */
    let found = { ...guess, state: 'guessed' };
    const onTry = (/** @type {import('../../state/recovery.js').WayBack} */ way) => {
      if (!guess.restart) found = { ...way, state: 'guessed' };
    };
    try {
      const way = await findWayBack(ways, present, session, onTry);
      found = way ? { ...way, state: 'tried' } : { ...guess, restart: true, state: 'hopeless' };
    } catch {
      // No connection, no room or no time: what would have been tried next is the guess.
    } finally {
      clearTimeout(timer);
      session.close();
    }
    if (state.diverged === diverged) view.recovery.way_back = found;
  }

  whenever(() => [state.progress, state.experiment, state.diverged, state.frame], () => {
    const now = momentOf(state);
    milestones = remembered(milestones, before, now);
    if (now.progress?.step === 0 && !now.diverged && now.experiment !== before.experiment) divergences = 0;
    const isNew = now.diverged !== null && now.diverged !== before.diverged;
    before = now;
    if (isNew) find(/** @type {import('../../types.js').Divergence} */ (now.diverged));
    if (!now.diverged && view.recovery.way_back) view.recovery.way_back = null;
  });
}
