/**
 * A cost in words: three decimals while they say something, then two digits and a power of ten.
 */
import { formatNumber, formatScientific } from '../ui/format.js';

const SMALL = 0.001;

/** @param {number} cost */
export function costText(cost) {
  return cost > 0 && cost < SMALL ? formatScientific(cost) : formatNumber(cost, 3);
}
