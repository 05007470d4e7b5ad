/** @file Numbers to begin with: round ones, of which none hides a factor. */
import { placeOf } from '../paper/keys.js';

/** One class of each point is the true one: of the next point the next. @param {string} key @param {import('../paper/setup.js').Setup} setup */
function chance(key, { sizes }) {
  const { point, neuron } = placeOf(key);
  return neuron === point % Math.max(2, sizes[sizes.length - 1]) ? 1 : 0;
}

/**
 * A quarter, a half, ... of a place that takes any; targets between 0 and 1, or 0 and 1 where they are chances.
 * @param {string} key
 * @param {() => number} random 0 to 1
 * @param {import('../paper/setup.js').Setup} [setup]
 */
export function roundNumber(key, random, setup) {
  if (key.startsWith('y:')) {
    if (setup?.cost === 'cross_entropy') return chance(key, setup);
    return Math.round(1 + random() * 8) / 10;
  }
  const size = Math.ceil(random() * 8) / 4;
  return random() < 0.35 ? -size : size;
}
