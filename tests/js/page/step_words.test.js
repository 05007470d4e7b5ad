import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Architecture } from '../../../static/js/network/architecture.js';
import { largestChange, stepWords } from '../../../static/js/page/step_words.js';

// 2-3-2: layer 2 is three rows (x1, x2, bias) of 3, layer 3 is four rows (3 neurons, bias) of 2.
const architecture = new Architecture({
  features: ['x1', 'x2'],
  hidden: [3],
  task: 'classification',
  classes: 2,
  activation: 'tanh',
  output: 'softmax',
});

/** @param {number} at @param {number} value */
function updateWith(at, value) {
  const update = new Float32Array(17).fill(0.001);
  update[at] = value;
  return update;
}

/** @param {Float32Array} update @returns {import('../../../static/js/types.js').Frame} */
const frameWith = (update) => ({
  training: false, kept: true, revision: 1, step: 7, epoch: 0,
  train_cost: 0.5, test_cost: NaN, batch_cost: 0.25,
  train_accuracy: 1, test_accuracy: NaN, measured_rate: 0, batch_samples: 10, parameters: update, update,
});

test('the largest change is found by its size, with its place in the network', () => {
  const places = [
    [4, { layer: 2, neuron: 1, source: 1 }],
    [8, { layer: 2, neuron: 2, source: null }],
    [9, { layer: 3, neuron: 0, source: 0 }],
    [16, { layer: 3, neuron: 1, source: null }],
  ];
  for (const [at, place] of places) {
    const change = largestChange(architecture, updateWith(Number(at), -0.5));
    assert.deepEqual(change, { ...Object(place), value: -0.5 });
  }
});

test('the words tell batch, cost, count and change', () => {
  const words = stepWords(frameWith(updateWith(4, -0.5)), architecture);
  assert.equal(
    words.before + words.after,
    'A batch of 10 points was shown. Their mean cost was 0.250. All 17 weights and biases took a small step; '
    + 'the largest change was in , by −0.5000.',
  );
});

test('one point has a cost of its own, and a small change keeps two digits that matter', () => {
  const one = { ...frameWith(new Float32Array(17)), batch_samples: 1 };
  assert.equal(
    stepWords(one, architecture).before,
    'A batch of 1 point was shown. Its cost was 0.250. All 17 weights and biases stayed as they were.',
  );
  const small = new Float32Array(17);
  small[0] = 0.0000126;
  assert.equal(stepWords(frameWith(small), architecture).after, ', by 0.000013.');
});
