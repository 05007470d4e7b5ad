/**
 * The plane figure: decision regions, points and what a hand does with them.
 */

import { colours, onColoursChange } from '../../ui/colours.js';
import { fadeOut } from './fade.js';
import { appended } from './appended.js';
import { drawAxes } from './axes.js';
import { setAttribute, setText } from '../../ui/dom.js';
import { feedField } from '../field_feed.js';
import { whenFontsArrive } from '../fonts.js';
import { placeOnPage } from '../growth.js';
import { createFrameLoop } from '../frame_loop.js';
import { createPace } from '../pace.js';
import { wipe } from '../wipe.js';
import { EXTENT, clampPlace, toPixelX, toPixelY, toPlace } from './geometry.js';
import { createGestures } from './gestures.js';
import { pointAt, toleranceFor } from './hit.js';
import { createJudge } from './judge.js';
import { createKeyboard } from './keyboard.js';
import { crosshairText, sceneName } from './name.js';
import { markDrawn } from './drawn.js';
import { drawOverlay } from './overlay.js';
import { listenToPointer } from './pointer.js';
import { drawPoints } from './points.js';
import { isMany, stampPoints } from './stamps.js';

/** @typedef {import('./geometry.js').Place} Place */
/** @typedef {import('./gestures.js').DragPhase} DragPhase */
/** @typedef {import('./scene.js').PlaneOptions} PlaneOptions */
/** @typedef {import('./scene.js').PlaneScene} PlaneScene */

/** Milliseconds a frame may spend on judging points. */
const JUDGING = { training: 0.3, still: 4 };
/** A wait, in ms, short enough to end before the next frame. */
const NEXT_FRAME = 1;
const nothing = () => {};

/**
 * @param {HTMLElement} element positioned; its box is the plane
 * @param {PlaneOptions} [options]
 */
