/** @file What a known slip is: a formula that people work out instead of the right one, and what to say about it. */

/** @typedef {import('../expression.js').Expression} Expression */
/** @typedef {import('../quantities.js').Quantity} Quantity */
/** @typedef {import('../sheet.js').Sheet} Sheet */

/**
 * @typedef {object} Slip
 * @property {string} name
 * @property {string} told what the number is: "That is the value with the weights after the update."
 * @property {string | ((quantity: Quantity, sheet: Sheet) => string)} why what to do instead, without the answer
 * @property {ReadonlyArray<Quantity['kind']>} of the quantities in which it happens
 * @property {(quantity: Quantity, sheet: Sheet) => Expression[]} variants the formulas that lead to it
 */

/**
 * @param {string} name
 * @param {Slip['of']} of
 * @param {string} told
 * @param {Slip['why']} why
 * @param {Slip['variants']} variants
 * @returns {Slip}
 */
export const slip = (name, of, told, why, variants) => ({ name, of, told, why, variants });

/** @param {Expression} expression */
export const termsOf = (expression) => (expression.op === 'add' ? expression.args : [expression]);
/** Without one of them, for each. @template T @param {readonly T[]} list @returns {T[][]} */
export const eachLeftOut = (list) => list.map((_, left) => list.filter((__, at) => at !== left));
