/**
 * Going to a moment of the run and back to the newest: what is kept of it shows at once.
 */
import { firstStep, newestStep, visitAt } from '../../state/chronicle/lines.js';
import { truncated } from '../../state/history.js';
import { assign, onChange } from '../../ui/tracked.js';

/** Milliseconds after the last moment when it rests: as long as a hand moves, what is costly is painted as while training. */
const STILL = 120;

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./state.js').PastMoment} PastMoment */
/** @typedef {import('../../state/chronicle/lines.js').Visit} Visit */

/**
 * What a moment shows.
 * @param {Visit} visit
 * @param {number} newest step of its line
 * @param {import('../../types.js').Progress | null} progress where it is known exactly
 * @returns {PastMoment}
 */
export function momentOf(visit, newest, progress = null) {
  const { line, stretch: { experiment, points, drawn, tables }, frame } = visit;
  const history = truncated(line.history, frame.step + 1);
  return Object.freeze({ ...visit, newest, shown: { experiment, points, drawn, tables, frame, status: /** @type {const} */ ('paused'), diverged: null, progress, history } });
}

/** @param {Page} page @param {import('../../state/chronicle/chronicle.js').Chronicle} chronicle */
export function createVisiting({ view, newest, attempt }, chronicle) {
  let timer = 0;
  const lineNow = () => view.past.moment?.line ?? chronicle.current;
  const leave = () => { view.past.moment = null; };
  /** @param {import('../../state/chronicle/lines.js').Line | null} line */
  function reachOf(line) {
    if (!line) return { least: 0, most: 0 };
    const isWritten = line === chronicle.current;
    return { least: firstStep(line), most: isWritten ? newest.frame?.step ?? newestStep(line) : newestStep(line) };
  }

  // What was under way when the past was entered still comes.
  onChange(() => newest.frame?.step ?? 0, (step) => {
    const { moment } = view.past;
    if (moment && moment.line === chronicle.current) view.past.moment = momentOf(moment, step, moment.shown.progress);
  });

  return {
    leave,

    /** The branch that is looked at. */
    get line() {
      return lineNow();
    },

    /** The first step of it that can be visited, and its newest. */
    get reach() {
      return reachOf(lineNow());
    },

    /** The step that is looked at. */
    get step() {
      return view.past.moment?.step ?? newest.frame?.step ?? 0;
    },

    /**
     * Looks at a step of a branch, or at the kept one nearest to it.
     * @param {number} step
     * @param {boolean} [near] whether the nearest that is kept will do
     * @param {import('../../state/chronicle/lines.js').Line | null} [line] the one that is looked at, where none is named
     */
    go(step, near = false, line = lineNow()) {
      if (!line) return;
      const { least, most } = reachOf(line);
      const visit = visitAt(line, Math.max(least, Math.min(most, step)));
      const wanted = near && visit ? visit.frame.step : visit?.step ?? most;
      if (!visit || (line === chronicle.current && wanted >= most)) {
        leave();
        return;
      }
      if (newest.status === 'training') attempt({ type: 'pause' });
      clearTimeout(timer);
      timer = window.setTimeout(() => { view.past.moving = false; }, STILL);
      assign(view.past, { moment: momentOf({ ...visit, step: wanted }, most), moving: true });
    },
  };
}

/** @typedef {ReturnType<typeof createVisiting>} Visiting */
