/**
 * Seeds that a page picks for people: small ones, which can be read out loud.
 */
const MOST = 9999;

/** A seed that is not the present one. @param {number} seed */
export function otherSeed(seed) {
  const other = Math.floor(Math.random() * (MOST - 1));
  return other >= seed ? other + 1 : other;
}
