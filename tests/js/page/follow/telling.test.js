import assert from 'node:assert/strict';
import test from 'node:test';

import { Architecture } from '../../../../static/js/network/architecture.js';
import { distanceToBoundary, mostTelling } from '../../../../static/js/page/follow/telling.js';
import { sampleCost } from '../../../../static/js/network/sample_cost.js';
import { feedforward } from '../../../../static/js/network/forward.js';

/** @typedef {import('../../../../static/js/types.js').Experiment} Experiment */

/** No hidden layer: z1 = 3 x1, z2 = 0, so the boundary is x1 = 0. */
const PARAMETERS = [3, 0, 0, 0, 0, 0];
const EXPERIMENT = /** @type {Experiment} */ (/** @type {unknown} */ ({
  features: ['x1', 'x2'], hidden: [], task: 'classification', classes: 2, activation: 'tanh', output: 'softmax', cost: 'cross_entropy',
}));
const NETWORK = { architecture: new Architecture(EXPERIMENT), parameters: PARAMETERS };

/** @param {number} id @param {number} x1 @param {number} target */
const point = (id, x1, target, isTest = false) => ({ id, x1, x2: 0.5, target, test: isTest });

test('of the wrong training points it is the one nearest to the boundary', () => {
  const points = [point(1, -2, 0), point(2, -0.3, 0), point(3, 1, 1), point(4, -0.1, 0, true), point(5, 0.01, 0)];
  assert.equal(mostTelling(points, NETWORK, EXPERIMENT), 2);
});

test('where none is wrong it is the one that costs most', () => {
  assert.equal(mostTelling([point(1, 2, 0), point(2, 0.2, 0), point(3, -1, 1), point(4, -0.1, 1, true)], NETWORK, EXPERIMENT), 2);
});

test('in regression it is the one that costs most', () => {
  const experiment = { ...EXPERIMENT, task: /** @type {const} */ ('regression'), output: /** @type {const} */ ('linear'), cost: /** @type {const} */ ('squared_error') };
  const network = { architecture: new Architecture(experiment), parameters: [1, 0, 0] };
  assert.equal(mostTelling([point(1, 1, 1), point(2, 1, -0.5), point(3, 0, 1)], network, experiment), 2);
});

test('without a training point there is none', () => {
  assert.equal(mostTelling([point(1, 0, 0, true)], NETWORK, EXPERIMENT), null);
  assert.equal(mostTelling([point(1, 0, 0)], null, EXPERIMENT), null);
});

test('the distance is the one on the plane', () => {
  assert.ok(Math.abs(distanceToBoundary(NETWORK.architecture, PARAMETERS, point(1, -0.7, 0)) - 0.7) < 1e-8);
});

test('a sample costs what its definition says', () => {
  const pass = feedforward(NETWORK.architecture, PARAMETERS, 0.5, 0);
  const share = Math.exp(1.5) / (Math.exp(1.5) + 1);
  const near = (/** @type {number} */ value, /** @type {number} */ expected) => assert.ok(Math.abs(value - expected) < 1e-12, `${value} for ${expected}`);
  near(sampleCost(EXPERIMENT, pass, [1, 0]), -Math.log(share));
  near(sampleCost({ cost: 'squared_error', output: 'softmax' }, pass, [0, 1]), (share ** 2 + share ** 2) / 2);
  const far = { activations: [null, null, Float64Array.of(3)], pre_activations: [null, null, Float64Array.of(3)] };
  near(sampleCost({ cost: 'huber', output: 'linear' }, far, [0.5]), 2);
  near(sampleCost({ cost: 'huber', output: 'linear' }, far, [2.5]), 0.125);
  const sigmoid = { activations: [null, null, Float64Array.of(0.5, 0.5)], pre_activations: [null, null, Float64Array.of(0, 0)] };
  near(sampleCost({ cost: 'cross_entropy', output: 'sigmoid' }, sigmoid, [1, 0]), 2 * Math.LN2);
});
