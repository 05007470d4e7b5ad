/**
 * @file What is being taken out, while the list stands in the network's place.
 */
import { tracked } from '../../ui/tracked.js';

/**
 * @typedef {object} Wish   what else was chosen
 * @property {boolean} start whether programs begin at step 0
 * @property {'png' | 'svg'} format of pictures
 * @property {1 | 2 | 4} scale of pictures
 * @property {'light' | 'dark'} theme of pictures
 */

/** @typedef {Wish & {key: string, made: import('./made.js').Made | null, trouble: string | null, asked: number}} TakeOutState   `asked` counts */

/** @param {'light' | 'dark'} theme @returns {TakeOutState} */
export const createTakeOutState = (theme) => tracked({
  key: 'numpy', start: false, format: 'png', scale: 2, theme, made: null, trouble: null, asked: 0,
});
