/** @file A sum in numbers on one line, whose terms stay whole where the line breaks. */

/**
 * @param {string} symbol   what the sum is, in TeX
 * @param {string[]} terms   in TeX
 * @param {string} result   in TeX
 * @param {{before?: string, after?: string, sign?: string}} [around]   what stands before the first and after the last
 *   term, and the sign before the result
 * @returns {string}   in TeX
 */
export function sumLine(symbol, terms, result, { before = '', after = '', sign = '=' } = {}) {
  // KaTeX lets a line break at operators, but not within a group.
  const whole = terms.map((term) => `{${term}}`).join(' + ');
  return `${symbol} = ${before}${whole}${after} ${sign} \\mathbf{${result}}`;
}
