/**
 * The type of the figures: families from the tokens, sizes as named here, and a callback for when they have
 * loaded.
 */

import { requestFrame } from '../ui/frames.js';

/** @typedef {{sans: string, math: string, roman: string}} Families */

/** Sizes of words and numbers on a figure, in CSS pixels. */
export const TICK_SIZE = 11;
export const NUMBER_SIZE = 11.5;
export const LARGE_NUMBER_SIZE = 13.5;

/** @type {Families | null} */
let read = null;

/** The families of the tokens. @returns {Families} */
export function families() {
  if (!read) {
    const style = getComputedStyle(document.documentElement);
    const token = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
    read = { sans: token('--sans'), math: token('--math'), roman: token('--mathn') };
  }
  return read;
}

/** @param {number} size @param {number} [weight] */
export function sansFont(size, weight = 400) {
  return `${weight} ${size}px ${families().sans}`;
}

/**
 * Calls back once the fonts that canvases use have loaded: a canvas does not redraw itself when a font
 * arrives.
 * @param {() => void} callback
 */
export function whenFontsArrive(callback) {
  // With the first drawing rather than before it: what the page needs to be complete comes first.
  requestFrame(() => {
    // The first of each alone: what takes its place until then is there, or never comes.
    const [sans, math, roman] = [families().sans, families().math, families().roman].map((names) => names.split(',')[0]);
    const wanted = [`16px ${sans}`, `600 16px ${sans}`, `italic 16px ${math}`, `16px ${roman}`];
    Promise.allSettled(wanted.map((font) => document.fonts.load(font))).then(callback);
  });
}
