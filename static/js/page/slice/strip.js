/**
 * Where the points lie along a further input, over its slider: a lane for each class, and a band that reaches as far from the
 * slice as points are half faded.
 */
import { strengthOf } from '../../network/slice.js';
import { makeSvg } from '../../ui/dom.js';

/** @typedef {import('../../types.js').Point} Point */

/** So many places from one end to the other are told apart. */
const BINS = 160;
const [MARK, HEIGHT] = [2.5, 20];

/**
 * The places that points have, each once.
 * @param {readonly Point[]} points
 * @param {number} place of the further column
 * @param {{least: number, most: number}} reach of the slider
 * @param {number} lanes one for each class; 1: all in one
 * @returns {{lane: number, at: number}[]}
 */
export function dotsOf(points, place, { least, most }, lanes) {
  /** @type {Map<number, {lane: number, at: number}>} */
  const dots = new Map();
  for (const { more, target } of points) {
    const at = Math.round((BINS * ((more?.[place] ?? 0) - least)) / (most - least));
    const lane = lanes === 1 ? 0 : Math.min(lanes - 1, target);
    dots.set(lane * (BINS + 1) + at, { lane, at: least + (at / BINS) * (most - least) });
  }
  return [...dots.values()];
}

export function createStrip() {
  const band = makeSvg('rect', { class: 'band', y: 0, height: HEIGHT });
  const marks = makeSvg('g', { transform: `translate(${-MARK / 2} 0)` });
  const element = makeSvg('svg', { class: 'strip glyph', 'aria-hidden': 'true' }, band, marks);
  /** @type {{points: readonly Point[], lanes: number, dots: {lane: number, at: number}[]} | null} */
  let shown = null;

  return {
    element,
    /**
     * @param {readonly Point[]} points
     * @param {number} place
     * @param {{least: number, most: number}} reach
     * @param {number} lanes
     * @param {number} held where the plane holds this input
     * @param {number} off how far from there points are half faded
     */
    show(points, place, reach, lanes, held, off) {
      const { least, most } = reach;
      const percent = (/** @type {number} */ at) => Math.min(100, Math.max(0, (100 * (at - least)) / (most - least)));
      if (shown?.points !== points || shown.lanes !== lanes) {
        const pitch = HEIGHT / lanes;
        const size = Math.min(6, pitch - 1);
        shown = { points, lanes, dots: dotsOf(points, place, reach, lanes) };
        marks.replaceChildren(...shown.dots.map(({ lane, at }) => makeSvg('rect', {
          class: lanes === 1 ? 'nobody' : `filled class-${lane}`, x: `${percent(at).toFixed(2)}%`, y: (lane + 0.5) * pitch - size / 2, width: MARK, height: size,
        })));
      }
      const [from, to] = [percent(held - off), percent(held + off)];
      band.setAttribute('x', `${from.toFixed(2)}%`);
      band.setAttribute('width', `${(to - from).toFixed(2)}%`);
      shown.dots.forEach(({ at }, index) => {
        const [more, still] = [[at], [held]];
        marks.children[index].setAttribute('opacity', strengthOf({ more }, still, [0], off).toFixed(2));
      });
    },
  };
}
