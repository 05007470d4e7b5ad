import assert from 'node:assert/strict';
import test from 'node:test';

import { vectorFromWire } from '../../../static/js/wire/vectors.js';

test('base64 of little-endian float64 numbers, bit for bit', () => {
  const numbers = [1, -0.1, 1e-300, 5e-324, 2 ** 53 + 2];
  const bytes = Buffer.alloc(8 * numbers.length);
  numbers.forEach((number, index) => bytes.writeDoubleLE(number, 8 * index));
  assert.deepEqual([...vectorFromWire(bytes.toString('base64'))], numbers);
  assert.equal(vectorFromWire('').length, 0);
});
