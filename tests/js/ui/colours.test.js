import assert from 'node:assert/strict';
import { test } from 'node:test';

import { mixColours, parseColour } from '../../../static/js/ui/colours.js';

test('hex and rgb() are read as three numbers', () => {
  assert.deepEqual(parseColour('#1C60A8'), [28, 96, 168]);
  assert.deepEqual(parseColour(' #fff '), [255, 255, 255]);
  assert.deepEqual(parseColour('rgb(27 32 38 / .5)'), [27, 32, 38]);
  assert.deepEqual(parseColour('rgb(1, 2, 3)'), [1, 2, 3]);
});

test('what is no colour is refused by name', () => {
  assert.throws(() => parseColour('#12345'), /"#12345"/);
  assert.throws(() => parseColour(''), RangeError);
});

test('a mixture lies between its ends', () => {
  assert.equal(mixColours('#000000', '#ffffff', 0.5), 'rgb(128 128 128)');
  assert.equal(mixColours('#FCFBF8', '#2F4858', 0), 'rgb(252 251 248)');
  assert.equal(mixColours('#FCFBF8', '#2F4858', 1), 'rgb(47 72 88)');
});
