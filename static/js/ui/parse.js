/**
 * Settings as people type them, such as "0.03", "0,03", "1e-3", "20%", and as they would type them.
 */

import { parseExact } from '../exact/number.js';

/**
 * The number that a text means, or null where it means none.
 * @param {string} text
 * @returns {number | null}
 */
export function parseNumber(text) {
  const found = parseExact(text, { percent: true });
  return 'fault' in found ? null : found.value;
}

/**
 * A setting as it would be typed: the shortest digits that mean the same number.
 * @param {number} value
 */
export function typedNumber(value) {
  return String(value).replace(/^-/, '\u2212');
}
