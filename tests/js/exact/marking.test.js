import assert from 'node:assert/strict';
import test from 'node:test';

import { parseExact } from '../../../static/js/exact/fraction.js';
import { mark } from '../../../static/js/exact/marking.js';

/** tanh(1/2), as near as a float64 comes. */
const TRUTH = 0.46211715726000974;

/** @param {string} text @param {number} truth */
const marked = (text, truth) => mark(/** @type {import('../../../static/js/exact/fraction.js').Exact} */ (parseExact(text)), truth);

test('a decimal is right if it rounds the true value to its own digits', () => {
  for (const text of ['0.46', '0.462', '0.4621', '0.46212', '0.4621171573']) {
    assert.deepEqual(marked(text, TRUTH), { verdict: 'right' }, text);
  }
  assert.deepEqual(marked('12', 12.3), { verdict: 'right' });
  assert.deepEqual(marked('-0.75', -0.75), { verdict: 'right' });
  assert.deepEqual(marked('0.00042', 0.00042317), { verdict: 'right' });
});

test('a half may go either way', () => {
  assert.deepEqual(marked('0.12', 0.125), { verdict: 'right' });
  assert.deepEqual(marked('0.13', 0.125), { verdict: 'right' });
});

test('an exact value needs no more digits than it has', () => {
  for (const [text, truth] of /** @type {const} */ ([['1', 1], ['.5', 0.5], ['0', 0], ['-1', -1], ['0', 1e-14]])) {
    assert.deepEqual(marked(text, truth), { verdict: 'right' }, text);
  }
});

test('a rounding error is named by its decimal', () => {
  const off = (/** @type {number} */ decimal) => ({ verdict: 'close', reason: 'rounding', decimal });
  assert.deepEqual(marked('0.4622', TRUTH), off(4), 'rounded up');
  assert.deepEqual(marked('0.463', TRUTH), off(3));
  assert.deepEqual(marked('0.46300', TRUTH), off(3), 'right to two decimals only');
  assert.deepEqual(marked('0.377', 0.37731), { verdict: 'right' });
  assert.deepEqual(marked('0.37', 0.37731), off(2), 'cut off instead of rounded');
  assert.deepEqual(marked('123', 123.9), off(0));
});

test('one that was rounded to nothing is not right yet', () => {
  assert.deepEqual(marked('0', 0.3), { verdict: 'close', reason: 'digits' });
  assert.deepEqual(marked('0.5', TRUTH), { verdict: 'close', reason: 'digits' });
  assert.deepEqual(marked('0.00', 0.00042), { verdict: 'close', reason: 'digits' });
});

test('a fraction is right within a billionth, and close nearby', () => {
  assert.deepEqual(marked('1/3', 1 / 3), { verdict: 'right' });
  assert.deepEqual(marked('1/3', 1 / 3 + 9e-10), { verdict: 'right' });
  assert.deepEqual(marked('1/3', 1 / 3 + 2e-9), { verdict: 'close', reason: 'inexact' });
  assert.deepEqual(marked('6/13', TRUTH), { verdict: 'close', reason: 'inexact' });
  assert.deepEqual(marked('1/2', TRUTH), { verdict: 'wrong' });
});

test('the other sign is said to be that', () => {
  for (const text of ['-0.4621', '-0.4622', '-6/13']) {
    assert.deepEqual(marked(text, TRUTH), { verdict: 'close', reason: 'sign' }, text);
  }
  assert.deepEqual(marked('0.25', -0.25), { verdict: 'close', reason: 'sign' });
});

test('anything else is wrong', () => {
  for (const text of ['0.7', '0.4', '-0.7', '46.21', '2']) {
    assert.deepEqual(marked(text, TRUTH), { verdict: 'wrong' }, text);
  }
  assert.deepEqual(marked('0.1', 0), { verdict: 'wrong' });
});
