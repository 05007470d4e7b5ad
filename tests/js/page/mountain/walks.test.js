import assert from 'node:assert/strict';
import { test } from 'node:test';

import { encodeVector } from '../../../../static/js/network/parameters.js';
import { factorOf } from '../../../../static/js/page/mountain/next_step.js';
import { METHODS, STEPS, experimentOf, walkDown } from '../../../../static/js/page/mountain/walks.js';
import { chosenWords, walksWords } from '../../../../static/js/page/mountain/walk_words.js';
import { OPTIONS } from '../../options.js';

const EXPERIMENT = /** @type {any} */ ({
  features: ['x1', 'x2'], hidden: [], task: 'classification', classes: 2, activation: 'tanh', output: 'softmax', cost: 'cross_entropy',
  optimizer: 'momentum', learning_rate: 0.3, momentum: 0.5, decay: 0.99, l1: 0, l2: 0, batch_size: 10, shuffle: true, initializer: 'glorot', seed: 1,
});
const POINTS = [0, 1, 2].map((id) => ({ id, x1: id, x2: 1, target: id % 2, test: id === 2 }));
const FROM = Float64Array.of(1, 2, 3, 4, 5, 6);

/** A session whose every step takes 1 off each parameter, and which breaks after some. @param {number} most */
function sessionFor(most) {
  /** @type {any[]} */
  const stood = [];
  let step = 0;
  const standing = () => ({ progress: /** @type {any} */ ({ step, parameters: encodeVector(FROM.map((value) => value - step)) }), cost: 10 - step / 100 });
  return {
    stood,
    async stand(/** @type {any} */ checkpoint) {
      stood.push(checkpoint);
      step = 0;
      return standing();
    },
    async walk(/** @type {number} */ updates) {
      step += updates;
      return step > most ? null : standing();
    },
  };
}

test('each method walks from the place with the run’s own rate, over all training points at once, and remembers nothing', async () => {
  const session = sessionFor(Infinity);
  const walks = await walkDown({ experiment: EXPERIMENT, points: POINTS, options: OPTIONS }, FROM, session, () => {});
  assert.deepEqual(walks.map(({ method }) => method.name), METHODS.map(({ name }) => name));
  for (const { experiment, progress } of session.stood) {
    assert.deepEqual([experiment.learning_rate, experiment.batch_size, experiment.shuffle], [0.3, 2, false]);
    assert.deepEqual([progress.step, progress.parameters], [0, encodeVector(FROM)]);
  }
  assert.deepEqual(Object.keys(session.stood[2].progress.optimizer).sort(), ['mean', 'squares', 'updates']);
  assert.equal(experimentOf(EXPERIMENT, 'momentum', 2).momentum, 0.5, 'the run’s own, where it has one');
  assert.equal(experimentOf(EXPERIMENT, 'adam', 2).momentum, 0.9);
  for (const { stops, diverged } of walks) {
    assert.equal(diverged, false);
    assert.deepEqual(stops.slice(0, 22).map(({ step }) => step), [...Array(21).keys(), 24]);
    const { step, cost, parameters } = stops[stops.length - 1];
    assert.deepEqual([step, cost, Array.from(parameters)], [STEPS, 9, [...FROM].map((value) => value - STEPS)]);
  }
  assert.equal(walksWords(walks).text, `${STEPS} steps over all training points at once, from 10.000, in all directions: drawn is what the slice shows of them.`);
});

test('a way that breaks ends at its last finite place, and the others are walked all the same', async () => {
  /** @type {number[]} */
  const told = [];
  const walks = await walkDown({ experiment: EXPERIMENT, points: POINTS, options: OPTIONS }, FROM, sessionFor(7), (found) => told.push(found.length));
  assert.deepEqual(told, [1, 2, 3]);
  assert.deepEqual(walks.map(({ diverged, stops }) => [diverged, stops.at(-1)?.step]), Array(3).fill([true, 7]));
});

test('a step that could not be seen is drawn longer, and one that is far too short not at all', () => {
  assert.equal(factorOf([0, 0], [1, 0], 2), 1);
  assert.equal(factorOf([0, 0], [0.01, 0], 2), 25);
  assert.equal(factorOf([0, 0], [1e-6, 0], 2), null);
  assert.equal(factorOf([0, 0], [0, 0], 2), null);
});

test('a place that was chosen is told with its cost', () => {
  assert.match(chosenWords(null).text, /^Click a place/);
  assert.equal(chosenWords({ u: 1, v: -2, cost: 0.5 }).text, 'At (1.00, −2.00) the cost is 0.500.');
  assert.equal(chosenWords({ u: 1, v: -2, cost: Infinity }).text, 'At (1.00, −2.00) the cost overflows.');
});
