/**
 * Loss and share of right answers, for training and test points.
 */
import { byId, setText } from '../ui/dom.js';
import { formatNumber, formatPercent } from '../ui/format.js';

const NONE = '–';

/** The loss of a run that diverged is not a number; that of no points is none. */
const BROKEN = 'NaN';

/** @param {number} cost */
const costText = (cost) => (Number.isNaN(cost) ? NONE : formatNumber(cost, 3));
/** @param {number} share */
const shareText = (share) => (Number.isNaN(share) ? NONE : formatPercent(share));

/** @param {import('./page.js').Page} page */
export function mountNumbers({ watch }) {
  const cells = {
    trainCost: byId('train-cost'),
    testCost: byId('test-cost'),
    trainAccuracy: byId('train-accuracy'),
    testAccuracy: byId('test-accuracy'),
  };
  watch((state) => /** @type {const} */ ([state.frame, state.diverged !== null]), ([frame, diverged]) => {
    if (!frame) return;
    setText(cells.trainCost, diverged ? BROKEN : costText(frame.train_cost));
    setText(cells.testCost, diverged ? BROKEN : costText(frame.test_cost));
    setText(cells.trainAccuracy, diverged ? NONE : shareText(frame.train_accuracy));
    setText(cells.testAccuracy, diverged ? NONE : shareText(frame.test_accuracy));
  });
  watch((state) => state.experiment?.task, (task) => {
    byId('correct').hidden = task === 'regression';
  });
}
