/**
 * The type of the figures: families from the tokens, sizes as named here, and a callback for when they have
 * loaded.
 */

import { requestFrame } from '../ui/frames.js';
import { othersTurn } from '../ui/pieces.js';

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

/** @type {Promise<unknown> | null} */
let arriving = null;

/** Has the browser find a face, and what takes its place until it is there: milliseconds each, when first measured. */
async function fetchFaces() {
  const { sans, math, roman } = families();
  const context = document.createElement('canvas').getContext('2d');
  /** @type {Array<Promise<unknown>>} */
  const loads = [];
  for (const [look, names] of [['', sans], ['600', sans], ['italic', math], ['', roman]]) {
    // The first of each alone: what takes its place until then is there, or never comes.
    loads.push(document.fonts.load(`${look} 16px ${names.split(',')[0]}`));
    if (context) {
      context.font = `${look} 16px ${names}`;
      context.measureText('0');
    }
    await othersTurn();
  }
  return Promise.allSettled(loads);
}

/**
 * Calls back once the fonts that canvases use have loaded: a canvas does not redraw itself when a font
 * arrives.
 * @param {() => void} callback
 */
export function whenFontsArrive(callback) {
  // After the first frame rather than before it, and in turns of its own: what the page needs to be complete comes first.
  arriving ??= new Promise((resolve) => {
    requestFrame(() => { othersTurn().then(fetchFaces).then(resolve); });
  });
  arriving.then(callback);
}
