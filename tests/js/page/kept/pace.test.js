import assert from 'node:assert/strict';
import { test } from 'node:test';

import { expectedAfter, pauseFor } from '../../../../static/js/page/kept/pace.js';

test('a writing has ended within a second of the begin of the one before, unless storage is slower than any pace makes good', () => {
  for (const took of [0, 5, 40, 300, 550]) assert.ok(pauseFor(took) + took < 1000, `${took} ms`);
  for (const took of [0, 40, 900, 5000]) assert.ok(pauseFor(took) >= 250, 'and the page is not always writing');
});

test('what was slow once is expected for a while, and forgotten', () => {
  let expected = expectedAfter(10, 400);
  assert.equal(expected, 400);
  for (let writing = 0; writing < 20; writing += 1) expected = expectedAfter(expected, 10);
  assert.equal(expected, 10);
});
