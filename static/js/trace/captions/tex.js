/** @file Equations as TeX: in symbols, in numbers, and in numbers without the result. */

/** @typedef {import('../types.js').Equation} Equation */
/** @typedef {import('../types.js').Calculation} Calculation */

/** Between statements that share a line; narrow panes part them there. */
const BESIDE = ',\\qquad ';

/** All equations of a caption in symbols, side by side. @param {{equations: Equation[]}} caption */
export const formulaTex = ({ equations }) => equations.map(({ formula }) => formula).join(BESIDE);

/** What is calculated, and from what; the result is left out. @param {Calculation} calculation @returns {string} */
export const factorsTex = ({ symbol, relation = '=', factors }) => (factors === null ? symbol : `${symbol} ${relation} ${factors}`);

/** @param {Calculation} calculation @returns {string} */
export function lineTex(calculation) {
  const { result, sign = '=', beside } = calculation;
  const line = result === null ? factorsTex(calculation) : `${factorsTex(calculation)} ${sign} \\mathbf{${result}}`;
  return beside ? `${line}${BESIDE}${lineTex(beside)}` : line;
}

/** All calculations of a caption, a line each. @param {{equations: Equation[]}} caption */
export const linesTex = ({ equations }) => equations.flatMap(({ calculations }) => calculations.map(lineTex));
