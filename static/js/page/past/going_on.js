/**
 * Going on from the moment that is looked at: from then on it is the newest, and what came later stays as a branch.
 */
import { appended, truncated } from '../../state/history.js';
import { formatCount } from '../../ui/format.js';

/** @typedef {import('./state.js').PastMoment} PastMoment */
/** @typedef {import('../../types.js').Progress} Progress */

/**
 * A moment with the cost curve that led to it.
 * @param {PastMoment} moment
 * @param {Progress} progress
 * @returns {import('../../types.js').Moment}
 */
export function wholeOf({ line, stretch: { experiment, points, drawn, tables }, step, frame }, progress) {
  const before = truncated(line.history, step);
  const { train_cost: train, test_cost: test, train_accuracy: trainShare, test_accuracy: testShare } = frame;
  const history = frame.step === step ? appended(before, step, train, test, trainShare, testShare) : before;
  return { experiment, points, progress, history, drawn, tables };
}

/**
 * @param {Pick<import('../page.js').Page, 'view'>} page
 * @param {import('./exact.js').Exact} exact
 * @param {import('../../state/recorder.js').Recorder['goOnFrom']} goOnFrom
 */
export function createGoingOn({ view }, exact, goOnFrom) {
  async function go() {
    const { moment: asked } = view.past;
    const progress = await exact.progress();
    const { moment } = view.past;
    if (!asked || !moment || !progress || moment.step !== progress.step) throw new Error('Another moment was looked at meanwhile.');
    await goOnFrom(wholeOf(moment, progress), `going on from step ${formatCount(moment.step)}`);
    view.past.moment = null;
  }
  return () => (view.past.moment ? go() : null);
}
