/**
 * The text of a file: UTF-8, UTF-16 with or without a byte order mark, or what older spreadsheets write in western Europe; or
 * why the file holds no text.
 */
import { MOST_BYTES } from './limits.js';

/** How files begin that people take for tables, and what helps. @type {Array<[number[], string]>} */
const OTHERS = [
  [[0x50, 0x4b, 0x03, 0x04], 'a workbook or an archive. In the spreadsheet, save the sheet as CSV, or copy its cells and paste them here'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'a workbook. In the spreadsheet, save the sheet as CSV, or copy its cells and paste them here'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture'],
  [[0x1f, 0x8b], 'compressed. Unpack it first'],
];
/** Bytes that are looked at to tell how a text is written. */
const LOOKED_AT = 1000;

/** @param {Uint8Array} bytes @param {number[]} start */
const beginsWith = (bytes, start) => start.every((byte, at) => bytes[at] === byte);

/** Whether nearly all bytes at every second place are zero: letters of Latin scripts in UTF-16. @param {Uint8Array} bytes @param {0 | 1} from */
function zeroAt(bytes, from) {
  const looked = bytes.subarray(0, LOOKED_AT);
  const zeros = looked.filter((byte, at) => at % 2 === from && byte === 0).length;
  const others = looked.filter((byte, at) => at % 2 !== from && byte === 0).length;
  return zeros > looked.length / 4 && others === 0;
}

/** @param {Uint8Array} bytes */
function encodingOf(bytes) {
  if (beginsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (beginsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  if (beginsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (zeroAt(bytes, 1)) return 'utf-16le';
  return zeroAt(bytes, 0) ? 'utf-16be' : null;
}

/** UTF-8 where the bytes can be that, else as Windows writes western Europe's letters. @param {Uint8Array} bytes */
function decodeUnmarked(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const megabytes = (/** @type {number} */ bytes) => `${Math.ceil(bytes / 100_000) / 10} MB`;

/** Why a file of this size is not read, or null. @param {number} bytes */
export const sizeFault = (bytes) => (bytes > MOST_BYTES
  ? `It is too large: ${megabytes(bytes)}, and at most ${megabytes(MOST_BYTES)} are read. Keep fewer rows or columns.` : null);

/**
 * @param {Uint8Array} bytes
 * @returns {{text: string} | {fault: string}} the fault is a sentence that begins with “It”
 */
export function decodeText(bytes) {
  const tooLarge = sizeFault(bytes.length);
  if (tooLarge) return { fault: tooLarge };
  if (bytes.length === 0) return { fault: 'It is empty.' };
  const other = OTHERS.find(([start]) => beginsWith(bytes, start));
  if (other) return { fault: `It holds no table: it is ${other[1]}.` };
  const encoding = encodingOf(bytes);
  const text = encoding ? new TextDecoder(encoding).decode(bytes) : decodeUnmarked(bytes);
  if (text.includes('\0')) return { fault: 'It holds no table: it is not a text.' };
  return text.trim() === '' ? { fault: 'It is empty.' } : { text };
}
