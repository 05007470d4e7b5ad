import assert from 'node:assert/strict';
import test from 'node:test';

import { questionBefore, verdictOn } from '../../../../static/js/trace/questions/index.js';
import { backward, subject } from './subject.js';

/** @param {Parameters<typeof subject>[0]} given @param {number} layer */
const asked = (given, layer) => {
  const question = questionBefore(subject(given), backward(layer));
  assert.ok(question);
  return question;
};

test('the neuron with the largest blame is asked for, whatever its sign', () => {
  const question = asked({}, 2);
  assert.deepEqual(question.options.map(({ label }) => label), ['Neuron 1', 'Neuron 2', 'Neuron 3']);
  assert.deepEqual(question.options.map(({ key }) => key), ['a:2:0', 'a:2:1', 'a:2:2']);
  assert.deepEqual(question.right, ['1']);
  assert.deepEqual(question.place, { layer: 2, neuron: 1, source: null });
});

test('the verdict says where the largest comes from, and which is next', () => {
  // 0.5·0.4 + 0.5·(−1.6) = −0.6 reaches it; times 0.75 that is −0.45.
  const question = asked({ deltas: [0.3, -0.45, 0.2], slopes: [1, 0.75, 1], outputs: [0.4, -1.6] }, 2);
  assert.deepEqual(verdictOn(question, '1'), {
    isRight: true,
    sentence: 'Right: neuron 2 of layer 2 has δ = −0.4500: −0.6000 reaches it, times its slope 0.7500. Next comes neuron 1 with δ = 0.3000.',
  });
});

test('a wrong answer hears the right one, and what its own neuron has', () => {
  const question = asked({ deltas: [0.3, -0.45, 0.2], slopes: [1, 0.75, 1], outputs: [0.4, -1.6] }, 2);
  const { isRight, sentence } = verdictOn(question, '2');
  assert.equal(isRight, false);
  assert.match(sentence, /^Not quite: neuron 2 of layer 2 has δ = −0\.4500: .* You said neuron 3, which has δ = 0\.2000\.$/);
});

test('at the output with cross-entropy it is output minus truth', () => {
  // Outputs 0.25 and 0.625 where the truth is 0 and 1.
  const question = asked({ outputs: [0.25, -0.375] }, 3);
  assert.deepEqual(question.right, ['1']);
  assert.deepEqual(question.options.map(({ label }) => label), ['Output 1, circle', 'Output 2, square']);
  assert.equal(question.because, 'output 2, square has δ = −0.3750: its output 0.6250 minus the truth 1.');
});

test('at the output with another cost its number stands alone', () => {
  assert.equal(asked({ experiment: { cost: 'squared_error' } }, 3).because, 'output 1, circle has δ = 0.4000.');
});

test('where two are blamed alike, both are right', () => {
  const question = asked({ deltas: [0.9, -0.9, 0.2] }, 2);
  assert.deepEqual(question.right, ['0', '1']);
  assert.equal(question.because,
    'neuron 1 of layer 2 (δ = 0.9000) and neuron 2 of layer 2 (δ = −0.9000) share the largest size.');
});

test('where all are blamed alike, or a number broke, nothing is asked', () => {
  assert.equal(questionBefore(subject({ outputs: [0.4, -0.4] }), backward(3)), null);
  assert.equal(questionBefore(subject({ deltas: [0, 0, 0] }), backward(2)), null);
  assert.equal(questionBefore(subject({ deltas: [0.1, NaN, 0] }), backward(2)), null);
  assert.equal(questionBefore(subject({ deltas: [0.1, Infinity, 0] }), backward(2)), null);
});

test('what differs looks different', () => {
  const question = asked({ deltas: [0.12345678, -0.12345611, 0.1] }, 2);
  assert.match(question.because, /δ = 0\.123457:/);
  assert.equal(question.runnerUp, 'Next comes neuron 2 with δ = −0.123456.');
});