export function mount(element, options = {}) {
  const {
    field = null, onAdd = nothing, onMove = nothing, onRemove = nothing, onPick = nothing,
    onFollow = nothing, onHover = nothing, onLayout = nothing,
  } = options;
  /** @type {PlaneScene | null} */
  let scene = null;
  /** @type {import('./geometry.js').PlaneLayout} */
  let layout = { width: 0, height: 0, extent: EXTENT };
  const stale = { field: true, points: true, overlay: true };
  /** Points still to be drawn on top of those already there. @type {PlaneScene['points']} */
  let fresh = [];
  /** @type {{parameters: PlaneScene['parameters'], architecture: PlaneScene['architecture']}} */
  let painted = { parameters: null, architecture: null };
  /** What the field is being painted with, over several frames. @type {typeof painted | null} */
  let begun = null;
  let isInEvent = false;
  /** @type {{ghost: Place | null, crosshair: Place | null}} */
  const pointing = { ghost: null, crosshair: null };
  const pace = createPace();
  const judge = createJudge();
  const drawn = markDrawn(element);

  element.classList.add('plane-figure');
  element.tabIndex = 0;
  element.setAttribute('role', 'application');
  const status = document.createElement('div');
  status.className = 'vh';
  status.setAttribute('aria-live', 'polite');

  const loop = createFrameLoop(element, {
    layers: ['field', 'points', 'overlay'],
    draw,
    // The first picture is what everybody waits for.
    isFirst: () => Boolean(scene?.parameters && !painted.parameters && !scene.training),
    onResize({ width, height }) {
      layout = { width, height, extent: EXTENT };
      stale.field = stale.points = stale.overlay = true;
      onLayout();
    },
  });
  element.append(status);

  /**
   * @param {number} now
   * @param {PlaneScene} current
   * @returns {number} ms until the field may be painted
   */
  function fieldWait(now, { training }) {
    if (stale.field) return 0;
    return begun && !pace.hurries(now) ? pace.waitToGoOn(now) : pace.wait(now, training);
  }

  /**
   * @param {number} now
   * @param {PlaneScene} current
   * @returns {number} ms until it may be painted, 0 once it is
   */
  function drawField(now, current) {
    const { architecture, parameters, training, showNeuron, targetScale } = current;
    const isPainted = painted.parameters === parameters && painted.architecture === architecture;
    if (!stale.field && isPainted) return 0;
    const wait = fieldWait(now, current);
    if (wait > 0) return wait;
    if (isInEvent && painted.parameters) return NEXT_FRAME;
    // Where there was no field, it leaves this frame to the points.
    if (field && parameters && !painted.parameters && (stale.points || !field.isReady())) return NEXT_FRAME;
    const { width, height } = layout;
    const [context] = loop.contexts;
    const inParts = training && !stale.field && !pace.hurries(now);
    if (!inParts || begun?.architecture !== architecture) begun = null;
    const subject = begun ?? { parameters, architecture };
    let isWhole = true;
    if (field && architecture && parameters) {
      feedField(field, architecture, parameters);
      const { field: tints } = colours();
      if (showNeuron) {
        wipe(context);
        field.paintTiles(context, [{ ...showNeuron, x: 0, y: 0, width, height }], tints, { moving: training, fine: !training });
      } else {
        isWhole = field.paintPlane(context, width, height, tints, { moving: training, inParts, soon: !painted.parameters, range: targetScale });
      }
    } else if (painted.parameters) {
      wipe(context);
    }
    if (begun) pace.wentOn(now);
    else pace.painted(now);
    begun = isWhole ? null : subject;
    if (!isWhole) return NEXT_FRAME;
    stale.field = false;
    painted = subject;
    return 0;
  }

  /** @param {number} now @returns {number | void} */
  function draw(now) {
    if (!scene) return undefined;
    const [, points, overlay] = loop.contexts;
    const wait = drawField(now, scene);
    const drawThem = isMany(scene.points) ? stampPoints : drawPoints;
    if (stale.points) {
      wipe(points);
      drawAxes(points, layout, colours(), scene);
      drawThem(points, scene, layout, colours());
      stale.points = false;
    } else if (fresh.length > 0) {
      drawThem(points, { ...scene, points: fresh }, layout, colours());
    }
    fresh = [];
    const judged = judge.advance(scene, scene.training ? JUDGING.training : JUDGING.still);
    if (stale.overlay || judge.isNews(now, scene.training)) {
      wipe(overlay);
      drawOverlay(overlay, scene, judge, pointing, layout, colours());
      stale.overlay = false;
      judge.shown(now);
    }
    if (!scene.told) rename(scene, judged);
    drawn.tell(judged && wait === 0 && !scene.training);
    return judged ? wait || undefined : pace.hushed(now);
  }

  /** @param {PlaneScene} current @param {boolean} judged whether all points were, by these parameters */
  const rename = (current, judged) => setAttribute(element, 'aria-label', sceneName(current, judged ? judge.wrong.size : null));

  /** @param {Place | null} ghost */
  const setGhost = (ghost) => {
    if (!ghost && !pointing.ghost) return;
    pointing.ghost = ghost;
    stale.overlay = true;
    loop.invalidate();
  };

  /**
   * Calls back, and draws what comes of it before the event is over; the field, which costs more, follows in the next frame.
   * @param {() => void} act
   */
  const atOnce = (act) => {
    act();
    isInEvent = true;
    loop.flush();
    isInEvent = false;
  };

  const near = (/** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ pointerType) =>
    (scene ? pointAt(scene.points, layout, x, y, toleranceFor(pointerType)) : null);

  const gestures = createGestures({
    pointAt: ({ x, y, pointerType }) => near(x, y, pointerType),
    add: (x, y) => atOnce(() => {
      if (scene?.brush) onAdd(toPlace(layout, x, y));
    }),
    pick: (id) => atOnce(() => onPick(id)),
    remove: (id) => atOnce(() => onRemove(id)),
    drag: (point, dx, dy, phase) => atOnce(() => {
      const x = toPixelX(layout, point.x1) + dx;
      const y = toPixelY(layout, point.x2) + dy;
      onMove(point.id, phase === 'cancel' ? { x1: point.x1, x2: point.x2 } : toPlace(layout, x, y), phase);
    }),
    later(callback, milliseconds) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  });

  const pointer = listenToPointer(element, gestures, {
    near,
    onOver(x, y, overPoint) {
      const place = x === null || y === null ? null : toPlace(layout, x, y);
      setGhost(overPoint || gestures.dragging ? null : place);
      onHover(place);
    },
  });

  const keyboard = createKeyboard(element, {
    extent: EXTENT,
    under: (place) => near(toPixelX(layout, place.x1), toPixelY(layout, place.x2), 'mouse'),
    onCrosshair(place) {
      pointing.crosshair = place;
      stale.overlay = true;
      sayCrosshair();
      onHover(place);
      loop.invalidate();
    },
    onAdd: (place) => atOnce(() => {
      if (scene?.brush) onAdd(clampPlace(place, EXTENT));
    }),
    onRemove: (id) => atOnce(() => onRemove(id)),
    onFollow: (id) => atOnce(() => onFollow(id)),
  });

  function sayCrosshair() {
    const { crosshair: place } = pointing;
    setText(status, place && scene ? crosshairText(place, keyboard.point, scene.task, scene.naming).text : '');
  }

  const unsubscribe = onColoursChange(() => {
    stale.field = stale.points = stale.overlay = true;
    loop.invalidate();
  });
  whenFontsArrive(() => {
    stale.points = stale.overlay = true;
    loop.invalidate();
  });

  return {
    /** @param {PlaneScene} next */
    update(next) {
      const before = scene;
      scene = next;
      drawn.tell(false);
      const changed = (/** @type {Array<keyof PlaneScene>} */ keys) =>
        keys.some((key) => before?.[key] !== next[key]);
      if (changed(['task', 'targetScale', 'faded', 'lit', 'naming'])) stale.points = true;
      if (before?.architecture?.held !== next.architecture?.held || before?.reach !== next.reach) stale.points = true;
      if (before && before.points !== next.points) {
        const more = isMany(before.points) === isMany(next.points) && appended(before.points, next.points);
        if (more) fresh = [...fresh, ...more];
        else stale.points = true;
        pace.hush(performance.now());
      }
      if (before && before.revision !== next.revision) pace.hurry(performance.now());
      if (stale.points || fresh.length > 0) stale.overlay = true;
      const isOtherBrush = before?.brush?.target !== next.brush?.target || before?.brush?.test !== next.brush?.test;
      if (changed(['chosen', 'ringed', 'showNeuron']) || isOtherBrush) stale.overlay = true;
      if (before && changed(['showNeuron'])) {
        fadeOut(loop.contexts[0].canvas);
        if (next.naming?.ticks) stale.points = true;
      }
      // As training begins the field stays as it is, which is finer than any that is painted on the way.
      if (changed(['showNeuron', 'targetScale', 'task']) || (before?.training && !next.training)) stale.field = true;
      if (next.told && next.told !== before?.told) rename(next, false);
      if (changed(['points', 'task'])) sayCrosshair();
      const isOnlyField = !stale.points && !stale.overlay && fresh.length === 0;
      loop.invalidateIn(isOnlyField ? fieldWait(performance.now(), next) : 0);
    },

    /**
     * Where a point lies in the page's coordinates; at the rim for one that lies outside the plane.
     * @param {Place} place
     */
    anchor(place) {
      const { x1, x2 } = clampPlace(place, EXTENT);
      return placeOnPage(element, { x: toPixelX(layout, x1), y: toPixelY(layout, x2) });
    },

    destroy() {
      for (const attribute of ['role', 'tabindex', 'aria-label']) element.removeAttribute(attribute);
      element.classList.remove('plane-figure', 'over-point', 'dragging');
      drawn.tell(false);
      unsubscribe();
      gestures.cancel();
      pointer.destroy();
      keyboard.destroy();
      status.remove();
      loop.destroy();
    },
  };
}
