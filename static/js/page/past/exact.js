/**
 * The moment that is looked at, exactly: a server makes its step again from the nearest mark before it.
 */
import { addMark, markBefore } from '../../state/chronicle/lines.js';
import { onChange } from '../../ui/tracked.js';
import { checkpointOf, frameOf } from './made_again.js';
import { momentOf } from './visiting.js';

/** @typedef {import('./state.js').PastMoment} PastMoment */
/** @typedef {import('../../types.js').Progress} Progress */

/** Milliseconds of rest after which a moment is made again unasked. */
const REST = 60;

/** @param {Pick<import('../page.js').Page, 'view' | 'newest' | 'send'>} page */
export function createExact({ view, newest, send }) {
  /** What is being made. @type {{moment: PastMoment, made: Promise<Progress>} | null} */
  let making = null;

  /** @param {PastMoment} moment @returns {Promise<Progress>} */
  async function make(moment) {
    const { stretch, step } = moment;
    const mark = markBefore(stretch, step);
    if (!mark) throw new Error('This moment is not kept well enough to go back to it. Choose a later one.');
    const updates = step - mark.progress.step;
    await send({ type: 'moment', checkpoint: checkpointOf(stretch, mark.progress), updates });
    const { moment: answer } = newest;
    if (answer?.progress.step !== step) throw new Error('Another moment was looked at meanwhile.');
    addMark(stretch, answer.progress);
    const now = view.past.moment;
    if (now && now.stretch === stretch && now.step === step) {
      const frame = frameOf(answer);
      view.past.moment = momentOf({ ...now, frame }, now.newest, answer.progress);
    }
    return answer.progress;
  }

  /** The progress of the moment that is looked at. @returns {Promise<Progress | null>} null at the newest */
  async function progress() {
    const { moment } = view.past;
    if (!moment) return null;
    const { shown, stretch, step } = moment;
    if (shown.progress) return shown.progress;
    if (!making || making.moment.stretch !== stretch || making.moment.step !== step) {
      const mine = making = { moment, made: make(moment) };
      const over = () => { if (making === mine) making = null; };
      mine.made.then(over, over);
    }
    return making.made;
  }

  let timer = 0;
  onChange(() => [view.past.moment?.stretch, view.past.moment?.step], () => {
    clearTimeout(timer);
    if (!view.past.moment || newest.connection.status !== 'live') return;
    timer = window.setTimeout(() => progress().catch(() => {}), REST);
  });

  return {
    progress,
    async checkpoint() {
      const { moment } = view.past;
      const made = await progress();
      return moment && made && checkpointOf(moment.stretch, made);
    },
  };
}

/** @typedef {ReturnType<typeof createExact>} Exact */
