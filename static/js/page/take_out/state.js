/**
 * @file What is being taken out, while the list stands in the network's place.
 */
import { tracked } from '../../ui/tracked.js';

/** @typedef {import('./types.js').Wish & {key: string, made: import('./types.js').Made | null, trouble: string | null, asked: number,
 *   filming: {stop: () => void} | null}} TakeOutState   `asked` counts */

/** @param {'light' | 'dark'} theme @returns {TakeOutState} */
export const createTakeOutState = (theme) => tracked({
  key: 'numpy', start: false, format: 'png', scale: 2, theme, made: null, trouble: null, asked: 0, filming: null,
});
