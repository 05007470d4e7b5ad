/**
 * Cost and share of right answers, for training and test points.
 *
 * @feature cost and share of right answers
 */
import { byId, setText } from '../../ui/dom.js';
import { formatCost, formatPercent, NONE } from '../../ui/format.js';
import { effect } from '../../ui/tracked.js';
import { said } from '../../words/sentence.js';

/** @typedef {import('../snapshot.js').Snapshot} Snapshot */

/**
 * The cells, by the number that each shows, and the heads of their rows.
 * @param {Pick<Snapshot, 'costs' | 'experiment'>} snapshot
 */
export function numberWords({ costs, experiment }) {
  const cell = (/** @type {keyof Snapshot['costs']} */ of, /** @type {(value: number) => string} */ format) => {
    const printed = format(costs[of]);
    return said(printed, { that: 'measure', of, printed: printed === NONE ? null : printed });
  };
  const penalty = experiment !== null && (experiment.l1 > 0 || experiment.l2 > 0);
  return {
    cost: said(penalty ? 'Penalised cost' : 'Cost', { that: 'penalty included', penalty }),
    train: cell('train', formatCost),
    test: cell('test', formatCost),
    train_accuracy: cell('train_accuracy', formatPercent),
    test_accuracy: cell('test_accuracy', formatPercent),
  };
}

/** @param {import('../page.js').Page} _ @param {{snapshots: import('../snapshot.js').Snapshots}} shared */
export function mountNumbers(_, { snapshots }) {
  const rows = { cost: byId('loss-name'), correct: byId('correct') };
  const cells = {
    train: byId('train-cost'),
    test: byId('test-cost'),
    train_accuracy: byId('train-accuracy'),
    test_accuracy: byId('test-accuracy'),
  };
  effect(() => {
    const snapshot = snapshots.now();
    const { cost, ...numbers } = numberWords(snapshot);
    setText(rows.cost, cost.text);
    rows.correct.hidden = snapshot.experiment?.task === 'regression';
    for (const name of /** @type {(keyof typeof cells)[]} */ (Object.keys(cells))) setText(cells[name], numbers[name].text);
  });
}
