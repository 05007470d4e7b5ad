import assert from 'node:assert/strict';
import test from 'node:test';

import { equationOf, factorsOf, hintOf } from '../../../../static/js/page/by_hand/hints.js';
import { stagesOf, truthOf } from '../../../../static/js/page/by_hand/quantities.js';
import { OPTIONS } from '../../options.js';
import { calculation, unlinked } from '../../trace/arithmetic.js';
import { subjectOf } from '../../trace/textbook.js';

/** @typedef {import('../../../../static/js/types.js').Experiment} Experiment */

/** Every output with every cost that can be chosen. */
const ENDS = Object.entries(OPTIONS.task).flatMap(([task, { outputs }]) => outputs.flatMap((output) =>
  OPTIONS.output[output].costs.map((cost) => /** @type {Partial<Experiment>} */ ({ task, output, cost }))));

/** @type {Partial<Experiment>[]} */
const EXPERIMENTS = [
  ...ENDS,
  {},
  { hidden: [] },
  { hidden: [3, 3], activation: 'sigmoid', classes: 3 },
  { activation: 'relu', output: 'sigmoid', cost: 'huber' },
  { output: 'softmax', cost: 'squared_error', classes: 3 },
  { output: 'linear', cost: 'huber', classes: 3, hidden: [] },
  { task: 'regression', output: 'tanh', cost: 'huber', activation: 'linear' },
];

for (const [number, changes] of EXPERIMENTS.entries()) {
  test(`factors come to the true value, which they keep to themselves: ${JSON.stringify(changes)}`, () => {
    const subject = subjectOf(changes, number + 1);
    const { architecture, trace } = subject;
    for (const quantity of stagesOf(architecture).flatMap(({ quantities }) => quantities)) {
      const { formula, factors } = factorsOf(subject, quantity);
      assert.match(unlinked(formula), /=/, quantity.key);
      assert.doesNotMatch(factors.join(), /mathbf/, quantity.key);
      assert.equal(factors.length > 0, quantity.kind !== 'bias', quantity.key);
      if (factors.length === 0) continue;
      const truth = truthOf(quantity, trace, architecture);
      const lines = [...factors];
      lines[lines.length - 1] += ` = \\mathbf{${truth}}`;
      const [calculated] = calculation(lines);
      assert.ok(Math.abs(calculated - truth) <= 1e-3 * Math.abs(truth) + 1e-9, `${quantity.key}: ${calculated} for ${truth}`);
      assert.match(hintOf(quantity, subject.experiment), /^[A-Z].* .*\.$/, quantity.key);
    }
  });
}

test('each quantity names its equation', () => {
  const { architecture, experiment } = subjectOf({ hidden: [2] });
  const names = Object.fromEntries(stagesOf(architecture).flatMap(({ quantities }) => quantities)
    .map((quantity) => [quantity.key, equationOf(quantity, experiment)]));
  const named = ['z:2:0', 'a:3:1', 'C', 'd:3:0', 'd:2:1', 'C/b:2:0', 'C/w:3:1:0'].map((key) => names[key]);
  assert.deepEqual(named, ['F1', 'F1', 'C1', 'B1', 'B2', 'B3', 'B4']);
});
