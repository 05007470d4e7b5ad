/**
 * Numbers that look drawn, the same for the same seed.
 */

/** The sum of a rise by this and a xor of shifts makes numbers that look drawn. */
const STRIDE = 0x6d2b79f5;

/** From 0 to 1, without 1 (mulberry32). @param {number} seed */
export function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + STRIDE) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Which of so many points are for testing. @param {number} count @param {number} share @param {number} seed */
export function testPoints(count, share, seed) {
  const next = numbersFrom(seed);
  const drawn = Array.from({ length: count }, (_, at) => ({ at, key: next() })).sort((a, b) => a.key - b.key);
  return new Set(drawn.slice(0, Math.round(count * share)).map(({ at }) => at));
}
