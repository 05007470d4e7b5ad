import assert from 'node:assert/strict';
import test from 'node:test';

import { decodeVector, encodeVector } from '../../../static/js/network/parameters.js';

test('vectors are base64 of little-endian float64', () => {
  // 1 is 3ff0000000000000 and -2.5 is c004000000000000; their bytes, least first, in base64:
  assert.equal(encodeVector([1, -2.5]), 'AAAAAAAA8D8AAAAAAAAEwA==');
  assert.deepEqual([...decodeVector('AAAAAAAA8D8AAAAAAAAEwA==')], [1, -2.5]);
});

test('what others wrote is read bit for bit', () => {
  const numbers = [1, -0.1, 1e-300, 5e-324, 2 ** 53 + 2];
  const bytes = Buffer.alloc(8 * numbers.length);
  numbers.forEach((number, index) => bytes.writeDoubleLE(number, 8 * index));
  assert.deepEqual([...decodeVector(bytes.toString('base64'))], numbers);
});

test('vectors come back bit for bit', () => {
  const values = Float64Array.of(Math.PI, -0, 5e-324, Number.MAX_VALUE, 0.1 + 0.2);
  const back = decodeVector(encodeVector(values));
  values.forEach((value, index) => assert.ok(Object.is(back[index], value)));
  assert.equal(decodeVector('').length, 0);
});

test('text that is no vector is refused', () => {
  assert.throws(() => decodeVector('not base64, surely'), RangeError);
  assert.throws(() => decodeVector('AAAA'), { name: 'RangeError', message: /3 bytes/ });
});
