import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byClass, neuronsOf, sumsByClass, targetOf } from '../../../static/js/network/outputs.js';
import { Architecture } from '../../../static/js/network/architecture.js';
import { answerText, pointWords } from '../../../static/js/page/points/point_words.js';

test('a single neuron answers for both classes, by what it says of the second', () => {
  assert.deepEqual(Array.from(byClass('one_sigmoid', [0.75])), [0.25, 0.75]);
  assert.deepEqual(Array.from(byClass('one_tanh', [-0.5])), [0.5, -0.5]);
  assert.deepEqual(Array.from(sumsByClass('one_tanh', [3])), [-3, 3]);
  assert.deepEqual(Array.from(byClass('softmax', [0.1, 0.9])), [0.1, 0.9]);
});

test('its targets are the levels of the classes, all others one-hot', () => {
  assert.deepEqual([0, 1].map((named) => targetOf('one_sigmoid', named, 2)), [[0], [1]]);
  assert.deepEqual([0, 1].map((named) => targetOf('one_tanh', named, 2)), [[-1], [1]]);
  assert.deepEqual(targetOf('sigmoid', 1, 3), [0, 1, 0]);
  assert.deepEqual([neuronsOf('one_tanh', 2), neuronsOf('softmax', 2)], [1, 2]);
});

test('it speaks for the second class, and each of several for its own', () => {
  const architectureOf = (/** @type {'one_sigmoid' | 'softmax'} */ output) => new Architecture(
    { features: ['x1', 'x2'], hidden: [3], task: 'classification', classes: 2, activation: 'tanh', output });
  assert.deepEqual([architectureOf('one_sigmoid').sizes, architectureOf('one_sigmoid').classOf(0)], [[2, 3, 1], 1]);
  assert.deepEqual([0, 1].map((neuron) => architectureOf('softmax').classOf(neuron)), [0, 1]);
});

test('what it makes of a point is told by the class that it leans to', () => {
  const point = { id: 1, x1: 0, x2: 0, target: 0, test: false };
  const share = /** @type {const} */ ({ task: 'classification', output: 'one_sigmoid' });
  const signed = /** @type {const} */ ({ task: 'classification', output: 'one_tanh' });
  assert.equal(pointWords(point, share, [0.25]).text, 'The network is right: it takes it for a circle, with 75%.');
  assert.equal(pointWords(point, share, [0.75]).text, 'The network is wrong: it takes it for a square, with 75%; the right class gets 25%.');
  assert.equal(pointWords(point, signed, [-0.5]).text, 'The network is right: it takes it for a circle, with −0.50.');
  assert.equal(pointWords(point, signed, [0.5]).text, 'The network is wrong: it takes it for a square, with 0.50.');
  assert.equal(pointWords(point, share, [0.5]).text, 'The network can’t decide: circle and square get 50% each. Of equals the first counts, circle, which is right.');
  assert.equal(answerText(signed, [-0.5]).text, 'circle, −0.50');
});
