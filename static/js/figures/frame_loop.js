/**
 * The one owner of a figure's canvases, their size in device pixels, and when it draws.
 *
 * A figure asks for a drawing by `invalidate()`; at most one follows in each frame, none while the figure is off screen or
 * the page hidden, and one when the browser rests while the figure is about to come into sight.
 */

import { cancelFrame, requestFrame } from '../ui/frames.js';
import { whenAtRest } from '../ui/idle.js';
import { growthOf } from './growth.js';

/** More pixels than this per CSS pixel cost time and can't be seen. */
const MAX_PIXEL_RATIO = 3;
/** Figures wake a little before they scroll into view. */
const WAKE_MARGIN = '120px';
/** How much of the window's lower end something lies over, in pixels: a token of the page's style. */
const COVERED = '--covered';

/**
 * @typedef {object} FrameSize
 * @property {number} width in CSS pixels
 * @property {number} height in CSS pixels
 * @property {number} ratio device pixels for one CSS pixel
 */

/**
 * @typedef {object} FrameLoop
 * @property {CanvasRenderingContext2D[]} contexts one per layer, bottom first, in CSS pixels
 * @property {(layer: number) => CanvasRenderingContext2D} use the context of a layer, its canvas from now on as large as the
 *   figure: for those that are seldom needed
 * @property {FrameSize} size
 * @property {() => void} invalidate asks for a drawing in the next frame
 * @property {(wait: number) => void} invalidateIn asks for one in at most that many ms, without starting a frame before it is due
 * @property {() => void} flush draws at once if a drawing is asked for
 * @property {() => void} destroy
 */

/**
 * @param {HTMLElement} element gets the canvases as first children; its box gives their size
 * @param {object} options
 * @param {string[]} options.layers class names of the canvases, bottom first
 * @param {string[]} [options.seldom] those of them that have no pixels until they are used
 * @param {(size: FrameSize) => void} options.onResize called before the first drawing and at each change
 *   of size
 * @param {() => boolean} [options.isFirst] whether it is to be drawn before all other figures
 * @param {(now: number) => number | void} options.draw draws; returns after how many ms it must draw
 *   again, if at all
 * @returns {FrameLoop}
 */
export function createFrameLoop(element, { layers, seldom = [], onResize, isFirst = () => false, draw }) {
  const canvases = layers.map((name) => {
    const canvas = document.createElement('canvas');
    canvas.className = `layer ${name}`;
    canvas.setAttribute('aria-hidden', 'true');
    return canvas;
  });
  element.prepend(...canvases);
  const contexts = canvases.map((canvas) =>
    /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')));
  /** @type {FrameSize} */
  const size = { width: 0, height: 0, ratio: 0 };
  /** Layers whose canvases have another size: an empty one costs as much as a drawn one, so they wait for the drawing. */
  const unsized = new Set(canvases.keys());
  const used = new Set(layers.flatMap((name, layer) => (seldom.includes(name) ? [] : [layer])));
  let dirty = false;
  let onScreen = true;
  let isSeen = false;
  let isDrawn = false;
  let request = 0;
  let timer = 0;
  /** When the timer ends. */
  let due = Infinity;

  const awake = () => onScreen && !document.hidden && size.width > 0 && size.height > 0;

  /** @param {number} layer */
  function sizeCanvas(layer) {
    if (!unsized.delete(layer)) return;
    const { width, height, ratio } = size;
    const canvas = canvases[layer];
    // The box may measure a fraction of a pixel more; the canvas can't, so it is scaled by its whole pixels.
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    contexts[layer].setTransform(canvas.width / width, 0, 0, canvas.height / height, 0, 0);
  }

  const flush = () => {
    if (!dirty || !awake()) return;
    dirty = false;
    isDrawn = true;
    cancelFrame(request);
    request = 0;
    stopTimer();
    for (const layer of used) sizeCanvas(layer);
    const again = draw(performance.now());
    if (again !== undefined) invalidateIn(again);
  };

  function stopTimer() {
    clearTimeout(timer);
    due = Infinity;
  }

  const onFrame = () => {
    request = 0;
    flush();
  };
  /** Ends the wait for the browser's rest. @type {(() => void) | null} */
  let stopWaiting = null;
  const onRest = () => {
    stopWaiting = null;
    flush();
  };

  function invalidate() {
    dirty = true;
    if (request || !awake()) return;
    if (isSeen) request = requestFrame(onFrame, { first: isFirst() });
    else stopWaiting ??= whenAtRest(onRest);
  }

  /** @param {number} wait */
  function invalidateIn(wait) {
    const at = performance.now() + wait;
    if (request || at >= due) return;
    stopTimer();
    if (wait <= 0) {
      invalidate();
      return;
    }
    due = at;
    timer = window.setTimeout(() => {
      due = Infinity;
      invalidate();
    }, wait);
  }

  const fit = () => {
    const box = element.getBoundingClientRect();
    const growth = growthOf(element);
    const [width, height] = [box.width / growth, box.height / growth];
    watchSight();
    const ratio = growth * Math.min(MAX_PIXEL_RATIO, window.devicePixelRatio || 1);
    if (width === size.width && height === size.height && ratio === size.ratio) return;
    Object.assign(size, { width, height, ratio });
    if (width === 0 || height === 0) return;
    for (const layer of canvases.keys()) unsized.add(layer);
    onResize(size);
    invalidate();
    // What was emptied is filled at once; a first picture leaves this frame to the others.
    if (isDrawn) flush();
  };

  const wake = () => {
    if (dirty) invalidate();
  };
  let fitting = 0;
  // In the next frame: what is laid out anew may resize others, of which a browser complains while it tells of sizes.
  const resizes = new ResizeObserver(() => {
    fitting ||= requestFrame(() => {
      fitting = 0;
      fit();
    });
  });
  resizes.observe(element);
  const nearness = new IntersectionObserver((entries) => {
    onScreen = entries[entries.length - 1].isIntersecting;
    wake();
  }, { rootMargin: WAKE_MARGIN });
  nearness.observe(element);
  /** @type {IntersectionObserver | null} */
  let sight = null;
  let covered = NaN;
  function watchSight() {
    const now = parseFloat(getComputedStyle(element).getPropertyValue(COVERED)) || 0;
    if (now === covered) return;
    covered = now;
    sight?.disconnect();
    sight = new IntersectionObserver((entries) => {
      isSeen = entries[entries.length - 1].isIntersecting;
      if (isSeen) wake();
    }, { rootMargin: `0px 0px ${-covered}px` });
    sight.observe(element);
  }
  document.addEventListener('visibilitychange', wake);

  /** @type {MediaQueryList | null} */
  let density = null;
  const watchDensity = () => {
    density?.removeEventListener('change', onDensity);
    density = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    density.addEventListener('change', onDensity);
  };
  function onDensity() {
    watchDensity();
    fit();
  }
  watchDensity();

  return {
    contexts,
    use(layer) {
      used.add(layer);
      sizeCanvas(layer);
      return contexts[layer];
    },
    size,
    invalidate,
    invalidateIn,
    flush,
    destroy() {
      cancelFrame(request);
      cancelFrame(fitting);
      stopTimer();
      resizes.disconnect();
      nearness.disconnect();
      sight?.disconnect();
      stopWaiting?.();
      document.removeEventListener('visibilitychange', wake);
      density?.removeEventListener('change', onDensity);
      for (const canvas of canvases) canvas.remove();
    },
  };
}
