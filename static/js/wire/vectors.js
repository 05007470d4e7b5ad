/** @file Vectors of float64 as they cross the wire: base64 of little-endian numbers. */

/**
 * @param {string} text
 * @returns {Float64Array<ArrayBuffer>}
 */
export function vectorFromWire(text) {
  const characters = atob(text);
  const bytes = Uint8Array.from(characters, (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float64Array.from({ length: bytes.length / 8 }, (_, index) => view.getFloat64(8 * index, true));
}
