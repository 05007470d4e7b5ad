import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataSentence, networkSentence, runSentence } from '../../../../static/js/page/settings/recipe_phrases.js';
import { OPTIONS } from '../../options.js';

/** @type {import('../../../../static/js/types.js').Experiment} */
const experiment = {
  features: ['x1', 'x2'], hidden: [4, 3], task: 'classification', classes: 2,
  activation: 'tanh', output: 'softmax', cost: 'cross_entropy',
  optimizer: 'gradient_descent', learning_rate: 0.1, momentum: 0.9, decay: 0.999, l1: 0, l2: 0,
  batch_size: 10, shuffle: true, initializer: 'glorot', seed: 1,
  schedule: 'constant', warm_up: 0, schedule_steps: 500, schedule_factor: 0.5, least_share: 0.01, largest_norm: 0,
  until_step: 0, until_cost: 0, until_share: 0, until_patience: 0,
};
const sample = { dataset: 'arms3', count: 4, noise: 0.17, test_share: 0.25, seed: 1 };

/** @param {boolean[]} uses whether each is for testing */
const points = (...uses) => uses.map((isTest, id) => ({ id, x1: 0, x2: 0, target: 0, test: isTest }));

/** @param {import('../../../../static/js/page/settings/recipe_phrases.js').Sentence} sentence */
const read = (sentence) => (
  sentence.map((piece) => (typeof piece === 'string' ? piece : `[${piece.text}]`)).join('')
);

test('the data say where they come from, and else how many they are', () => {
  assert.equal(read(dataSentence([], null, null)), '[No points]');
  assert.equal(read(dataSentence(points(false), null, null)), '[1 point], [none for testing]');
  assert.equal(
    read(dataSentence(points(false, true, false, false), sample, { title: '3 arms', is_table: false })),
    '[3 arms], [noise 0.17], [25% for testing]',
  );
  assert.equal(read(dataSentence(points(false), sample, { title: 'XOR table', is_table: true })), '[XOR table], [none for testing]');
});

test('the network says its inputs, neurons, task and beginning', () => {
  assert.equal(
    read(networkSentence(experiment, OPTIONS)),
    '[2 inputs], [tanh] neurons, [2 classes] by [softmax], [Glorot start], [seed 1]',
  );
  assert.match(
    read(networkSentence({ ...experiment, task: 'regression', output: 'linear', features: ['x1'] }, OPTIONS)),
    /^\[1 input\], .*\[a real number\] by \[linear\]/,
  );
});

test('a network without hidden layers has no neurons of an activation', () => {
  assert.match(read(networkSentence({ ...experiment, hidden: [] }, OPTIONS)), /^\[2 inputs\], \[no hidden tanh neurons\], \[2 classes\]/);
});

test('the run says optimizer, rate, batches, cost and penalty', () => {
  assert.equal(
    read(runSentence(experiment, 100, 100, OPTIONS)),
    '[Gradient descent], rate [0.1], batches of [10], [cross-entropy], [no penalty] []',
  );
  assert.equal(
    read(runSentence({ ...experiment, optimizer: 'adam', l1: 0.001, l2: 0.01 }, 100, 100, OPTIONS)),
    '[Adam], rate [0.1], batches of [10], [cross-entropy], [L1 0.001 and L2 0.01] []',
  );
});

test('the run says how the rate goes, and that gradients are clipped, where they are', () => {
  const said = (/** @type {object} */ changes) => read(runSentence({ ...experiment, ...changes }, 100, 100, OPTIONS));
  assert.match(said({ schedule: 'cosine' }), /rate \[0.1, falling\],/);
  assert.match(said({ schedule: 'restarts', warm_up: 5 }), /rate \[0.1, falling again and again\],/);
  assert.match(said({ warm_up: 5 }), /rate \[0.1, after a warm-up\],/);
  assert.match(said({ largest_norm: 0.5, optimizer: 'adam' }), /^\[Adam clipped at 0.5\], rate \[0.1\],/);
});

test('the run says what it stops at, whichever comes first', () => {
  const said = (/** @type {object} */ changes) => read(runSentence({ ...experiment, ...changes }, 100, 100, OPTIONS));
  assert.match(said({ until_step: 2000 }), /, \[until step 2000\]$/);
  assert.match(said({ until_cost: 0.01, until_share: 1 }), /, \[until cost 0.01 or 100% of training points right\]$/);
  assert.match(said({ until_patience: 1 }), /, \[until no lower cost for 1 epoch\]$/);
});

test('a batch that holds all points is called so', () => {
  assert.match(read(runSentence(experiment, 10, 10, OPTIONS)), /rate \[0.1\], \[all points at once\]/);
  assert.match(read(runSentence(experiment, 10, 12, OPTIONS)), /\[all training points at once\]/);
  assert.match(read(runSentence(experiment, 0, 0, OPTIONS)), /batches of \[10\]/);
});
