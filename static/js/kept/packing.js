/**
 * @file Bytes as text for the fragment of an address: a checksum, deflate, base64url. Unpacking ends where there is more than
 * was expected: a few thousand characters may unpack to gigabytes.
 */

import { crc32 } from './checksum.js';
import { CHANGED, CUT_OFF, FaultError } from './faults.js';

/** More than any experiment takes that a server accepts. */
export const MOST_BYTES = 4_000_000;
/** More signs than such bytes take: what is longer is not even looked at. */
const MOST_SIGNS = 1.5 * MOST_BYTES;
const CHECKSUM = 4;
const BASE64URL = /^[\w-]*$/;

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {CompressionStream | DecompressionStream} through
 * @param {number} most
 */
async function streamed(bytes, through, most) {
  const writer = through.writable.getWriter();
  // What is wrong with the bytes is told where they are read.
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  const reader = through.readable.getReader();
  /** @type {Uint8Array[]} */
  const parts = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new FaultError('it holds more than an experiment can');
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {Uint8Array} bytes */
const toText = (bytes) => {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

/** @param {string} text */
function fromText(text) {
  if (text.length > MOST_SIGNS) throw new FaultError('it is longer than any link of an experiment');
  if (!BASE64URL.test(text)) throw new FaultError('it holds signs that no link of this kind has');
  // One sign too many: no bytes end there.
  if (text.length % 4 === 1) throw new FaultError(CUT_OFF);
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
}

/** @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<string>} */
export async function packed(bytes) {
  const deflated = await streamed(bytes, new CompressionStream('deflate-raw'), Infinity);
  const whole = new Uint8Array(CHECKSUM + deflated.length);
  new DataView(whole.buffer).setUint32(0, crc32(bytes));
  whole.set(deflated, CHECKSUM);
  return toText(whole);
}

/** @param {string} text @returns {Promise<Uint8Array>} @throws {FaultError} */
export async function unpacked(text) {
  const whole = fromText(text);
  if (whole.length <= CHECKSUM) throw new FaultError(CUT_OFF);
  let bytes;
  try {
    bytes = await streamed(whole.slice(CHECKSUM), new DecompressionStream('deflate-raw'), MOST_BYTES);
  } catch (error) {
    if (error instanceof FaultError) throw error;
    throw new FaultError(CUT_OFF);
  }
  if (crc32(bytes) !== new DataView(whole.buffer).getUint32(0)) throw new FaultError(CHANGED);
  return bytes;
}
