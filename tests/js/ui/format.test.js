import assert from 'node:assert/strict';
import { test } from 'node:test';

import { formatCost, formatCount, formatNumber, formatPercent, formatScientific } from '../../../static/js/ui/format.js';

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

test('a small number has the digits that say how small it is', () => {
  table(formatNumber, [
    [[0.0037], '0.0037'], [[-0.0049], '\u22120.005'], [[0.006], '0.006'], [[0.052], '0.05'], [[0.0149], '0.015'],
    [[0.0004, 3], '4.0\u00b710\u207b\u2074'], [[0.0005, 4], '0.0005'], [[0.00004321, 3], '4.3\u00b710\u207b\u2075'],
    [[-5e-324], '\u22124.9\u00b710\u207b\u00b3\u00b2\u2074'], [[-0], '0.00'], [[-0, 3], '0.000'],
  ]);
});

test('a cost has the same digits everywhere', () => {
  table(formatCost, [[[0.0654], '0.065'], [[0], '0.000'], [[0.0012], '0.0012'], [[0.00004321], '4.3\u00b710\u207b\u2075']]);
});

test('large numbers give up decimals, then turn to powers of ten', () => {
  table(formatNumber, [
    [[999.94], '999.94'], [[1234.56], '1234.6'], [[-12345.6], '\u221212346'], [[123456], '1.2\u00b710\u2075'],
    [[-1e300], '\u22121.0\u00b710\u00b3\u2070\u2070'],
  ]);
});

test('what is not finite says so, and what is no number has none', () => {
  table(formatNumber, [[[NaN], '\u2013'], [[Infinity], '\u221e'], [[-Infinity], '\u2212\u221e']]);
  assert.equal(formatPercent(NaN), '\u2013');
  assert.equal(formatCount(NaN), '\u2013');
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
  table(formatPercent, [
    [[0.984], '98%'], [[0.996], '99.6%'], [[0.99977], '99.98%'], [[0.99996], '>99.99%'], [[1], '100%'], [[1 + 2e-16], '100%'],
    [[0.001], '0.1%'], [[0.0005], '0.05%'], [[0.00001], '<0.01%'], [[0], '0%'],
  ]);
});
