import assert from 'node:assert/strict';
import test from 'node:test';

import { NO_SCORE, readScore, scoreText, writeScore } from '../../../../static/js/page/follow/score.js';

test('a score comes back as it was kept', () => {
  assert.deepEqual(readScore(writeScore({ right: 3, asked: 4 })), { right: 3, asked: 4 });
});

test('whatever else stands there counts as nothing', () => {
  for (const kept of [null, '', '3', '5/4', '-1/2', '1.5/2', '1/2/3', 'NaN/NaN', '0/0']) assert.deepEqual(readScore(kept), NO_SCORE);
});

test('it is said in words', () => {
  assert.equal(scoreText({ right: 3, asked: 4 }), '3 of 4 right');
});
