/**
 * Why training paused by itself, in words.
 */
import { byHand } from '../../ui/hand.js';
import { formatCost, formatCount, formatPercent } from '../../ui/format.js';
import { said, together } from '../../words/sentence.js';

/** @typedef {import('../../types.js').ReachedEvent} Reached */
/** @typedef {import('../../words/sentence.js').Sentence} Sentence */

/** @type {Record<Reached['why'], (reached: Reached, hasTests: boolean) => Sentence>} */
const WHY = {
  step: ({ asked }) => {
    const step = formatCount(asked);
    return said(`It was to train until step ${step}.`, { that: 'stopped at a step', step });
  },
  cost: ({ asked, value }) => {
    const [cost, most] = [formatCost(value), formatCost(asked)];
    return said(`The cost of the training points has come to ${cost}; it was to train until that is below ${most}.`, { that: 'stopped at a cost', cost, most });
  },
  share: ({ asked, value }) => {
    const [share, least] = [formatPercent(value), formatPercent(asked)];
    return said(`${share} of the training points are right; it was to train until ${least} are.`, { that: 'stopped at a share', share, least });
  },
  patience: ({ asked, value, at }, hasTests) => {
    const [epochs, cost, step] = [formatCount(asked), formatCost(value), formatCount(at)];
    const whose = hasTests ? 'test' : 'training';
    return said(
      `The cost of the ${whose} points has not come below ${cost}, where it was at step ${step}, for ${epochs} ${asked === 1 ? 'epoch' : 'epochs'}.`,
      { that: 'stopped without a lower cost', epochs, cost, step, whose },
    );
  },
};

/**
 * @param {Reached} reached
 * @param {readonly import('../../types.js').Point[]} points
 * @returns {Sentence}
 */
export const reachedWords = (reached, points) => together(
  WHY[reached.why](reached, points.some(({ test }) => test)),
  said(`${byHand('Press', 'Tap')} Continue, and it goes on without stopping for that again.`),
);
