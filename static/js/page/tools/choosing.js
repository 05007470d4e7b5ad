/**
 * Points that a line on the plane chooses: a lasso's or a rectangle's. What is chosen is dragged, moved by the arrow keys,
 * duplicated, changed and deleted as one.
 */
import { EXTENT } from '../../figures/plane/geometry.js';
import { pointAt, toleranceFor } from '../../figures/plane/hit.js';
import { placeOf, shifted } from '../../state/points.js';
import { makeSvg } from '../../ui/dom.js';
import { counted } from '../../ui/format.js';
import { effect, onChange, tracked } from '../../ui/tracked.js';
import { duplicate } from '../points/duplicate.js';
import { createToolbar } from '../points/table_toolbar.js';
import { chosenBy, isInside, rectangle, within } from './geometry.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {{x1: number, x2: number}} Place */
/** @typedef {'new' | 'add' | 'take away'} Way */

const [STEP, LARGE_STEP] = [0.1, 0.5];
/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** @param {readonly Place[]} places */
const path = (places) => places.map(({ x1, x2 }, index) => `${index ? 'L' : 'M'}${x1.toFixed(3)} ${(-x2).toFixed(3)}`).join('');

/** Where points are, moved along. @param {import('../../types.js').Point[]} points @param {number} dx @param {number} dy */
const placesOf = (points, dx, dy) => points.map((point) => shifted(placeOf(point), dx, dy));

/** @param {Page} page @param {HTMLElement} layer over the plane */
export function createChoosing(page, layer) {
  const { state, view, editor, announce } = page;
  const hand = tracked({ chosen: /** @type {ReadonlySet<number>} */ (new Set()) });
  /** The line around what is chosen, as long as it is around nothing else. @type {Place[] | null} */
  let around = null;
  /** @type {{way: Way, places: Place[]} | null} */
  let drawn = null;
  /** The points in the hand, as they were. @type {{from: Place, points: import('../../types.js').Point[], dx: number, dy: number} | null} */
  let held = null;

  const chosen = () => [...hand.chosen];
  const chosenPoints = () => state.points.filter(({ id }) => hand.chosen.has(id));
  /** @param {Iterable<number>} ids */
  const choose = (ids) => { hand.chosen = new Set(ids); };
  const toolbar = createToolbar(page, { one: 'point', chosen, choose });
  toolbar.element.classList.add('of-lasso');
  const [line, halo] = [makeSvg('path', { class: 'line' }), makeSvg('path', { class: 'line halo' })];
  const showLine = (/** @type {string} */ d) => { for (const each of [line, halo]) each.setAttribute('d', d); };
  const forgetLine = () => {
    around = null;
    if (!drawn) showLine('');
  };

  /** Whether a press there takes hold of what is chosen. @param {Place} place @param {string} pointerType */
  function holds(place, pointerType) {
    if (hand.chosen.size === 0) return false;
    if (around && isInside(place, around)) return true;
    const side = layer.clientWidth;
    const [x, y] = [(place.x1 / EXTENT + 1) * side / 2, (1 - place.x2 / EXTENT) * side / 2];
    return pointAt(chosenPoints(), { width: side, height: side, extent: EXTENT }, x, y, toleranceFor(pointerType)) !== null;
  }

  /** @param {Place} place */
  function follow(place) {
    if (held) {
      const { from, points } = held;
      const { dx, dy } = within(points, place.x1 - from.x1, place.x2 - from.x2, EXTENT);
      Object.assign(held, { dx, dy });
      editor.drag(placesOf(points, dx, dy));
      if (around) showLine(`${path(around.map((corner) => shifted(corner, dx, dy)))}Z`);
    } else if (drawn) {
      if (view.tools.tool === 'rectangle') drawn.places = rectangle(drawn.places[0], place);
      else drawn.places.push(place);
      showLine(`${path(drawn.places)}${view.tools.tool === 'rectangle' ? 'Z' : ''}`);
    }
  }

  /** @param {boolean} isKept */
  function letGoOfHeld(isKept) {
    if (!held) return;
    const { points, dx, dy } = held;
    const moved = around?.map((corner) => shifted(corner, dx, dy)) ?? null;
    const isMoved = editor.drop(isKept ? placesOf(points, dx, dy) : null) && isKept && (dx !== 0 || dy !== 0);
    held = null;
    if (isMoved) announce(`${counted(points.length, 'point')} moved`);
    if (isMoved) around = moved;
    showLine(around ? `${path(around)}Z` : '');
  }

  function close() {
    if (!drawn) return;
    const { places, way } = drawn;
    drawn = null;
    choose(chosenBy(state.points, places, hand.chosen, way));
    around = hand.chosen.size > 0 && way === 'new' ? places : null;
    showLine(around ? `${path(around)}Z` : '');
    announce(`${counted(hand.chosen.size, 'point')} chosen`);
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key was for the choice */
  function press({ key, shiftKey, target }) {
    const arrow = target === layer ? ARROWS[key] : undefined;
    if (key === 'Escape' && (held || drawn)) {
      letGoOfHeld(false);
      drawn = null;
      forgetLine();
    } else if (hand.chosen.size === 0) return false;
    else if (arrow) {
      const step = shiftKey ? LARGE_STEP : STEP;
      const { dx, dy } = within(chosenPoints(), arrow[0] * step, arrow[1] * step, EXTENT);
      if (dx !== 0 || dy !== 0) editor.moveMany(chosen(), dx, dy);
    } else if (key === 'Delete' || key === 'Backspace') {
      editor.remove(chosen());
      choose([]);
    } else if (key === 'Escape' && !view.instead.occupant) choose([]);
    else return false;
    return true;
  }

  effect(() => {
    const { chosen: ids } = hand;
    view.plane.lit = ids;
    toolbar.show(ids.size);
    toolbar.element.hidden = ids.size === 0;
    if (ids.size === 0) forgetLine();
  });
  // Points that are gone, by undo or another data set, are no longer chosen; where others moved, the line is around them no more.
  onChange(() => state.points, (points) => {
    if (hand.chosen.size === 0 || held) return;
    const there = new Set(points.map(({ id }) => id));
    const left = chosen().filter((id) => there.has(id));
    if (left.length < hand.chosen.size) choose(left);
    if (around && !chosenPoints().every((point) => isInside(point, /** @type {Place[]} */ (around)))) forgetLine();
  });

  return {
    toolbar: toolbar.element,
    lines: [halo, line],
    letGo: () => choose([]),
    chooseAll() {
      around = null;
      choose(state.points.map(({ id }) => id));
      showLine('');
      announce(`${counted(hand.chosen.size, 'point')} chosen`);
    },
    duplicate() {
      const copies = duplicate(page, chosen());
      if (copies.length > 0) choose(copies);
    },
    holds,
    /** @param {Place} place @param {Way} way @param {string} pointerType */
    begin(place, way, pointerType) {
      if (way === 'new' && holds(place, pointerType)) {
        if (editor.dragStart(chosen())) held = { from: place, points: chosenPoints(), dx: 0, dy: 0 };
      } else drawn = { way, places: [place] };
    },
    follow,
    /** @param {boolean} isKept false where a drag is broken off */
    end(isKept) {
      if (held) letGoOfHeld(isKept);
      else close();
    },
    press,
  };
}
