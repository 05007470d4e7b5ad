import assert from 'node:assert/strict';
import test from 'node:test';

import { asPrinted, plainNumber, settle, texNumber, texSetting } from '../../../static/js/trace/printed.js';

test('factors get the digits that reproduce the printed result, and no more than that', () => {
  const factors = [1.23456789, 9.87654321, -12.1];
  const product = (/** @type {number[]} */ [a, b, c]) => a * b + c;
  const { digits, result } = settle(factors, product);
  assert.equal(result, product(factors));
  const reproduced = product(factors.map((factor) => asPrinted(factor, digits)));
  assert.equal(reproduced.toPrecision(4), result.toPrecision(4));
  const fewer = product(factors.map((factor) => asPrinted(factor, digits - 1)));
  assert.notEqual(fewer.toPrecision(4), result.toPrecision(4));
});

test('a sum in which nearly all cancels shows as many digits as that takes', () => {
  const { digits } = settle([0.123456789012, -0.123456780001], ([a, b]) => a + b);
  assert.ok(digits >= 11);
});

test('numbers in TeX: true minus, powers of ten where they help, whole numbers without a point', () => {
  assert.equal(texNumber(-0.25), '-0.2500');
  assert.equal(texNumber(-0.25, 4, { bracket: true }), '(-0.2500)');
  assert.equal(texNumber(1), '1');
  assert.equal(texNumber(0), '0');
  assert.equal(texNumber(-0), '0');
  assert.equal(texNumber(1.5e-9), '1.500\\cdot10^{-9}');
  assert.equal(texNumber(12345), '12350');
  assert.equal(texNumber(Infinity), '\\infty');
});

test('numbers in words', () => {
  assert.equal(plainNumber(-0.0123456), '\u22120.01235');
  assert.equal(plainNumber(1.25e-7), '1.250e\u22127');
});

test('a setting is printed with the digits that were typed', () => {
  assert.deepEqual([0.1, 0.03, 0.999, 1e-8, 2].map(texSetting), ['0.1', '0.03', '0.999', '1\\cdot10^{-8}', '2']);
});
