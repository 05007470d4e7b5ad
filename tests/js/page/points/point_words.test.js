import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerText, pointTitle, pointWords } from '../../../../static/js/page/points/point_words.js';

const shares = /** @type {const} */ ({ task: 'classification', output: 'softmax' });
const heights = /** @type {const} */ ({ task: 'regression', output: 'linear' });
const point = { id: 1, x1: 0.63, x2: -1.944, target: 2, test: false };

test('a point is named by its class, its use and its place', () => {
  assert.equal(pointTitle(point, 'classification'), 'A triangle at 0.63, −1.94');
  const kept = pointTitle({ ...point, test: true }, 'classification');
  assert.equal(kept, 'A triangle kept for testing, at 0.63, −1.94');
  const height = pointTitle({ ...point, target: -0.5 }, 'regression');
  assert.equal(height, 'A point of height −0.50 at 0.63, −1.94');
});

test('the network is right where the true class gets most', () => {
  assert.equal(
    pointWords(point, shares, [0.01, 0.05, 0.94]).text,
    'The network is right: it takes it for a triangle, with 94%.',
  );
});

test('where it is wrong, both shares are told', () => {
  assert.equal(
    pointWords({ ...point, test: true }, shares, [0.7, 0.05, 0.25]).text,
    'The network is wrong: it takes it for a circle, with 70%; the right class gets 25%. '
    + 'It is kept for testing: training never sees it.',
  );
});

test('in regression the two numbers stand side by side', () => {
  assert.equal(
    pointWords({ ...point, target: 0.8 }, heights, [0.534]).text,
    'The network says 0.53; the right answer is 0.80.',
  );
  assert.equal(answerText(heights, [0.534]).text, '0.53');
  assert.equal(answerText(shares, [0.01, 0.05, 0.94]).text, 'triangle, 94%');
});

test('where several classes get the same, none is what the network takes it for', () => {
  assert.equal(
    pointWords({ ...point, target: 1 }, shares, [0.5, 0.5]).text,
    'The network can’t decide: circle and square get 50% each. Of equals the first counts, circle, which is wrong.',
  );
});

test('a class that gets less never reads as if it got as much', () => {
  assert.equal(
    pointWords({ ...point, target: 0 }, shares, [0.4999, 0.5001]).text,
    'The network is wrong: it takes it for a square, with 50%; the right class gets less.',
  );
});

test('what is too large for a number, and a class without an output, are said', () => {
  assert.match(pointWords(point, shares, [NaN, NaN, NaN]).text, /too large for a number/);
  assert.match(pointWords(point, shares, [0.9, 0.1]).text, /no output for its class yet/);
});
