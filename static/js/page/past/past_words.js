/**
 * What is said of a moment that is looked at.
 */
import { isScheduled, rateAt } from '../../network/schedules.js';
import { formatCost, formatCount } from '../../ui/format.js';
import { typedNumber } from '../../ui/parse.js';

/** Where a moment lies in its run. @param {number} step @param {number} newest */
export const pastWords = (step, newest) => `Step ${formatCount(step)} of ${formatCount(newest)}.`;

/**
 * What the handle says: "Step 190 of 1,240, train cost 0.301, rate 0.1".
 * @param {{step: number, newest: number, frame: import('../../types.js').Frame | null, experiment: import('../../types.js').Experiment | null}} moment
 */
export function momentWords({ step, newest, frame, experiment }) {
  const cost = frame && Number.isFinite(frame.train_cost) ? `, train cost ${formatCost(frame.train_cost)}` : '';
  const rate = experiment ? `, rate ${isScheduled(experiment) ? formatCost(rateAt(experiment, step)) : typedNumber(experiment.learning_rate)}` : '';
  return `Step ${formatCount(step)} of ${formatCount(newest)}${cost}${rate}`;
}
