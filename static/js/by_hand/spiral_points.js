/** @file A spiral of three arms as the source draws it: its points by the source's recipe, the same in every browser. */

export const ARMS = 3;
export const SEED = 231;
const EACH = 100;
/** Angles of an arm, in radians, and how far they scatter. */
const SWEEP = 4;
const SCATTER = 0.2;
/** The playground's plane is three times as wide as the source's. */
const SCALE = 3;

/** Numbers from 0 to 1 (mulberry32). @param {number} seed */
export function uniform(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** By Box and Muller. @param {() => number} random */
export const normal = (random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
/** @param {number} value */
const rounded = (value) => Math.round(value * 100) / 100;

/** @param {() => number} random @returns {{id: number, x1: number, x2: number, target: number, test: boolean}[]} */
export const spiralPoints = (random) => Array.from({ length: ARMS * EACH }, (_, id) => {
  const target = Math.floor(id / EACH);
  const share = (id % EACH) / (EACH - 1);
  const angle = SWEEP * (target + share) + SCATTER * normal(random);
  return { id, x1: rounded(SCALE * share * Math.sin(angle)), x2: rounded(SCALE * share * Math.cos(angle)), target, test: false };
});
