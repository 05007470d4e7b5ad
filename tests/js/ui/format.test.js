import assert from 'node:assert/strict';
import { test } from 'node:test';

import { formatCount, formatNumber, formatPercent, formatScientific } from '../../../static/js/ui/format.js';

/** @param {(...args: any[]) => string} format @param {[number[], string][]} rows */
const table = (format, rows) => {
  for (const [args, text] of rows) assert.equal(format(...args), text, String(args));
};

test('a number has a true minus and the decimals asked for', () => {
  table(formatNumber, [
    [[0.5], '0.50'], [[-1.5139, 4], '\u22121.5139'], [[-2, 0], '\u22122'], [[0], '0.00'],
    [[0, 0], '0'], [[2.845, 3], '2.845'],
  ]);
});

test('a number that only rounds to zero does not read as zero', () => {
  table(formatNumber, [
    [[0.004], '\u22480'], [[-0.0049], '\u22480'], [[0.0004, 3], '\u22480'], [[0.006], '0.01'], [[-0], '0.00'],
  ]);
});

test('large numbers give up decimals, then turn to powers of ten', () => {
  table(formatNumber, [
    [[999.94], '999.94'], [[1234.56], '1234.6'], [[-12345.6], '\u221212346'], [[123456], '1.2\u00b710\u2075'],
    [[-1e300], '\u22121.0\u00b710\u00b3\u2070\u2070'],
  ]);
});

test('what is not finite says so', () => {
  table(formatNumber, [[[NaN], 'NaN'], [[Infinity], '\u221e'], [[-Infinity], '\u2212\u221e']]);
  assert.equal(formatPercent(NaN), 'NaN');
  assert.equal(formatCount(NaN), 'NaN');
});

test('a power of ten has its exponent raised, a negative one too', () => {
  table(formatScientific, [
    [[0.00012], '1.2\u00b710\u207b\u2074'], [[1e-10, 0], '1\u00b710\u207b\u00b9\u2070'], [[0], '0'],
  ]);
});

test('counts have their thousands apart from five digits on', () => {
  table(formatCount, [
    [[9999], '9999'], [[12345], '12\u2009345'], [[1234567], '1\u2009234\u2009567'],
    [[-12345], '\u221212\u2009345'],
  ]);
});

test('a share is rounded to per cent but not to a perfection or a nothing that it is not', () => {
  table(formatPercent, [[[0.984], '98%'], [[0.996], '99%'], [[1], '100%'], [[0.001], '1%'], [[0], '0%']]);
});
