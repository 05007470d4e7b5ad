/**
 * A spray in the hand: points within a ring, as long as it is held. All that one stroke adds is one thing to undo.
 */
import { numbersFrom } from '../../data/drawing.js';
import { EXTENT } from '../../figures/plane/geometry.js';
import { lyingIn } from '../../network/slice.js';
import { testShare } from '../../state/selectors.js';
import { makeSvg } from '../../ui/dom.js';
import { counted } from '../../ui/format.js';
import { shapePath } from '../../ui/shapes.js';
import { clearSample, isSample } from '../first/sample.js';
import { heldNow } from '../network/network_now.js';
import { mostPoints, pointsWords } from '../points/limits.js';
import { refusalWords } from '../reading/attempts.js';
import { sprayed } from './geometry.js';

/** @typedef {{x1: number, x2: number}} Place */

/** Points a second of a spray. */
const RATE = 30;
const RING = { first: 0.55, least: 0.15, most: 1.8, step: 1.15 };
/** In regression a mark is a circle. */
const MARK = 0.055;

/** @param {import('../page.js').Page} page */
export function createSpraying(page) {
  const { state, view, editor, announce } = page;
  const ring = makeSvg('circle', { class: 'ring', r: RING.first, cx: 9, cy: 9 });
  const marks = makeSvg('g', { class: 'glyph' });
  const next = numbersFrom(Date.now());
  let radius = RING.first;
  let timer = 0;
  /** @type {Place} */
  let at = { x1: 0, x2: 0 };
  /** @type {Omit<import('../../types.js').Point, 'id'>[]} */
  let drops = [];

  const showRing = () => {
    for (const [name, value] of Object.entries({ cx: at.x1, cy: -at.x2, r: radius })) ring.setAttribute(name, String(value));
  };

  function drop() {
    if (state.points.length + drops.length >= mostPoints(state)) {
      view.reading.trouble = `${pointsWords(mostPoints(state))}. Remove some before you add others.`;
      return;
    }
    const isClass = state.experiment?.task !== 'regression';
    const target = isClass ? view.brush.index : view.brush.height;
    const test = state.points.length > 0 && next() < testShare(state);
    const place = sprayed(at, radius, next, EXTENT);
    drops.push({ ...place, target, test, ...lyingIn(heldNow(page)) });
    marks.append(makeSvg('path', { class: `filled class-${isClass ? target : 0}`, d: shapePath(isClass ? target : 0, place.x1, -place.x2, MARK) }));
  }

  return {
    marks,
    ring,
    /** @param {Place} place @returns {boolean} whether it sprays */
    begin(place) {
      at = place;
      if (!editor.canAdd(state.experiment?.task === 'regression' ? view.brush.height : view.brush.index)) {
        view.reading.trouble = 'Without a connection the network gets no further class. Spray when the connection is back.';
        return false;
      }
      drop();
      timer = window.setInterval(drop, 1000 / RATE);
      return true;
    },
    /** @param {Place} place */
    follow(place) {
      at = place;
      showRing();
    },
    async end() {
      window.clearInterval(timer);
      const points = drops;
      drops = [];
      try {
        if (isSample(page)) await clearSample(page);
      } catch (error) {
        view.reading.trouble = refusalWords(error, state);
        view.first.sample = true;
        return;
      } finally {
        marks.replaceChildren();
      }
      if (points.some(({ target }) => !editor.canAdd(target))) {
        view.reading.trouble = 'Without a connection the network gets no further class. Spray when the connection is back.';
        return;
      }
      if (points.length > 0) editor.addMany(points);
      if (points.length > 0) announce(`${counted(points.length, 'point')} added`);
    },
    /** @param {boolean} wider */
    resize(wider) {
      radius = Math.min(RING.most, Math.max(RING.least, wider ? radius * RING.step : radius / RING.step));
      showRing();
    },
  };
}
