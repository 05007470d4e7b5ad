import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Architecture } from '../../../../static/js/network/architecture.js';
import { appended, emptyHistory } from '../../../../static/js/state/history.js';
import { barsName, largestChange, stepWords } from '../../../../static/js/page/reading/step_words.js';

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

/** @param {Float32Array} update @returns {import('../../../../static/js/types.js').Frame} */
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
    assert.deepEqual(change, { ...Object(place), value: -0.5, rivals: 0 });
  }
});

/** @param {import('../../../../static/js/types.js').Frame} frame @param {{l1: number, l2: number}} [penalty]
 *  @param {import('../../../../static/js/state/history.js').History} [history] */
function told(frame, penalty = { l1: 0, l2: 0 }, history = emptyHistory()) {
  const { before, change, after } = stepWords(frame, architecture, /** @type {any} */ (penalty), history);
  return before.text + (change ? ' w' : '') + after.text;
}

test('the words tell batch, cost, count and change', () => {
  const shown = 'A batch of 10 points was shown. Their mean cost was 0.250 before the step';
  assert.equal(
    told(frameWith(updateWith(4, -0.5))),
    `${shown}. All 17 weights and biases moved; the largest change was in w, by −0.5000.`,
  );
  assert.match(told(frameWith(updateWith(4, -0.5)), { l1: 0, l2: 0.1 }), /cost was 0\.250 before the step, the penalty included\. All/);
  assert.match(told({ ...frameWith(updateWith(4, -0.5)), batch_samples: 1 }), /^A batch of 1 point was shown\. Its cost was 0\.250 before the step\. /);
});

test('a network that learns by heart is told so, in the place of its last batch', () => {
  let history = emptyHistory();
  for (let step = 0; step < 20; step++) history = appended(history, step, 1 - 0.04 * step, 0.5 + 0.02 * Math.abs(step - 4));
  const frame = { ...frameWith(updateWith(4, -0.5)), step: 20, train_cost: 0.2, test_cost: 0.82 };
  assert.equal(
    told(frame, undefined, history),
    'It overfits: since step 4 the training cost fell from 0.840 to 0.200, but the test cost rose from 0.500 to 0.820. '
      + 'All 17 weights and biases moved; the largest change was in w, by −0.5000.',
  );
});

test('only those that moved are said to have moved, however far', () => {
  const update = new Float32Array(17);
  assert.match(told(frameWith(update)), /None of the 17 weights and biases moved\.$/);
  update[3] = 5.8;
  assert.match(told(frameWith(update)), / 1 of 17 weights and biases moved: w, by 5\.8000\.$/);
  update[5] = -0.1;
  assert.match(told(frameWith(update)), / 2 of 17 weights and biases moved; the largest change was in w, by 5\.8000\.$/);
  update[9] = -5.8;
  assert.match(told(frameWith(update)), / 3 of 17 weights and biases moved; none moved further than w, which moved by 5\.8000\.$/);
});

test('a small change keeps digits that matter, one beyond float32 says so', () => {
  assert.match(told(frameWith(updateWith(0, 0.0126))), /by 0\.0126\.$/);
  const small = new Float32Array(17);
  small[0] = 0.0000126;
  assert.match(told(frameWith(small)), /by 1\.3·10⁻⁵\.$/);
  assert.match(told(frameWith(updateWith(0, -Infinity))), /by more than 3\.4·10³⁸, downwards\.$/);
});

test('after a change of settings the last update is not made up', () => {
  const frame = { ...frameWith(new Float32Array(17)), batch_samples: 0, batch_cost: NaN };
  assert.match(told(frame), /^What the last update did is not known here/);
});

test('the bars are named by the same step and change', () => {
  assert.equal(
    barsName(frameWith(updateWith(4, -0.5)), architecture).text,
    'Bars of step 7: 17 of 17 weights and biases moved, one by −0.5000, none further',
  );
});
