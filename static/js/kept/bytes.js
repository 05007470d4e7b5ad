/** @file Numbers and texts one after the other in bytes, as short as they can be said without losing a bit. */

import { CUT_OFF, FaultError } from './faults.js';

const FLOAT = 8;
/** A count of seven bits a byte is at most 2^53 − 1. */
const MOST_DIGITS = 8;

export function createWriter() {
  /** @type {number[]} */
  const bytes = [];
  return {
    /** @param {number} value a byte */
    byte(value) {
      bytes.push(value);
    },
    /** @param {number} value a whole number from 0 to 2^53 − 1 */
    count(value) {
      let rest = value;
      while (rest >= 128) {
        bytes.push((rest % 128) + 128);
        rest = Math.floor(rest / 128);
      }
      bytes.push(rest);
    },
    /** @param {string} value */
    text(value) {
      const encoded = new TextEncoder().encode(value);
      this.count(encoded.length);
      for (const byte of encoded) bytes.push(byte);
    },
    /**
     * Numbers byte by byte: all their first bytes, which are much alike, then all their second ones.
     * @param {ArrayLike<number>} values
     * @param {8 | 4} [size] of each in bytes
     */
    floats(values, size = FLOAT) {
      const view = new DataView(new ArrayBuffer(values.length * size));
      for (let index = 0; index < values.length; index += 1) {
        if (size === FLOAT) view.setFloat64(index * size, values[index]);
        else view.setFloat32(index * size, values[index]);
      }
      for (let place = 0; place < size; place += 1) {
        for (let index = 0; index < values.length; index += 1) bytes.push(view.getUint8(index * size + place));
      }
    },
    /** Whole numbers of so many bytes each, the same way. @param {number[]} values @param {number} size */
    wholes(values, size) {
      for (let place = size - 1; place >= 0; place -= 1) {
        for (const value of values) bytes.push(Math.floor(value / 256 ** place) % 256);
      }
    },
    /** @param {boolean[]} values */
    flags(values) {
      for (let first = 0; first < values.length; first += 8) {
        bytes.push(values.slice(first, first + 8).reduce((sum, flag, index) => sum + (flag ? 2 ** index : 0), 0));
      }
    },
    done: () => Uint8Array.from(bytes),
  };
}

/** @param {Uint8Array} bytes */
export function createReader(bytes) {
  let at = 0;
  /** @param {number} length */
  function take(length) {
    if (at + length > bytes.length) throw new FaultError(CUT_OFF);
    at += length;
    return bytes.subarray(at - length, at);
  }
  return {
    byte: () => take(1)[0],
    count() {
      let value = 0;
      for (let digit = 0; digit < MOST_DIGITS; digit += 1) {
        const [byte] = take(1);
        value += (byte % 128) * 128 ** digit;
        if (byte < 128) break;
      }
      if (value > Number.MAX_SAFE_INTEGER) throw new FaultError('it holds a number that is too large');
      return value;
    },
    text() {
      const length = this.count();
      return new TextDecoder().decode(take(length));
    },
    /** @param {number} length @param {8 | 4} [size] */
    floats(length, size = FLOAT) {
      const planes = take(length * size);
      const view = new DataView(new ArrayBuffer(length * size));
      for (let place = 0; place < size; place += 1) {
        for (let index = 0; index < length; index += 1) view.setUint8(index * size + place, planes[place * length + index]);
      }
      return Float64Array.from({ length }, (_, index) => (
        size === FLOAT ? view.getFloat64(index * size) : view.getFloat32(index * size)));
    },
    /** @param {number} length @param {number} size */
    wholes(length, size) {
      const planes = take(length * size);
      return Array.from({ length }, (_, index) => {
        let value = 0;
        for (let place = 0; place < size; place += 1) value = value * 256 + planes[place * length + index];
        return value;
      });
    },
    /** @param {number} length */
    flags(length) {
      const packed = take(Math.ceil(length / 8));
      return Array.from({ length }, (_, index) => Math.floor(packed[Math.floor(index / 8)] / 2 ** (index % 8)) % 2 === 1);
    },
    left: () => bytes.length - at,
  };
}

/** @typedef {ReturnType<typeof createWriter>} Writer */
/** @typedef {ReturnType<typeof createReader>} Reader */
