/**
 * Where a point of the data lies on the canvas, and back: the plane shows [−extent, extent] in both
 * directions.
 */

/** The data sets of the gallery lie in [−3, 3]². */
export const EXTENT = 3;

/**
 * @typedef {object} PlaneLayout
 * @property {number} width in CSS pixels
 * @property {number} height in CSS pixels
 * @property {number} extent
 */

/** @typedef {{x1: number, x2: number}} Place */

/** @param {PlaneLayout} layout @param {number} x1 */
export function toPixelX({ width, extent }, x1) {
  return ((x1 / extent + 1) / 2) * width;
}

/** @param {PlaneLayout} layout @param {number} x2 */
export function toPixelY({ height, extent }, x2) {
  return ((1 - x2 / extent) / 2) * height;
}

/** Places are taken to a thousandth, which is less than a pixel: what a person sees of a point is all that there is of it. */
const PER_UNIT = 1000;

/** @param {number} value */
const rounded = (value) => Math.round(value * PER_UNIT) / PER_UNIT + 0; // no −0

/**
 * The place under a pixel, kept inside the plane.
 * @param {PlaneLayout} layout
 * @param {number} x
 * @param {number} y
 * @returns {Place}
 */
export function toPlace({ width, height, extent }, x, y) {
  return clampPlace({ x1: rounded(((2 * x) / width - 1) * extent), x2: rounded((1 - (2 * y) / height) * extent) }, extent);
}

/** @param {Place} place @param {number} extent @returns {Place} */
export function clampPlace({ x1, x2 }, extent) {
  const clamp = (/** @type {number} */ value) => Math.min(extent, Math.max(-extent, value));
  return { x1: clamp(x1), x2: clamp(x2) };
}

/**
 * Whole numbers strictly inside the plane, where the ticks stand.
 * @param {number} extent
 * @returns {number[]}
 */
export function ticks(extent) {
  const last = Math.ceil(extent) - 1;
  return Array.from({ length: 2 * last + 1 }, (_, index) => index - last);
}
