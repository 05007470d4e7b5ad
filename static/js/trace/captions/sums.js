/** @file Long sums, broken into lines that fit the reading pane. */

const TERMS_PER_LINE = 4;

/**
 * @param {string} symbol   what the sum is, in TeX
 * @param {string[]} terms   in TeX
 * @param {string} result   in TeX
 * @param {{before?: string, after?: string}} [around]   what stands before the first and after the last term
 * @returns {string[]}   lines in TeX
 */
export function brokenSum(symbol, terms, result, { before = '', after = '' } = {}) {
  const lines = [];
  for (let at = 0; at < terms.length; at += TERMS_PER_LINE) {
    const part = terms.slice(at, at + TERMS_PER_LINE).join(' + ');
    lines.push(at === 0 ? `${symbol} = ${before}${part}` : `\\qquad {} + ${part}`);
  }
  lines[lines.length - 1] += `${after} = \\mathbf{${result}}`;
  return lines;
}
