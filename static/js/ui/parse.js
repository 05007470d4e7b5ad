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
 * The share that is meant by a number of per cent, typed with its sign or without: "95" and "95%" are 0.95.
 * @param {string} text
 * @returns {number | null}
 */
export function parsePercent(text) {
  return parseNumber(text.trim().endsWith('%') ? text : `${text}%`);
}

/** A share as it would be typed in per cent, such as "95%". @param {number} share */
export const typedPercent = (share) => `${typedNumber(Number((100 * share).toPrecision(15)))}%`;

/**
 * A setting as it would be typed: the shortest digits that mean the same number.
 * @param {number} value
 */
export function typedNumber(value) {
  return String(value).replace(/^-/, '\u2212');
}
