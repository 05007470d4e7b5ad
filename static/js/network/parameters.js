/** @file Vectors of float64 as the wire's text: base64 of their little-endian bytes. */

const BYTES = Float64Array.BYTES_PER_ELEMENT;

/**
 * @param {ArrayLike<number>} vector
 * @returns {string}
 */
export function encodeVector(vector) {
  const view = new DataView(new ArrayBuffer(vector.length * BYTES));
  for (let index = 0; index < vector.length; index++) view.setFloat64(index * BYTES, vector[index], true);
  let binary = '';
  for (const byte of new Uint8Array(view.buffer)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/**
 * @param {string} text
 * @returns {Float64Array}
 * @throws {RangeError} when it is not base64 of whole numbers of float64
 */
export function decodeVector(text) {
  let binary;
  try {
    binary = atob(text);
  } catch {
    throw new RangeError('A vector of numbers is written in base64, and this text is not.');
  }
  if (binary.length % BYTES !== 0) {
    throw new RangeError(`A vector takes ${BYTES} bytes a number; ${binary.length} bytes are no multiple of that.`);
  }
  const view = new DataView(Uint8Array.from(binary, (character) => character.charCodeAt(0)).buffer);
  const length = binary.length / BYTES;
  return Float64Array.from({ length }, (_, index) => view.getFloat64(index * BYTES, true));
}
