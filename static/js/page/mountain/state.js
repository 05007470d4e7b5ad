/**
 * @file What the page knows of the mountain: whether it stands in the plane's place, and what its floor is.
 */
import { assign, tracked } from '../../ui/tracked.js';

/**
 * What the floor is laid along.
 * @typedef {{kind: 'weights', first: string, second: string} | {kind: 'path'} | {kind: 'random', seed: number}} Floor
 *   `first`, `second`: keys of two weights or biases
 */

/**
 * @typedef {object} MountainState
 * @property {boolean} shown
 * @property {Floor | null} floor null: as suits the run
 * @property {'linear' | 'log'} scale of heights
 * @property {number} reach how much more of the slice is shown than the path takes
 * @property {{kind: Floor['kind'], axes: readonly [string, string] | null} | null} laid what the floor is laid along just now; null before it is measured
 * @property {string | null} picked a weight or bias that waits for a second one
 */

/** @returns {MountainState} */
export const createMountainState = () => tracked({ shown: false, floor: null, scale: 'linear', reach: 1, laid: null, picked: null });

/**
 * Takes a weight or bias of the network for a direction of the floor; two of them are one.
 * @param {MountainState} mountain @param {string} key
 * @returns {'first' | 'again' | 'both'}
 */
export function pick(mountain, key) {
  const { picked } = mountain;
  if (picked === key) return 'again';
  if (picked === null) {
    mountain.picked = key;
    return 'first';
  }
  assign(mountain, { picked: null, floor: { kind: 'weights', first: picked, second: key }, shown: true });
  return 'both';
}
