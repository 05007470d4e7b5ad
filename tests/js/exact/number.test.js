import assert from 'node:assert/strict';
import test from 'node:test';

import { parseExact } from '../../../static/js/exact/number.js';

test('decimals keep their value and count what stands behind the point', () => {
  for (const [text, value, decimals] of /** @type {const} */ ([
    ['2', 2, 0], ['-0.25', -0.25, 2], ['\u22120.50', -0.5, 2], ['+.5', 0.5, 1], ['3.', 3, 0], [' 0,125 ', 0.125, 3],
    ['1e-3', 0.001, 3], ['1.25e-2', 0.0125, 4], ['1.5e1', 15, 0], ['12e2', 1200, -2],
  ])) {
    assert.deepEqual(parseExact(text), { value, decimals }, text);
  }
});

test('fractions divide, and round nothing', () => {
  for (const [text, value] of /** @type {const} */ ([
    ['1/3', 1 / 3], ['-3/4', -0.75], ['3/-4', -0.75], ['0.5 / 2', 0.25], ['6\u20444', 1.5], ['0/5', 0],
  ])) {
    assert.deepEqual(parseExact(text, { fraction: true }), { value, decimals: null }, text);
  }
});

test('a fraction line, a percent sign and spaces between digits are taken only where they are allowed', () => {
  for (const text of ['1/3', '6\u20444', '20%', '1 000']) assert.deepEqual(parseExact(text), { fault: 'not a number' }, text);
  assert.deepEqual(parseExact('12.5%', { percent: true }), { value: 0.125, decimals: 3 });
  assert.deepEqual(parseExact('50 % / 4', { percent: true, fraction: true }), { value: 0.125, decimals: null });
  assert.deepEqual(parseExact('1 000,5', { spaced: true }), { value: 1000.5, decimals: 1 });
});

test('what is wrong with a text has a name', () => {
  for (const [text, fault] of /** @type {const} */ ([
    ['', 'empty'], ['  ', 'empty'], ['1/0', 'zero below'], ['0/0', 'zero below'], ['1/0.00', 'zero below'],
    ['two', 'not a number'], ['1/2/3', 'not a number'], ['1/', 'not a number'], ['/2', 'not a number'], ['1.2.3', 'not a number'],
    ['0x10', 'not a number'], ['--1', 'not a number'], ['1e', 'not a number'],
    ['NaN', 'not a number'], ['Infinity', 'not finite'], ['-\u221e', 'not finite'], ['1e400', 'not finite'],
    ['1e300/1e-300', 'not finite'],
  ])) {
    assert.deepEqual(parseExact(text, { fraction: true }), { fault }, text);
  }
});

test('a limit holds for the value, whichever way it is written', () => {
  assert.deepEqual(parseExact('101', { largest: 100 }), { fault: 'too large' });
  assert.deepEqual(parseExact('-201/2', { fraction: true, largest: 100 }), { fault: 'too large' });
  assert.deepEqual(parseExact('1e2', { largest: 100 }), { value: 100, decimals: -2 });
});
