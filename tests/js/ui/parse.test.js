import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseNumber, parsePercent, typedNumber, typedPercent } from '../../../static/js/ui/parse.js';

test('numbers are read as people type them', () => {
  const typed = { 0.03: ['0.03', '0,03', ' 3e-2 ', '.03', '+0.03', '3%'], '-2': ['−2', '-2', '-2.', '−2.0'] };
  for (const [value, texts] of Object.entries(typed)) {
    for (const text of texts) assert.equal(parseNumber(text), Number(value), text);
  }
});

test('what is no number is not taken for one', () => {
  for (const text of ['', 'abc', '1.2.3', '1e999', 'Infinity', 'NaN', '0x10', '--1', '%']) {
    assert.equal(parseNumber(text), null, text);
  }
});

test('per cent are read with their sign or without, and written with it', () => {
  for (const text of ['95', '95%', ' 95 % ', '95,0']) assert.equal(parsePercent(text), 0.95, text);
  assert.equal(parsePercent('much'), null);
  assert.deepEqual([0, 0.07, 0.955, 1].map(typedPercent), ['0%', '7%', '95.5%', '100%']);
});

test('a setting is written so that it reads back as the same number', () => {
  for (const value of [0.00001, 0.1, 10, -0.5, 1e-7, 0.30000000000000004]) {
    assert.equal(parseNumber(typedNumber(value)), value);
  }
});
