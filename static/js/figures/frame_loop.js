/**
 * The one owner of a figure's canvases, their size in device pixels, and when it draws.
 *
 * A figure asks for a drawing by `invalidate()`; at most one follows in each frame, and none while the
 * figure is off screen or the page hidden.
 */

import { cancelFrame, requestFrame } from '../ui/frames.js';
import { growthOf } from './growth.js';

/** More pixels than this per CSS pixel cost time and can't be seen. */
const MAX_PIXEL_RATIO = 3;
/** Figures wake a little before they scroll into view. */
const WAKE_MARGIN = '120px';

/**
 * @typedef {object} FrameSize
 * @property {number} width in CSS pixels
 * @property {number} height in CSS pixels
 * @property {number} ratio device pixels for one CSS pixel
 */

/**
 * @typedef {object} FrameLoop
 * @property {CanvasRenderingContext2D[]} contexts one per layer, bottom first, in CSS pixels
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
 * @param {(size: FrameSize) => void} options.onResize called before the first drawing and at each change
 *   of size
 * @param {(now: number) => number | void} options.draw draws; returns after how many ms it must draw
 *   again, if at all
 * @returns {FrameLoop}
 */
export function createFrameLoop(element, { layers, onResize, draw }) {
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
  let dirty = false;
  let onScreen = true;
  let isDrawn = false;
  let request = 0;
  let timer = 0;
  /** When the timer ends. */
  let due = Infinity;

  const awake = () => onScreen && !document.hidden && size.width > 0 && size.height > 0;

  const flush = () => {
    if (!dirty || !awake()) return;
    dirty = false;
    isDrawn = true;
    cancelFrame(request);
    request = 0;
    stopTimer();
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

  function invalidate() {
    dirty = true;
    if (!request && awake()) request = requestFrame(onFrame);
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
    const ratio = growth * Math.min(MAX_PIXEL_RATIO, window.devicePixelRatio || 1);
    if (width === size.width && height === size.height && ratio === size.ratio) return;
    Object.assign(size, { width, height, ratio });
    if (width === 0 || height === 0) return;
    for (const [index, canvas] of canvases.entries()) {
      // The box may measure a fraction of a pixel more; the canvas can't, so it is scaled by its whole pixels.
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      contexts[index].setTransform(canvas.width / width, 0, 0, canvas.height / height, 0, 0);
    }
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
  const sight = new IntersectionObserver((entries) => {
    onScreen = entries[entries.length - 1].isIntersecting;
    wake();
  }, { rootMargin: WAKE_MARGIN });
  sight.observe(element);
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
    size,
    invalidate,
    invalidateIn,
    flush,
    destroy() {
      cancelFrame(request);
      cancelFrame(fitting);
      stopTimer();
      resizes.disconnect();
      sight.disconnect();
      document.removeEventListener('visibilitychange', wake);
      density?.removeEventListener('change', onDensity);
      for (const canvas of canvases) canvas.remove();
    },
  };
}
