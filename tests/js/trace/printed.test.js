import assert from 'node:assert/strict';
import test from 'node:test';

import { asPrinted, digitsApart, plainNumber, settle, texNumber, texSetting } from '../../../static/js/trace/printed.js';

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
  assert.equal(texNumber(12345.6), '12346');
  assert.equal(texNumber(Infinity), '\\infty');
});

test('what is not whole does not look whole', () => {
  assert.equal(texNumber(0.99999), '1.000');
  assert.equal(texNumber(-0.99999), '-1.000');
  assert.equal(plainNumber(1.00001e-9), '1.000e\u22129');
});

test('two numbers that differ are told apart', () => {
  assert.equal(digitsApart(0.5, 0.25), 4);
  assert.equal(plainNumber(0.50000001, digitsApart(0.5, 0.50000001)), '0.50000001');
  assert.equal(digitsApart(0.5, 0.5), 4);
});

test('where even all digits do not give the result, the sign is ≈', () => {
  assert.equal(settle([0.1, 0.2, -0.3], ([a, b, c]) => a + b + c, { result: 0 }).sign, '\\approx');
  assert.equal(settle([0.5, 0.25], ([a, b]) => a * b).sign, '=');
});

test('numbers in words', () => {
  assert.equal(plainNumber(-0.0123456), '\u22120.01235');
  assert.equal(plainNumber(1.25e-7), '1.250e\u22127');
});

test('a setting is printed with the digits that were typed', () => {
  assert.deepEqual([0.1, 0.03, 0.999, 1e-8, 2].map(texSetting), ['0.1', '0.03', '0.999', '1\\cdot10^{-8}', '2']);
});
