import assert from 'node:assert/strict';
import { test } from 'node:test';

import { elementAt } from '../../../../static/js/figures/network/hit.js';
import { alongWire, layNetwork, wireIndex } from '../../../../static/js/figures/network/layout.js';
import { Architecture } from '../../../../static/js/network/architecture.js';

/** @typedef {import('../../../../static/js/types.js').FeatureName} FeatureName */

/** @type {FeatureName[]} */
const ALL_FEATURES = ['x1', 'x2', 'x1^2', 'x2^2', 'x1*x2', 'sin x1', 'sin x2'];

/** @param {number[]} hidden @param {number} [classes] @param {FeatureName[]} [features] */
const build = (hidden, classes = 3, features = ['x1', 'x2']) => new Architecture({
  features, hidden, task: 'classification', classes, activation: 'tanh', output: 'softmax',
});
const LABEL_EMS = 2.4;
/** @param {Architecture} architecture @param {number} width @param {number} height @param {{cost?: boolean}} [more] */
const lay = (architecture, width, height, more = {}) =>
  layNetwork(architecture, width, height, { labelEms: LABEL_EMS, ...more });

/**
 * From the smallest network to the largest, from a phone to a wall.
 * @type {[Architecture, number, number][]}
 */
const CASES = [
  [build([]), 358, 360], [build([4, 3], 2), 358, 360], [build([6, 4]), 850, 400], [build([6, 4]), 1150, 560],
  [build([1], 2), 358, 360], [build(Array(8).fill(16), 4, ALL_FEATURES), 358, 360],
  [build(Array(8).fill(16), 4, ALL_FEATURES), 850, 400], [build([16, 1, 16], 2), 500, 360],
];
/** @param {[Architecture, number]} one */
const named = ([{ sizes }, width]) => `${sizes.join('-')} at ${width}`;

test('every tile lies inside the box and no two overlap', () => {
  for (const [architecture, width, height] of CASES) {
    const { neurons, tile } = lay(architecture, width, height);
    for (const column of neurons) {
      column.forEach(({ x, y }, neuron) => {
        const name = named([architecture, width]);
        assert.ok(x - tile / 2 >= 0 && x + tile / 2 <= width, `${name}: x ${x}`);
        assert.ok(y - tile / 2 >= 0 && y + tile / 2 <= height, `${name}: y ${y}`);
        if (neuron > 0) assert.ok(y - column[neuron - 1].y >= tile + 2, `${name}: rows`);
      });
    }
    for (let layer = 1; layer < neurons.length; layer += 1) {
      const pitch = neurons[layer][0].x - neurons[layer - 1][0].x;
      assert.ok(pitch > 1.5 * tile, `${named([architecture, width])}: columns`);
    }
  }
});

test('labels find room: symbols on the left, probabilities before the cost, the cost within the box', () => {
  for (const [architecture, width, height] of CASES) {
    const { columns, tile, symbolSize, costX, costRadius, outputNumbers } = lay(architecture, width, height);
    const name = named([architecture, width]);
    assert.ok(costX !== null);
    assert.ok(columns[0] - tile / 2 - LABEL_EMS * symbolSize >= 0, `${name}: symbols`);
    assert.equal(outputNumbers, 'beside', `${name}: probabilities`);
    assert.ok(costX - costRadius - (columns[columns.length - 1] + tile / 2) >= 60, `${name}: room for a probability`);
    assert.ok(costX + costRadius <= width, `${name}: cost`);
  }
});

test('biases end above the tile below', () => {
  for (const [architecture, width, height] of CASES) {
    const { neurons, tile, bias } = lay(architecture, width, height);
    const columns = neurons.filter((column) => column.length > 1);
    const gaps = columns.map(([first, second]) => second.y - first.y - tile);
    for (const gap of gaps) assert.ok(bias.length + 2 * bias.dot <= gap, named([architecture, width]));
  }
});

test('numbers are dropped where tiles are small or stand close', () => {
  assert.equal(lay(build([6, 4]), 850, 420).numbers, true);
  assert.equal(lay(build(Array(8).fill(16)), 850, 400).numbers, false);
  assert.equal(lay(build([6, 4]), 300, 360).numbers, true);
  // Rows of (360 − 74) / 9 = 31.8 pixels leave a tile 16 beside a number's 15.
  assert.equal(lay(build([9, 4]), 300, 360).numbers, false);
});

test('without a cost column there is no cost', () => {
  const { costX, columns } = lay(build([6, 4]), 850, 400, { cost: false });
  assert.equal(costX, null);
  assert.ok(columns[columns.length - 1] < 800);
});

test('a wire carries the weight between the neurons it joins', () => {
  const architecture = build([6, 4]);
  const layout = lay(architecture, 850, 400);
  const { wires, neurons, tile } = layout;
  assert.equal(wires.count, 2 * 6 + 6 * 4 + 4 * 3);
  const wire = wireIndex(layout, 3, 2, 5);
  assert.deepEqual([wires.layer[wire], wires.neuron[wire], wires.source[wire]], [3, 2, 5]);
  assert.equal(wires.parameter[wire], 18 + 5 * 4 + 2); // offset(3) + j · #(3) + k, after a block of 18
  const [start, end] = [alongWire(wires, wire, 0), alongWire(wires, wire, 1)];
  assert.ok(Math.abs(start.x - (neurons[1][5].x + tile / 2)) < 0.01);
  assert.ok(Math.abs(end.x - (neurons[2][2].x - tile / 2)) < 0.01);
  assert.ok(Math.abs(end.y - neurons[2][2].y) < tile / 2);
});

test('what is under the pointer: cost, neuron, input, bias, wire, nothing', () => {
  const layout = lay(build([6, 4]), 850, 420);
  const { neurons, tile, bias, costX, middle, wires } = layout;
  assert.ok(costX !== null);
  const at = (/** @type {number} */ x, /** @type {number} */ y) => elementAt(layout, x, y);
  assert.equal(at(costX, middle), 'C');
  assert.equal(at(neurons[2][1].x, neurons[2][1].y), 'a:3:1');
  assert.equal(at(neurons[0][1].x + 3, neurons[0][1].y), 'x:1');
  assert.equal(at(neurons[1][4].x + bias.dx, neurons[1][4].y + tile / 2 + bias.length), 'b:2:4');
  const spot = alongWire(wires, wireIndex(layout, 4, 0, 3), 0.3);
  assert.equal(at(spot.x, spot.y), 'w:4:0:3');
  assert.equal(at(5, 415), null);
});

test('a wire is hit within seven pixels of its middle line, a thick one from its edge', () => {
  const layout = lay(build([], 2), 600, 400);
  const { x, y } = alongWire(layout.wires, wireIndex(layout, 2, 0, 0), 0.5);
  assert.equal(elementAt(layout, x, y - 6), 'w:2:0:0');
  assert.equal(elementAt(layout, x, y - 9), null);
  assert.equal(elementAt(layout, x, y - 9, { widthOf: () => 5 }), 'w:2:0:0');
  assert.equal(elementAt(layout, x, y - 12, { slack: 8 }), 'w:2:0:0');
});

test('a figure with too little height for its neurons has biases of no length, none below it', () => {
  const { bias } = lay(build(Array(8).fill(16), 4), 560, 190);
  assert.ok(bias.dot >= 0 && bias.length >= 0, `dot ${bias.dot}, length ${bias.length}`);
});
