import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusalWords } from '../../../../static/js/page/reading/attempts.js';
import { RefusedError } from '../../../../static/js/wire/errors.js';

test('a refusal for the sake of a point that was undone meanwhile is no news', () => {
  const refusal = (/** @type {import('../../../../static/js/types.js').Refusal['code']} */ code) => new RefusedError({
    type: 'error', id: 1, code, field: 'point', given: 171, allowed: null, message: 'There is no point 171 any more.',
  });
  const point = { id: 171, x1: 0, x2: 0, target: 0, test: false };
  assert.equal(refusalWords(refusal('unknown_point'), { points: [] }), null);
  assert.equal(refusalWords(refusal('unknown_point'), { points: [point] }), 'There is no point 171 any more.');
  assert.equal(refusalWords(refusal('limit'), { points: [] }), 'There is no point 171 any more.');
});
