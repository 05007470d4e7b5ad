import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smoothed } from '../../../../static/js/figures/chart/smooth.js';

const jagged = Array.from({ length: 200 }, (_, at) => 1 + (at % 2 === 0 ? 0.5 : -0.5));

test('jitter is taken out of a long line, and its ends stay where they are', () => {
  const line = smoothed(jagged, false);
  assert.deepEqual([line[0], line.at(-1)], [jagged[0], jagged.at(-1)]);
  // Of nine in a row, five are of one kind.
  assert.ok(line.slice(4, -4).every((value) => Math.abs(Number(value) - 1) < 0.06));
});

test('a straight line stays, on a logarithmic scale too', () => {
  const straight = Array.from({ length: 150 }, (_, at) => at);
  smoothed(straight, false).forEach((value, at) => assert.ok(Math.abs(Number(value) - at) < 1e-9));
  const falling = Array.from({ length: 150 }, (_, at) => 0.97 ** at);
  smoothed(falling, true).forEach((value, at) => assert.ok(Math.abs(Number(value) / falling[at] - 1) < 1e-9));
});

test('a short line is what it is, and no mean reaches across a gap', () => {
  assert.deepEqual(smoothed([3, 1, null, 2], false), [3, 1, null, 2]);
  const broken = Array.from({ length: 100 }, (_, at) => (at === 50 ? null : at < 50 ? 1 : 9));
  assert.deepEqual(smoothed(broken, false), broken);
});
