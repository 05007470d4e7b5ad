import assert from 'node:assert/strict';
import { test } from 'node:test';

import { correction, generate } from 'lean-qr';

import { codeWords, LONGEST_LINK, MOST_IN_CODE, pointsWords, sendWords, shorterWords, whatIsSent } from '../../../../static/js/page/share/words.js';

const FILE = new File(['{}'], 'spiral.chainrule.json');
const [can, cannot] = [() => true, () => false];

test('another program is handed the link, or the file where no link does; never the bare address', () => {
  const long = 'x'.repeat(LONGEST_LINK + 1);
  assert.deepEqual(whatIsSent('https://a.example/#x1=abc', FILE, 'Spiral', can), { title: 'Spiral', url: 'https://a.example/#x1=abc' });
  assert.deepEqual(whatIsSent(long, FILE, 'Spiral', can), { files: [FILE] });
  assert.deepEqual(whatIsSent(long, FILE, 'Spiral', cannot), { title: 'Spiral', url: long });
  assert.deepEqual(whatIsSent('', FILE, 'Spiral', can), { files: [FILE] });
  assert.equal(whatIsSent('', FILE, 'Spiral', cannot), null);
  assert.equal(sendWords('file', '31 kB', true), 'Send the file, 31 kB');
});

test('what is left out is said by numbers', () => {
  assert.deepEqual([pointsWords(1840, 1840), pointsWords(200, 1840), pointsWords(0, 1840)],
    ['1840 points', '200 of 1840 points', 'without 1840 points']);
  assert.deepEqual(shorterWords(200, 1330), ['Copy a link with 200 of them', 'drawn evenly from all, 1330 characters']);
  assert.deepEqual(shorterWords(0, 264), ['Copy a link without the points', 'the network and the settings, 264 characters']);
});

test('a link has a code as long as a code can hold it; beyond that both numbers are said', () => {
  const [minCorrectionLevel, maxCorrectionLevel] = [correction.L, correction.L];
  const coded = (/** @type {number} */ length) => generate('a'.repeat(length), { minCorrectionLevel, maxCorrectionLevel }).size;
  assert.equal(coded(MOST_IN_CODE), 177);
  assert.throws(() => coded(MOST_IN_CODE + 1));
  assert.deepEqual(codeWords(MOST_IN_CODE, 'Spiral'), {
    isLong: false, line: 'Point a phone at it, and “Spiral” is there.', more: 'Esc brings the plane back.', instead: '',
  });
  const { isLong, instead } = codeWords(4210, 'Spiral');
  assert.equal(isLong, true);
  assert.equal(instead, 'This link has 4210 characters, and a QR code holds 2953 at most. Leave something out, or send the file.');
});
