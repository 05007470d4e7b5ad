/** @file Reads a binary frame, laid out as docs/protocol.md says. */

/** @typedef {import('../types.js').Frame} Frame */

const MAGIC = 0x31524843;
const HEADER_BYTES = 72;
const TRAINING = 1;
const KEPT = 2;

/**
 * @param {ArrayBuffer} buffer
 * @returns {Frame}
 * @throws {RangeError} when it is not a frame, or not a whole one
 */
export function decodeFrame(buffer) {
  if (buffer.byteLength < HEADER_BYTES) {
    throw new RangeError(`A frame has ${HEADER_BYTES} bytes at least; this one has ${buffer.byteLength}.`);
  }
  const view = new DataView(buffer);
  const magic = view.getUint32(0, true);
  if (magic !== MAGIC) {
    throw new RangeError(`A frame begins with ${hex(MAGIC)}; this one with ${hex(magic)}.`);
  }
  const flags = view.getUint32(4, true);
  const count = view.getUint32(12, true);
  const expected = HEADER_BYTES + 2 * count * Float32Array.BYTES_PER_ELEMENT;
  if (buffer.byteLength !== expected) {
    throw new RangeError(
      `A frame of ${count} parameters has ${expected} bytes; this one has ${buffer.byteLength}.`);
  }
  return {
    training: (flags & TRAINING) !== 0,
    kept: (flags & KEPT) !== 0,
    revision: view.getUint32(8, true),
    step: view.getFloat64(16, true),
    epoch: view.getFloat64(24, true),
    train_cost: view.getFloat64(32, true),
    test_cost: view.getFloat64(40, true),
    batch_cost: view.getFloat64(48, true),
    train_accuracy: view.getFloat32(56, true),
    test_accuracy: view.getFloat32(60, true),
    measured_rate: view.getFloat32(64, true),
    batch_samples: view.getUint32(68, true),
    parameters: floats(view, HEADER_BYTES, count),
    update: floats(view, HEADER_BYTES + count * Float32Array.BYTES_PER_ELEMENT, count),
  };
}

/**
 * @param {DataView} view
 * @param {number} offset
 * @param {number} count
 */
function floats(view, offset, count) {
  const values = new Float32Array(count);
  for (let index = 0; index < count; index++) {
    values[index] = view.getFloat32(offset + index * Float32Array.BYTES_PER_ELEMENT, true);
  }
  return values;
}

/** @param {number} word */
const hex = (word) => `0x${word.toString(16).padStart(8, '0')}`;
