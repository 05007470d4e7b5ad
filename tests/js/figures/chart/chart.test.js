import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plotData, reading, stepTexts } from '../../../../static/js/figures/chart/plot.js';
import { placeInColumn, placeInRow } from '../../../../static/js/figures/chart/placing.js';
import {
  linearRange, linearTicks, logRange, logTicks, tickText,
} from '../../../../static/js/figures/chart/ticks.js';

test('a logarithmic scale is marked at 1 and 3 of each decade while they fit', () => {
  const close = (/** @type {number[]} */ values) => values.map((value) => Number(value.toPrecision(6)));
  assert.deepEqual(close(logTicks([0.05, 2], 5)), [0.1, 0.3, 1]);
  assert.deepEqual(close(logTicks([0.05, 200], 4)), [0.1, 1, 10, 100]);
  assert.deepEqual(close(logTicks([1e-6, 10], 3)), [1e-6, 1e-3, 1]);
});

test('a short logarithmic scale has more marks, as many as fit', () => {
  const close = (/** @type {number[]} */ values) => values.map((value) => Number(value.toPrecision(6)));
  assert.deepEqual(close(logTicks([0.44, 1.04], 9)), [0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  assert.deepEqual(close(logTicks([0.44, 1.04], 2)), [0.5, 1]);
  assert.deepEqual(close(logTicks([0.15, 1.04], 4)), [0.2, 0.5, 1]);
});

test('marks never lie on each other, however low the chart and short its range', () => {
  for (let room = 0.4; room < 12; room += 0.37) {
    for (let low = 1e-3; low < 1; low *= 1.37) {
      for (let high = low * 1.2; high < 1e3; high *= 1.31) {
        const ticks = logTicks([low, high], room);
        const places = ticks.map((tick) => (Math.log(tick / low) / Math.log(high / low)) * room);
        assert.ok(places.every((place, at) => at === 0 || place - places[at - 1] > 0.6), `${low} to ${high} in ${room}: ${ticks}`);
        const even = linearTicks([0, high], room);
        assert.ok(even.length === 1 || even.length <= room, `0 to ${high} in ${room}: ${even}`);
      }
    }
  }
});

test('a curve as low as on a laptop has two marks where they are apart', () => {
  assert.deepEqual(logTicks([0.19, 1.1], 1.8).map(tickText), ['0.3', '1']);
  assert.deepEqual(logTicks([0.07, 1.2], 1.8).map(tickText), ['0.1', '1']);
  assert.equal(logTicks([0.8, 1.2], 1.1).length, 1);
});

test('a linear scale begins at zero and is marked at round values', () => {
  assert.deepEqual(linearRange(0), [0, 1]);
  assert.deepEqual(linearTicks([0, 1.1], 3), [0.5, 1]);
  assert.deepEqual(linearTicks([0, 0.07], 4), [0.02, 0.04, 0.06]);
});

test('no range is empty, and every value lies inside its range', () => {
  for (const [least, most] of [[0.1, 0.1], [1e-9, 5], [0.2, 0.21]]) {
    const [low, high] = logRange(least, most);
    assert.ok(low < least && high > most);
  }
});

test('ticks are short', () => {
  const written = [0.3, 1, 100, 0.001, 0.0001, 3e-7, 1e60].map(tickText);
  assert.deepEqual(written, ['0.3', '1', '100', '0.001', '10⁻⁴', '3·10⁻⁷', '10⁶⁰']);
});

test('labels of a column move apart just enough, in the order given', () => {
  assert.deepEqual(placeInColumn([20, 50], 13, { top: 0, bottom: 100 }), [20, 50]);
  assert.deepEqual(placeInColumn([52, 50], 13, { top: 0, bottom: 100 }), [63, 50]);
  assert.deepEqual(placeInColumn([99, 98], 13, { top: 0, bottom: 100 }), [100, 87]);
});

test('words of a row never touch; the newest is written first, to the left of its rule where it must', () => {
  assert.deepEqual(placeInRow([{ x: 10, width: 40 }, { x: 100, width: 40 }], 200, 6), [10, 100]);
  assert.deepEqual(placeInRow([{ x: 10, width: 40 }, { x: 30, width: 40 }], 200, 6), [null, 30]);
  assert.deepEqual(placeInRow([{ x: 180, width: 40 }], 200, 6), [128]);
});

test('the first mark at the axis says what is counted', () => {
  assert.deepEqual(stepTexts(/** @type {any} */ (null), [0, 5000, 10000]), ['step 0', '5000', '10\u2009000']);
});

test('the curve ends where the run is, also between two steps that are kept and after an edit of points', () => {
  const kept = { steps: [0, 1], train: [0.7, 0.5], test: [NaN, NaN], logarithmic: true };
  const scene = (/** @type {{step: number, train: number, test: number} | null} */ now) => /** @type {any} */ ({ ...kept, now });
  assert.deepEqual(plotData(scene(null)), [[0, 1], [0.7, 0.5], [null, null], [null, null], [null, null], [0.7, 0.5]]);
  assert.deepEqual(plotData(scene({ step: 1, train: 0.5, test: NaN })), [[0, 1], [0.7, 0.5], [null, null], [null, null], [null, null], [0.7, 0.5]]);
  assert.deepEqual(plotData(scene({ step: 1, train: 2, test: 3 })), [[0, 1, 1], [0.7, 0.5, 2], [null, null, 3], [null, null, 3], [null, null, 3], [0.7, 0.5, 2]]);
  assert.equal(reading(scene({ step: 3, train: 0.12344, test: 0 }), 2).text, 'step 3: train 0.1234, test 0.0000');
  assert.equal(reading(scene({ step: 3, train: NaN, test: NaN }), 2).text, 'step 3: no cost');
  assert.deepEqual(plotData(scene({ step: 0, train: 9, test: 9 }))[0], [0, 1], 'a run that begins anew is not drawn backwards');
});
