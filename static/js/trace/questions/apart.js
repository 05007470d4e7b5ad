/** @file How many digits tell two numbers apart. */

import { asPrinted } from '../printed.js';

const LEAST = 4;
const MOST = 17;

/**
 * The fewest significant digits, four at least, with which two numbers don't look alike.
 * @param {number} one
 * @param {number} other
 */
export function apart(one, other) {
  let digits = LEAST;
  while (digits < MOST && one !== other && asPrinted(one, digits) === asPrinted(other, digits)) digits += 1;
  return digits;
}
