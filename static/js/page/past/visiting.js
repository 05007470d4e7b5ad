/**
 * Going to a moment of the run and back to the newest: what is kept of it shows at once.
 */
import { firstStep, newestStep, visitAt } from '../../state/chronicle/lines.js';
import { onChange } from '../../ui/tracked.js';

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
  const { stretch: { experiment, points, drawn, tables }, frame } = visit;
  return Object.freeze({ ...visit, newest, shown: { experiment, points, drawn, tables, frame, status: /** @type {const} */ ('paused'), diverged: null, progress } });
}

/** @param {Page} page @param {import('../../state/chronicle/chronicle.js').Chronicle} chronicle */
export function createVisiting({ view, newest, attempt }, chronicle) {
  const leave = () => { view.past.moment = null; };
  // What was under way when the past was entered still comes.
  onChange(() => newest.frame?.step ?? 0, (step) => {
    const { moment } = view.past;
    if (moment && moment.line === chronicle.current) view.past.moment = momentOf(moment, step, moment.shown.progress);
  });

  return {
    leave,

    /** The first step that can be visited, and the newest. */
    get reach() {
      const line = chronicle.current;
      return line ? { least: firstStep(line), most: newest.frame?.step ?? newestStep(line) } : { least: 0, most: 0 };
    },

    /** The step that is looked at. */
    get step() {
      return view.past.moment?.step ?? newest.frame?.step ?? 0;
    },

    /**
     * Looks at a step of the run, or at the kept one nearest to it.
     * @param {number} step
     * @param {boolean} [near] whether the nearest that is kept will do
     */
    go(step, near = false) {
      const line = chronicle.current;
      if (!line) return;
      const { least, most } = this.reach;
      const visit = visitAt(line, Math.max(least, Math.min(most, step)));
      const wanted = near && visit ? visit.frame.step : visit?.step ?? most;
      if (!visit || wanted >= most) {
        leave();
        return;
      }
      if (newest.status === 'training') attempt({ type: 'pause' });
      view.past.moment = momentOf({ ...visit, step: wanted }, most);
    },
  };
}

/** @typedef {ReturnType<typeof createVisiting>} Visiting */
