import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { backpropagate, oneHot } from '../../../static/js/article/backpropagate.js';
import { blameByLayer } from '../../../static/js/article/deep_network.js';
import { Architecture } from '../../../static/js/network/architecture.js';
import { feedforward } from '../../../static/js/network/forward.js';
import { NETWORKS } from './networks.js';

/**
 * @typedef {Object} Case   a batch with PyTorch's gradient; rows of inputs and targets are neurons, columns samples
 * @property {number[]} sizes
 * @property {import('../../../static/js/types.js').ActivationName} activation
 * @property {string} output
 * @property {string} cost
 * @property {number} l1
 * @property {number} l2
 * @property {number[]} parameters
 * @property {number[][]} inputs
 * @property {number[][]} targets
 * @property {number[]} gradient
 */

/** @type {Case[]} */
const CASES = JSON.parse(readFileSync(new URL('../../fixtures/torch/gradients.json', import.meta.url), 'utf8'));
const OURS = CASES.filter(({ sizes, output, cost, l1, l2 }) =>
  sizes[0] === 2 && output === 'softmax' && cost === 'cross_entropy' && l1 === 0 && l2 === 0);

/** @param {number[]} sizes @param {import('../../../static/js/types.js').ActivationName} activation */
const architectureOf = (sizes, activation) => new Architecture({
  features: ['x1', 'x2'], hidden: sizes.slice(1, -1), task: 'classification', classes: sizes[sizes.length - 1], activation,
  output: 'softmax',
});

/** @param {number} actual @param {number} expected @param {number} tolerance relative, or absolute near 0 */
const near = (actual, expected, tolerance) =>
  assert.ok(Math.abs(actual - expected) <= tolerance * Math.max(1e-2, Math.abs(expected)), `${actual}, expected ${expected}`);

test('the gradient of a batch is the one that PyTorch finds', () => {
  assert.ok(OURS.length >= 3);
  for (const { sizes, activation, parameters, inputs, targets, gradient } of OURS) {
    const architecture = architectureOf(sizes, activation);
    const mean = gradient.map(() => 0);
    const samples = inputs[0].length;
    for (let s = 0; s < samples; s++) {
      const pass = feedforward(architecture, parameters, inputs[0][s], inputs[1][s]);
      const one = backpropagate(architecture, parameters, pass, targets.map((row) => row[s]));
      one.gradient.forEach((value, index) => { mean[index] += value / samples; });
    }
    mean.forEach((value, index) => near(value, gradient[index], 1e-11));
  }
});

test('a target is 1 at its class and 0 elsewhere', () => {
  assert.deepEqual(oneHot(1, 3), [0, 1, 0]);
});

test('the blame by layer is how the cost answers to a nudged bias', () => {
  const deep = { sizes: [2, 3, 3, 2], draws: [0.3, -0.8, 0.5, 0.9, -0.2, 0.7, -0.6, 0.1, 0.4, 0.8, -0.9, 0.2, 0.5, -0.3, 0.6, 0.9, -0.7, 0.2, 0.4, -0.5, 0.3] };
  const points = NETWORKS.article.points.slice(0, 3);
  const blame = blameByLayer(deep, 'tanh', 1.5, points);

  // The same weights, laid out by hand: a layer's block is its rows by source, then its biases.
  /** @type {number[]} */
  const parameters = [];
  let at = 0;
  for (const [sources, neurons] of [[2, 3], [3, 3], [3, 2]]) {
    const bound = 1.5 * Math.sqrt(6 / (sources + neurons));
    for (let weight = 0; weight < sources * neurons; weight++) parameters.push(bound * deep.draws[at++]);
    parameters.push(...Array(neurons).fill(0));
  }
  const architecture = architectureOf(deep.sizes, 'tanh');
  const cost = (/** @type {number[]} */ theta, /** @type {import('../../../static/js/types.js').Point} */ { x1, x2, target }) =>
    -Math.log(/** @type {Float64Array} */ (feedforward(architecture, theta, x1, x2).activations[4])[target]);
  const nudge = 1e-5;
  [2, 3, 4].forEach((layer, place) => {
    let sum = 0;
    for (let neuron = 0; neuron < deep.sizes[layer - 1]; neuron++) {
      const index = architecture.biasIndex(layer, neuron);
      for (const point of points) {
        const [up, down] = [nudge, -nudge].map((by) => cost(parameters.with(index, parameters[index] + by), point));
        sum += Math.abs(up - down) / (2 * nudge);
      }
    }
    near(blame[place], sum / (points.length * deep.sizes[layer - 1]), 1e-7);
  });
});
