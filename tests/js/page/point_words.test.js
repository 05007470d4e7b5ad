import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerText, pointTitle, pointWords } from '../../../static/js/page/point_words.js';

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
    pointWords(point, 'classification', [0.01, 0.05, 0.94]),
    'The network is right: it takes it for a triangle, with 94%.',
  );
});

test('where it is wrong, both shares are told', () => {
  assert.equal(
    pointWords({ ...point, test: true }, 'classification', [0.7, 0.05, 0.25]),
    'The network is wrong: it takes it for a circle, with 70%; the right class gets 25%. '
    + 'It is kept for testing: training never sees it.',
  );
});

test('in regression the two numbers stand side by side', () => {
  assert.equal(
    pointWords({ ...point, target: 0.8 }, 'regression', [0.534]),
    'The network says 0.53; the right answer is 0.80.',
  );
  assert.equal(answerText('regression', [0.534]), '0.53');
  assert.equal(answerText('classification', [0.01, 0.05, 0.94]), 'triangle, 94%');
});
