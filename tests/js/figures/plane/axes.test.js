import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wholeTicks } from '../../../../static/js/figures/plane/axes.js';

test('both axes have their zero', () => {
  const { x1, x2 } = wholeTicks(3);
  for (const marks of [x1, x2]) assert.deepEqual(marks.map(({ text }) => text), ['−2', '−1', '0', '1', '2']);
});
