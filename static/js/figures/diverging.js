/**
 * The one scale for signed values: clay through paper to slate.
 */

import { mixColours } from '../ui/colours.js';

const EXPONENT = 0.9;
const STRONGEST = 0.92;

/**
 * The colour of a value between −1 and 1; values beyond are clamped.
 * @param {number} value
 * @param {import('../ui/colours.js').Colours} colours
 */
export function divergingColour(value, colours) {
  const share = Math.min(1, Math.abs(value)) ** EXPONENT * STRONGEST;
  return mixColours(colours.raised, value < 0 ? colours.negative : colours.positive, share);
}
