/** @file What every notation is: a row with the symbol of each kind of thing. Places count neurons from 0; symbols from 1. */

/** @typedef {import('../keys.js').Place} Place */
/** @typedef {import('../setup.js').Setup} Setup */

/**
 * Symbols in TeX. `isShort` leaves out what the place on the sheet says already.
 * @typedef {(place: Place, setup: Setup, isShort: boolean) => string} Symbol
 */

/**
 * @typedef {object} Notation
 * @property {string} title "Chainrule’s"
 * @property {Symbol} x
 * @property {Symbol} y
 * @property {Symbol} z
 * @property {Symbol} a
 * @property {Symbol} d
 * @property {Symbol} w
 * @property {Symbol} b
 * @property {string} cost
 * @property {(symbol: string) => string} updated
 * @property {string} rate
 */

/** Which point, where there are several. @param {Setup} setup @param {number} point */
export const pointMark = ({ points }, point) => (points > 1 && point >= 0 ? `{\\scriptstyle(${point + 1})}` : '');
