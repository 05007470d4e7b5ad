import assert from 'node:assert/strict';
import test from 'node:test';

import { BIN, MOST, shareOf, stacksOf } from '../../../../static/js/figures/closer/rug_layout.js';

const RANGE = { low: -1, high: 1 };

test('every point stands in the bin of its value, classes in turn above and below', () => {
  const answers = [{ target: 0, value: -1 }, { target: 1, value: 1 }, { target: 2, value: 0 }, { target: 3, value: 0 }];
  const stacks = stacksOf(answers, RANGE, 3 * BIN, 'classification');
  assert.deepEqual(stacks.map(({ x, side }) => [x, side]), [[BIN / 2, 'above'], [2.5 * BIN, 'below'], [1.5 * BIN, 'above'], [1.5 * BIN, 'below']]);
});

test('in regression all stand above, whatever their height', () => {
  const stacks = stacksOf([{ target: -1, value: 0.1 }, { target: 0.7, value: 0.1 }], RANGE, 70, 'regression');
  assert.deepEqual(stacks.map(({ side, targets }) => [side, targets]), [['above', [-1, 0.7]]]);
});

test('a stack shows no more than find room, and counts them all', () => {
  const answers = Array.from({ length: MOST + 3 }, () => ({ target: 0, value: 0.5 }));
  const [{ targets, count }] = stacksOf(answers, RANGE, 140, 'classification');
  assert.equal(targets.length, MOST);
  assert.equal(count, MOST + 3);
});

test('what lies beyond the scale stands at its nearer end', () => {
  assert.deepEqual([-7, -1, 0, 1, 7].map((value) => shareOf(value, -1, 1)), [0, 0, 0.5, 1, 1]);
  assert.equal(stacksOf([{ target: 0, value: 9 }], RANGE, 2 * BIN, 'classification')[0].x, 1.5 * BIN);
});
