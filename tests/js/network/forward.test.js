import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Architecture } from '../../../static/js/network/architecture.js';
import { feedforward } from '../../../static/js/network/forward.js';
import { createGrid, feedforwardGrid, nodeCoordinate } from '../../../static/js/network/grid.js';
import { NETWORKS } from './fixtures.js';

/**
 * @param {ArrayLike<number>} actual
 * @param {ArrayLike<number>} expected
 * @param {number} tolerance   relative to values above 1, absolute below
 * @param {string} what
 */
function assertClose(actual, expected, tolerance, what) {
  assert.equal(actual.length, expected.length, what);
  for (let s = 0; s < expected.length; s++) {
    const allowed = tolerance * Math.max(1, Math.abs(expected[s]));
    const off = Math.abs(actual[s] - expected[s]);
    assert.ok(off <= allowed, `${what}[${s}]: ${actual[s]} is not ${expected[s]}`);
  }
}

for (const network of NETWORKS) {
  const architecture = new Architecture(network.experiment);
  const parameters = Float64Array.from(network.parameters);

  test(`${network.name}: one point agrees with NumPy to 1e-12`, () => {
    network.x1.forEach((x1, s) => {
      const pass = feedforward(architecture, parameters, x1, network.x2[s]);
      assert.equal(pass.activations[0], null);
      assert.equal(pass.pre_activations[1], null);
      for (let i = 1; i <= architecture.layers; i++) {
        const column = network.activations[i].map((row) => row[s]);
        assertClose(/** @type {Float64Array} */ (pass.activations[i]), column, 1e-12, `a^${i}`);
        if (i === 1) continue;
        const inputs = network.pre_activations[i].map((row) => row[s]);
        assertClose(/** @type {Float64Array} */ (pass.pre_activations[i]), inputs, 1e-12, `z^${i}`);
      }
    });
  });

  test(`${network.name}: the grid agrees with NumPy to 2e-6`, () => {
    const grid = createGrid(architecture, network.resolution);
    feedforwardGrid(architecture, parameters, grid);
    for (let i = 1; i <= architecture.layers; i++) {
      const values = /** @type {Float32Array} */ (grid.activations[i]);
      assertClose(values, network.activations[i].flat(), 2e-6, `a^${i}`);
    }
    assertClose(grid.pre_activations, network.pre_activations[architecture.layers].flat(), 2e-6, 'z^n');
  });
}

test('a grid larger than one block is filled to its last node', () => {
  const network = NETWORKS[0];
  const architecture = new Architecture(network.experiment);
  const grid = createGrid(architecture, 41);
  feedforwardGrid(architecture, network.parameters, grid);
  const corner = feedforward(architecture, network.parameters, 3, -3);
  const a = /** @type {Float32Array} */ (grid.activations[architecture.layers]);
  const expected = /** @type {Float64Array} */ (corner.activations[architecture.layers]);
  assertClose(expected.map((_, k) => a[(k + 1) * 41 * 41 - 1]), expected, 1e-6, 'the bottom right corner');
});

test('a grid that is filled in parts is the same grid', () => {
  const network = NETWORKS[0];
  const architecture = new Architecture(network.experiment);
  const [whole, inParts] = [createGrid(architecture, 41), createGrid(architecture, 41)];
  feedforwardGrid(architecture, network.parameters, whole);
  for (const [from, to] of [[0, 700], [700, 1400], [1400, 9999]]) {
    feedforwardGrid(architecture, network.parameters, inParts, from, to);
  }
  assert.deepEqual(inParts, whole);
});

test('the first node of a grid is the top left corner of the plane', () => {
  assert.equal(nodeCoordinate(0, 7), -3);
  assert.equal(nodeCoordinate(6, 7), 3);
});
