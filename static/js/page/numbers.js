/**
 * Loss and share of right answers, for training and test points.
 */
import { byId, setText } from '../ui/dom.js';
import { formatPercent } from '../ui/format.js';
import { costText } from './cost_text.js';
import { legibly } from './throttle.js';

const NONE = '–';

/** The loss of a run that diverged is not a number; that of no points is none. */
const BROKEN = 'NaN';

/** @param {number} value @param {(value: number) => string} format */
const orNone = (value, format) => (Number.isNaN(value) ? NONE : format(value));

/** @param {import('./page.js').Page} page */
export function mountNumbers({ state, watch }) {
  const cells = {
    trainCost: byId('train-cost'),
    testCost: byId('test-cost'),
    trainAccuracy: byId('train-accuracy'),
    testAccuracy: byId('test-accuracy'),
  };
  const show = () => {
    const { frame, diverged } = state();
    if (!frame) return;
    setText(cells.trainCost, diverged ? BROKEN : orNone(frame.train_cost, costText));
    setText(cells.testCost, diverged ? BROKEN : orNone(frame.test_cost, costText));
    setText(cells.trainAccuracy, diverged ? NONE : orNone(frame.train_accuracy, formatPercent));
    setText(cells.testAccuracy, diverged ? NONE : orNone(frame.test_accuracy, formatPercent));
  };
  watch((now) => [now.frame, now.diverged], legibly({ state }, show));
  watch((now) => now.experiment?.task, (task) => {
    byId('correct').hidden = task === 'regression';
  });
}
