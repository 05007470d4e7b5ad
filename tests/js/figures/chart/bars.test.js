import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barAt, barReach, barsOf, barValues, layBars } from '../../../../static/js/figures/chart/bar_layout.js';
import { createBarScale, roundUp, scaleText } from '../../../../static/js/figures/chart/bar_scale.js';

// 2-3-1: layer 2 is rows x1, x2, bias of three neurons (0..8), layer 3 is three neurons and the bias of one (9..12).
const SIZES = [2, 3, 1];

test('bars stand by the neuron that they lead into, weights in the order of their sources, the bias last', () => {
  const { groups, summed } = layBars(SIZES, 56, 400);
  assert.equal(summed, false);
  assert.deepEqual(groups.map(({ layer, neuron, indices }) => [layer, neuron, indices]), [
    [2, 0, [0, 3, 6]], [2, 1, [1, 4, 7]], [2, 2, [2, 5, 8]], [3, 0, [9, 10, 11, 12]],
  ]);
  assert.deepEqual(barsOf(layBars(SIZES, 56, 400)).map(({ source }) => source), [0, 1, null, 0, 1, null, 0, 1, null, 0, 1, 2, null]);
});

test('groups lie apart, layers further, and all within the width', () => {
  for (const sizes of [SIZES, [2, 8, 8, 3], [7, 16, 16, 16, 16, 16, 16, 16, 16, 4], [2, 4, 3, 2]]) {
    for (const width of [250, 790, 1400]) {
      const { groups, pitch, summed } = layBars(sizes, 56, width);
      assert.ok(groups[0].left === 56 && (groups.at(-1)?.right ?? 0) <= 56 + width + 1e-9);
      groups.slice(1).forEach(({ left, layer }, at) => {
        const gap = left - groups[at].right;
        assert.ok(layer > groups[at].layer ? gap > 0.01 * width : gap >= 0);
      });
      assert.ok(summed || pitch >= 3, 'bars that are told apart');
    }
  }
});

test('where bars would be too thin, each neuron has one: all its changes, whatever their sign', () => {
  const layout = layBars([2, 16, 16, 16, 4], 0, 300);
  assert.ok(layout.summed);
  const update = new Float64Array(2 * 16 + 16 + 2 * (16 * 16 + 16) + 16 * 4 + 4);
  update[0] = -0.5; // x1 to neuron 1
  update[32] = 0.25; // its bias
  const values = barValues(layout, update);
  assert.deepEqual([values.length, values[0], values[1]], [52, 0.75, 0]);
  assert.deepEqual(barValues(layBars(SIZES, 0, 400), Float64Array.from({ length: 13 }, (_, at) => at)),
    [0, 3, 6, 1, 4, 7, 2, 5, 8, 9, 10, 11, 12]);
});

test('the pointer finds the bar under it, and none between groups', () => {
  const layout = layBars(SIZES, 56, 400);
  barsOf(layout).forEach(({ left }, at) => assert.equal(barAt(layout, left + layout.pitch / 2), at));
  assert.equal(barAt(layout, (layout.groups[0].right + layout.groups[1].left) / 2), -1);
});

test('bars reach as far as parameters moved, and what did not move has none', () => {
  assert.deepEqual([0.5, -0.25, 0, 1e-9].map((value) => barReach(value, 0.5, 40)), [40, -20, 0, 1]);
  assert.deepEqual([Infinity, -1].map((value) => barReach(value, Infinity, 40)), [40, -1]);
  assert.equal(barReach(-5e-324, 5e-324, 40), -40);
});

test('a scale ends at the next round number, and is written in few digits', () => {
  const ends = [0.0097, 0.004, 1.01, 7, 9, 0.00012, 1e-9, 0].map(roundUp);
  assert.deepEqual(ends, [0.01, 0.004, 1.5, 8, 10, 0.00015, 1e-9, 0]);
  assert.deepEqual([0.01, 0.004, 1.5, 10, 0.00015, 1e-9, 0, Infinity, 2e5, 2.5e6].map(scaleText),
    ['0.01', '0.004', '1.5', '10', '1.5·10⁻⁴', '1·10⁻⁹', '0', '∞', '2·10⁵', '2.5·10⁶']);
});

test('the scale grows at once, and shrinks only after two seconds with room to spare, or at rest', () => {
  const scale = createBarScale();
  assert.equal(scale.at(0.9, 0, true), 1);
  assert.equal(scale.at(1.2, 100, true), 1.5);
  assert.equal(scale.at(0.2, 200, true), 1.5);
  assert.equal(scale.at(0.3, 2100, true), 1.5);
  assert.equal(scale.at(0.3, 2200, true), 0.3);
  scale.at(0.2, 2300, true);
  assert.equal(scale.at(0.3, 4000, true), 0.3, 'what needs the room begins its patience anew');
  assert.equal(scale.at(0.2, 4400, true), 0.3);
  assert.equal(scale.at(0.2, 4500, false), 0.2);
});
