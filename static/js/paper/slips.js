/** @file Every known slip, by the quantity in which it happens. */
import { HIDDEN_SLIPS, OUTPUT_SLIPS, SLOPE_SLIPS } from './slips/blame.js';
import { COST_SLIPS } from './slips/cost.js';
import { BEND_SLIPS, SUM_SLIPS } from './slips/forward.js';
import { SECOND_PASS_SLIPS } from './slips/second_pass.js';
import { GRADIENT_SLIPS, UPDATE_SLIPS } from './slips/update.js';

/** @typedef {import('./slips/row.js').Slip} Slip */

/** @type {readonly Slip[]} */
export const SLIPS = [
  ...SUM_SLIPS, ...BEND_SLIPS, ...COST_SLIPS, ...HIDDEN_SLIPS, ...OUTPUT_SLIPS, ...SLOPE_SLIPS, ...GRADIENT_SLIPS, ...UPDATE_SLIPS,
  ...SECOND_PASS_SLIPS,
];

/** @param {import('./quantities.js').Quantity['kind']} kind */
export const slipsOf = (kind) => SLIPS.filter(({ of }) => of.includes(kind));
