/** @file Reads a binary frame, laid out as docs/protocol.md says. */

import { HEADER_BYTES, KEPT, MAGIC, TRAINING, readHeader } from './frame_header.js';

/** @typedef {import('../types.js').Frame} Frame */

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
  const { magic, flags, count, ...numbers } = readHeader(view);
  if (magic !== MAGIC) {
    throw new RangeError(`A frame begins with ${hex(MAGIC)}; this one with ${hex(magic)}.`);
  }
  const expected = HEADER_BYTES + 2 * count * Float32Array.BYTES_PER_ELEMENT;
  if (buffer.byteLength !== expected) {
    throw new RangeError(
      `A frame of ${count} parameters has ${expected} bytes; this one has ${buffer.byteLength}.`);
  }
  return {
    training: (flags & TRAINING) !== 0,
    kept: (flags & KEPT) !== 0,
    ...numbers,
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
