/**
 * @file Which moment of the run is looked at, where that is not the newest.
 */
import { computed, tracked } from '../../ui/tracked.js';

/** @typedef {import('../../types.js').State} State */

/**
 * What the page shows of a moment in the place of the newest.
 * @typedef {Pick<State, 'experiment' | 'points' | 'drawn' | 'tables' | 'frame' | 'status' | 'diverged' | 'progress' | 'history'>} Shown
 *   `progress`: null until a server has made that step again
 */

/**
 * @typedef {import('../../state/chronicle/lines.js').Visit & {shown: Shown, newest: number}} PastMoment
 *   `newest`: step of its line
 */

/**
 * @typedef {object} PastState
 * @property {PastMoment | null} moment null: the newest
 * @property {boolean} moving one moment follows another, as under a hand on the curve
 * @property {import('../../state/chronicle/chronicle.js').Chronicle | null} chronicle all that is written down of the run, as soon as it is
 */

/** @returns {PastState} */
export const createPastState = () => tracked({ moment: null, moving: false, chronicle: null });

/** What a moment has of its own. @type {Record<keyof Shown, true>} */
const SHOWN = {
  experiment: true, points: true, drawn: true, tables: true, frame: true, status: true, diverged: true, progress: true, history: true,
};

/**
 * The state that is shown: of the moment that is looked at, whatever the newest has become meanwhile.
 * @param {Readonly<State>} newest
 * @param {PastState} past
 * @returns {Readonly<State>}
 */
export function shownOf(newest, past) {
  const shown = /** @type {Record<string, unknown>} */ ({});
  for (const name of /** @type {(keyof State)[]} */ (Object.keys(newest))) {
    if (!(name in SHOWN)) {
      Object.defineProperty(shown, name, { enumerable: true, get: () => newest[name] });
      continue;
    }
    // Only what differs between two moments is told to those who read it: hardly anything does under a hand on the curve.
    const now = computed(() => (past.moment ? past.moment.shown[/** @type {keyof Shown} */ (name)] : newest[name]));
    Object.defineProperty(shown, name, { enumerable: true, get: () => now.value });
  }
  return /** @type {Readonly<State>} */ (/** @type {unknown} */ (shown));
}

/**
 * What can be asked of the moment that is looked at. What answers is fetched late: before, there is no past.
 * @typedef {import('../../state/recorder.js').Past & {stepBack: () => void, checkpoint: () => Promise<import('../../types.js').Checkpoint | null>}} PastAccess
 *   `stepBack` looks at the step before; `checkpoint`: of that moment, exactly; null at the newest. Rejects where no server makes it again
 */

/** @param {PastState} past @returns {PastAccess} */
export const createPastAccess = (past) => ({
  goOn: () => null,
  stepBack() {},
  checkpoint: async () => null,
  leave() { past.moment = null; },
  isAway: () => past.moment !== null,
});
