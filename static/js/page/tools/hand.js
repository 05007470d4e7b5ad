/**
 * Spray and lasso: what lies over the plane while one of them is in the hand. All that one stroke does is one thing to undo.
 */
import { numbersFrom } from '../../data/drawing.js';
import { EXTENT } from '../../figures/plane/geometry.js';
import { placeIn } from '../../figures/growth.js';
import { testShare } from '../../state/selectors.js';
import { lyingIn } from '../../network/slice.js';
import { byId, make, makeSvg } from '../../ui/dom.js';
import { counted } from '../../ui/format.js';
import { shapePath } from '../../ui/shapes.js';
import { effect, onChange, tracked } from '../../ui/tracked.js';
import { clearSample, isSample } from '../first/sample.js';
import { heldNow } from '../network/network_now.js';
import { mostPoints, pointsWords } from '../points/limits.js';
import { createToolbar } from '../points/table_toolbar.js';
import { chosenBy, sprayed, within } from './geometry.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {{x1: number, x2: number}} Place */

/** Points a second of a spray. */
const RATE = 30;
const RING = { first: 0.55, least: 0.15, most: 1.8, step: 1.15 };
const [STEP, LARGE_STEP] = [0.1, 0.5];
/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
/** In regression a mark is a circle. */
const MARK = 0.055;

/** @param {Page} page */
export function mountHand(page) {
  const { state, view, editor, announce } = page;
  const hand = tracked({ chosen: /** @type {ReadonlySet<number>} */ (new Set()) });
  const line = makeSvg('path', { class: 'line' });
  const halo = makeSvg('path', { class: 'line halo' });
  const ring = makeSvg('circle', { class: 'ring', r: RING.first, cx: 9, cy: 9 });
  const marks = makeSvg('g', { class: 'glyph' });
  const picture = makeSvg('svg', { class: 'strokes', viewBox: '-3 -3 6 6', 'aria-hidden': 'true' }, marks, halo, line, ring);
  const chosen = () => [...hand.chosen];
  const letGo = () => { hand.chosen = new Set(); };
  const toolbar = createToolbar(page, chosen, letGo);
  const layer = make('div', { class: 'hand-layer', tabindex: 0, role: 'application' }, picture);
  byId('plane-frame').append(layer);
  byId('plane-frame').after(toolbar.element);
  toolbar.element.classList.add('of-lasso');

  let radius = RING.first;
  const next = numbersFrom(Date.now());
  /** The stroke that is being drawn. @type {{places: Place[], way: 'new' | 'add' | 'take away', timer: number} | null} */
  let stroke = null;
  /** @type {Place} */
  let at = { x1: 0, x2: 0 };
  /** @type {Omit<import('../../types.js').Point, 'id'>[]} */
  let drops = [];

  /** @param {PointerEvent | WheelEvent} event @returns {Place} */
  const placeOf = (event) => {
    const { x, y } = placeIn(layer, event);
    const side = layer.clientWidth;
    return { x1: ((2 * x) / side - 1) * EXTENT, x2: (1 - (2 * y) / side) * EXTENT };
  };
  const path = (/** @type {Place[]} */ places) => places.map(({ x1, x2 }, index) => `${index ? 'L' : 'M'}${x1.toFixed(3)} ${(-x2).toFixed(3)}`).join('');
  const showLine = (/** @type {string} */ d) => { for (const each of [line, halo]) each.setAttribute('d', d); };
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

  async function finishSpray() {
    const points = drops;
    drops = [];
    try {
      if (isSample(page)) await clearSample(page);
      if (points.length > 0) editor.addMany(points);
    } finally {
      marks.replaceChildren();
    }
    if (points.length > 0) announce(`${counted(points.length, 'point')} added`);
  }

  function finishLasso(/** @type {Place[]} */ places, /** @type {'new' | 'add' | 'take away'} */ way) {
    hand.chosen = chosenBy(state.points, places, hand.chosen, way);
    showLine(hand.chosen.size > 0 && way === 'new' ? `${path(places)}Z` : '');
    announce(`${counted(hand.chosen.size, 'point')} chosen`);
  }

  layer.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || stroke) return;
    layer.setPointerCapture(event.pointerId);
    at = placeOf(event);
    stroke = { places: [at], way: event.shiftKey ? 'add' : event.altKey ? 'take away' : 'new', timer: 0 };
    if (view.tools.tool !== 'spray') return;
    if (!editor.canAdd(state.experiment?.task === 'regression' ? view.brush.height : view.brush.index)) {
      stroke = null;
      view.reading.trouble = 'Without a connection the network gets no further class. Spray when the connection is back.';
      return;
    }
    drop();
    stroke.timer = window.setInterval(drop, 1000 / RATE);
  });
  layer.addEventListener('pointermove', (event) => {
    at = placeOf(event);
    if (view.tools.tool === 'spray') showRing();
    else if (stroke) {
      stroke.places.push(at);
      showLine(path(stroke.places));
    }
  });
  const end = () => {
    const last = stroke;
    stroke = null;
    if (!last) return;
    window.clearInterval(last.timer);
    if (view.tools.tool === 'spray') finishSpray();
    else finishLasso(last.places, last.way);
  };
  for (const type of ['pointerup', 'pointercancel']) layer.addEventListener(type, end);
  const resize = (/** @type {boolean} */ wider) => {
    radius = Math.min(RING.most, Math.max(RING.least, wider ? radius * RING.step : radius / RING.step));
    showRing();
  };
  layer.addEventListener('wheel', (event) => {
    if (view.tools.tool !== 'spray') return;
    event.preventDefault();
    resize(event.deltaY < 0);
  }, { passive: false });
  document.addEventListener('keydown', (event) => {
    if (view.tools.tool === 'click' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest('input, textarea, select')) return;
    const arrow = ARROWS[event.key];
    if (view.tools.tool === 'spray' && (event.key === '[' || event.key === ']')) resize(event.key === ']');
    else if (hand.chosen.size > 0 && arrow && event.target === layer) {
      const moved = state.points.filter(({ id }) => hand.chosen.has(id));
      const step = event.shiftKey ? LARGE_STEP : STEP;
      const by = within(moved, arrow[0] * step, arrow[1] * step, EXTENT);
      editor.moveMany(chosen(), by.dx, by.dy);
    } else if (hand.chosen.size > 0 && (event.key === 'Delete' || event.key === 'Backspace')) {
      editor.remove(chosen());
      letGo();
    } else if (event.key === 'Escape' && !view.instead.occupant) {
      if (hand.chosen.size > 0) letGo();
      else view.tools.tool = 'click';
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);

  effect(() => {
    const { tool } = view.tools;
    layer.hidden = tool === 'click' || state.diverged !== null;
    layer.setAttribute('aria-label', tool === 'spray' ? 'Spray points on the plane' : 'Lasso on the plane: the table chooses points by keyboard');
    ring.setAttribute('visibility', tool === 'spray' ? 'visible' : 'hidden');
    if (tool !== 'lasso') letGo();
  });
  effect(() => {
    const { chosen: ids } = hand;
    view.plane.lit = ids;
    toolbar.show(ids.size);
    toolbar.element.hidden = ids.size === 0;
    if (ids.size === 0) showLine('');
  });
  // Points that are gone, by undo or another data set, are no longer chosen.
  onChange(() => state.points, (points) => {
    if (hand.chosen.size === 0) return;
    const there = new Set(points.map(({ id }) => id));
    const left = chosen().filter((id) => there.has(id));
    if (left.length < hand.chosen.size) hand.chosen = new Set(left);
    else showLine('');
  });
}
