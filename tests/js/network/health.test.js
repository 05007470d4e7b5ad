import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Architecture } from '../../../static/js/network/architecture.js';
import { feedforward } from '../../../static/js/network/forward.js';
import { ailmentsOf, healthOf, MOST_POINTS } from '../../../static/js/network/health.js';
import { sampleCost } from '../../../static/js/network/sample_cost.js';
import { EXPERIMENT } from '../state/scene.js';
import { numbersFrom } from '../trace/textbook.js';

/** @typedef {import('../../../static/js/types.js').Experiment} Experiment */

/** @type {[Experiment['task'], Experiment['output'], Experiment['cost']][]} */
const ENDS = [
  ['classification', 'softmax', 'cross_entropy'], ['classification', 'softmax', 'squared_error'], ['classification', 'sigmoid', 'cross_entropy'],
  ['classification', 'sigmoid', 'huber'], ['classification', 'tanh', 'squared_error'], ['regression', 'linear', 'squared_error'],
  ['regression', 'linear', 'huber'], ['regression', 'tanh', 'huber'],
  ['classification', 'one_sigmoid', 'cross_entropy'], ['classification', 'one_sigmoid', 'squared_error'], ['classification', 'one_tanh', 'squared_error'],
];

/** @param {Partial<Experiment>} changes @param {number} seed @param {number} [count] */
function drawn(changes, seed, count = 7) {
  const random = numbersFrom(seed);
  const experiment = { ...EXPERIMENT, hidden: [3, 4], classes: changes.output?.startsWith('one_') ? 2 : 3, ...changes };
  const architecture = new Architecture(experiment);
  const parameters = Float64Array.from({ length: architecture.parameterCount }, () => 2 * random() - 1);
  const points = Array.from({ length: count }, (_, id) => ({
    id, x1: 4 * random() - 2, x2: 4 * random() - 2, test: id % 5 === 4,
    target: experiment.task === 'regression' ? 3 * random() - 1.5 : Math.floor(random() * experiment.classes),
  }));
  return { experiment, architecture, parameters, points };
}

for (const [task, output, cost] of ENDS) {
  test(`blame is what the cost changes by a bias: ${task}, ${output}, ${cost}`, () => {
    const { experiment, architecture, parameters, points } = drawn({ task, output, cost }, output.length + cost.length);
    const health = healthOf(architecture, experiment, parameters, null, points);
    const training = points.filter((point) => !point.test);
    const costOf = (/** @type {Float64Array} */ theta, /** @type {typeof points[0]} */ { x1, x2, target }) => sampleCost(
      experiment, feedforward(architecture, theta, x1, x2),
      task === 'regression' ? [target] : output === 'one_tanh' ? [2 * target - 1] : output === 'one_sigmoid' ? [target]
        : [0, 1, 2].map((k) => Number(k === target)));
    for (const { layer, size, blame, moved } of health?.layers ?? []) {
      let sum = 0;
      for (const point of training) {
        for (let k = 0; k < size; k++) {
          const [up, down] = [1e-5, -1e-5].map((nudge) => {
            const theta = Float64Array.from(parameters);
            theta[architecture.biasIndex(layer, k)] += nudge;
            return costOf(theta, point);
          });
          sum += Math.abs(up - down) / 2e-5;
        }
      }
      const mean = sum / (size * training.length);
      assert.ok(Math.abs(blame - mean) <= 1e-6 * Math.max(1e-3, mean), `layer ${layer}: ${blame}, by nudging ${mean}`);
      assert.equal(moved, null);
    }
    assert.deepEqual(health?.layers.map(({ layer }) => layer), [2, 3, 4]);
  });
}

test('the last step is measured against the weights and biases of its layer', () => {
  const { experiment, architecture, parameters, points } = drawn({}, 5);
  const update = parameters.map((value, at) => (at < architecture.offsets[3] ? 0.01 * value : 0.5 * value));
  const moved = healthOf(architecture, experiment, parameters, update, points)?.layers.map((layer) => Number(layer.moved).toFixed(12));
  assert.deepEqual(moved, ['0.010000000000', '0.500000000000', '0.500000000000']);
});

test('a ReLU neuron that answers no training point is dead, whatever it answers a test point', () => {
  const { experiment, architecture, parameters, points } = drawn({ activation: 'relu' }, 9);
  for (const k of [0, 2]) parameters[architecture.biasIndex(3, k)] = -99;
  for (let j = 0; j < 2; j++) parameters[architecture.weightIndex(2, 1, j)] = 0;
  parameters[architecture.biasIndex(2, 1)] = 0.5;
  const health = healthOf(architecture, experiment, parameters, null, points);
  assert.ok(health);
  assert.ok(health.layers[1].dead.includes(0) && health.layers[1].dead.includes(2));
  assert.ok(!health.layers[0].dead.includes(1));
  assert.deepEqual(health.layers[2].dead, [], 'an output answers always');
  const found = ailmentsOf(health).find(({ layer }) => layer === 3);
  assert.deepEqual([found?.kind, found?.neurons], ['dead', health.layers[1].dead]);
  const leaky = healthOf(new Architecture({ ...experiment, activation: 'leaky_relu' }), { ...experiment, activation: 'leaky_relu' }, parameters, null, points);
  assert.deepEqual(leaky?.layers[1].dead, []);
});

test('half of a layer that is flat for nine points in ten is saturated, less is not', () => {
  const { experiment, architecture, parameters, points } = drawn({ activation: 'tanh' }, 11);
  parameters[architecture.biasIndex(3, 1)] = 40;
  const one = healthOf(architecture, experiment, parameters, null, points);
  assert.deepEqual(one?.layers[1].saturated, [1]);
  assert.deepEqual(one && ailmentsOf(one), []);
  parameters[architecture.biasIndex(3, 2)] = -40;
  const two = healthOf(architecture, experiment, parameters, null, points);
  assert.deepEqual(two && ailmentsOf(two), [{ layer: 3, kind: 'saturated', neurons: [1, 2] }]);
});

test('blame of which less than a hundredth comes back vanishes', () => {
  const { experiment, architecture, parameters, points } = drawn({ activation: 'sigmoid', hidden: [3, 3, 3, 3] }, 13);
  const health = healthOf(architecture, experiment, parameters.map((value) => value / 4), null, points);
  assert.ok(health);
  const found = ailmentsOf(health).filter(({ kind }) => kind === 'vanishing');
  assert.ok(found.length > 0);
  for (const { layer } of found) assert.ok(health.layers[layer - 2].blame < health.layers[4].blame / 100);
});

test('of many points a sample is looked at, evenly spread, and it says of how many', () => {
  const { experiment, architecture, parameters, points } = drawn({}, 3, 5000);
  const health = healthOf(architecture, experiment, parameters, null, points);
  assert.equal(health?.points, 4000);
  assert.ok(health && health.looked <= MOST_POINTS && health.looked > MOST_POINTS / 2);
});

test('without a training point, or where a number overflows, nothing is said', () => {
  const { experiment, architecture, parameters, points } = drawn({ activation: 'linear', task: 'regression', output: 'linear', cost: 'squared_error' }, 4);
  assert.equal(healthOf(architecture, experiment, parameters, null, points.map((point) => ({ ...point, test: true }))), null);
  assert.equal(healthOf(architecture, experiment, parameters.map((value) => value * 1e160), null, points), null);
});
