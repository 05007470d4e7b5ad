import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decodeFrame } from '../../../static/js/wire/frame.js';

/**
 * A frame with two parameters, byte by byte as docs/protocol.md lays it out, written down by Python's struct
 * module.
 */
const FRAME = [
  '43485231', '03000000', '07000000', '02000000',
  '0000000000809640', '0000000000004440',
  '000000000000d03f', '000000000000f87f', '000000000000e03f',
  '0000403f', '0000c07f', '00401c46', '10000000',
  '0000803f', '000020c0', '0000003e', '000000be',
].join('');

/** @param {string} hex */
const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16)).buffer;

/** @param {string} hex @param {RegExp} message */
function refused(hex, message) {
  assert.throws(() => decodeFrame(bytes(hex)), { name: 'RangeError', message });
}

test('every field of a frame is read from its place', () => {
  const frame = decodeFrame(bytes(FRAME));
  assert.deepEqual({ ...frame, parameters: [...frame.parameters], update: [...frame.update] }, {
    training: true,
    kept: true,
    revision: 7,
    step: 1440,
    epoch: 40,
    train_cost: 0.25,
    test_cost: NaN,
    batch_cost: 0.5,
    train_accuracy: 0.75,
    test_accuracy: NaN,
    measured_rate: 10000,
    batch_samples: 16,
    parameters: [1, -2.5],
    update: [0.125, -0.125],
  });
});

test('the flags are told apart', () => {
  const training = decodeFrame(bytes(FRAME.replace('03000000', '01000000')));
  assert.deepEqual([training.training, training.kept], [true, false]);
  const kept = decodeFrame(bytes(FRAME.replace('03000000', '02000000')));
  assert.deepEqual([kept.training, kept.kept], [false, true]);
});

test('what is no frame, or not a whole one, is refused and says why', () => {
  refused(FRAME.slice(0, 140), /72 bytes at least.* 70/);
  refused(`00${FRAME.slice(2)}`, /0x31524800/);
  refused(FRAME.slice(0, -8), /2 parameters has 88 bytes.* 84/);
  refused(`${FRAME}00000000`, /has 92/);
});
