/** @file A sum in numbers, whose terms stay whole where its line breaks. */

/**
 * Terms with plus signs between them.
 * @param {string[]} terms   in TeX
 * @returns {string}   in TeX
 */
export const sumTex = (terms) => terms.map((term) => `{${term}}`).join(' + '); // KaTeX breaks a line at operators, but not within a group

/**
 * @param {string} symbol   what the sum is, in TeX
 * @param {string[]} terms   in TeX
 * @param {string} result   in TeX
 * @param {{before?: string, after?: string, sign?: import('../printed.js').Settled['sign']}} [around]   what stands before
 *   the first and after the last term, and the sign before the result
 * @returns {import('../types.js').Calculation}
 */
export const summed = (symbol, terms, result, { before = '', after = '', sign = '=' } = {}) =>
  ({ symbol, factors: `${before}${sumTex(terms)}${after}`, sign, result });
