/**
 * The cost curve: training full, test hollow, events ruled, values read by hovering or with the arrow keys.
 */
import { onColoursChange } from '../../ui/colours.js';
import { othersTurn } from '../../ui/pieces.js';
import { whenFontsArrive } from '../fonts.js';
import { createFrameLoop } from '../frame_loop.js';
import { createPace } from '../pace.js';
import { fetchPlotting } from './library.js';

/** @typedef {import('./plot.js').Plot} Plot */
/** @typedef {import('./scene.js').ChartScene} ChartScene */
/** @typedef {import('./library.js').Plotting} Plotting */

/** A line needs two points. */
const LEAST_STEPS = 2;
const FAR = 10;
/** Milliseconds until the library is asked for again. */
const RETRY = 5000;

/**
 * @param {HTMLElement} element
 * @param {object} [options]
 * @param {(place: import('./scene.js').ChartPlace | null) => void} [options.onPlace] after each drawing
 * @returns {{update: (scene: ChartScene) => void, point: (step: number | null) => void, prepare: () => void, destroy: () => void}}
 *   `point` has a step stand under the axis: ticks give way to it; `prepare` fetches what the first drawing needs
 */
export function mount(element, { onPlace = () => {} } = {}) {
  const readout = Object.assign(document.createElement('output'), { className: 'readout', hidden: true });
  const words = Object.assign(document.createElement('p'), { className: 'hint' });
  words.textContent = 'The cost curve will draw itself here.';
  element.append(words, readout);
  element.tabIndex = 0;
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', 'Cost curve. Left and right arrow keys read values.');

  /** @type {ChartScene | null} */
  let scene = null;
  /** The one that the plot shows. @type {ChartScene | null} */
  let drawn = null;
  /** @type {Plot | null} */
  let plot = null;
  /** Draws the plot, as long as that was not done. @type {(() => void) | null} */
  let begin = null;
  /** What the plot was made of: it may be older than the scene when it is begun. @type {ChartScene | null} */
  let made = null;
  /** The scale that the plot was made for. @type {boolean | null} */
  let madeLogarithmic = null;
  /** The step that stands under the axis. @type {number | null} */
  let pointed = null;
  /** The ticks that give way to it, as they were drawn. */
  let hidden = '';
  /** @type {Plotting | null} */
  let plotting = null;
  let fetching = false;
  const pace = createPace({ period: 80, light: true });

  const fetchIt = async () => {
    if (plotting || fetching) return;
    fetching = true;
    try {
      plotting = await fetchPlotting();
      loop.invalidate();
    } catch {
      window.setTimeout(() => {
        fetching = false;
        fetchIt();
      }, RETRY);
    }
  };

  const remove = () => {
    plot?.destroy();
    plot = begin = null;
    readout.hidden = true;
    onPlace(null);
  };

  const hiddenTicks = (/** @type {Plot} */ current) => plotting?.hiddenTicks(current, pointed).join() ?? '';

  /** @param {Plot} current */
  const read = (current) => {
    const at = current.cursor.idx;
    readout.hidden = at === null || at === undefined;
    if (at === null || at === undefined) return;
    if (drawn && plotting) readout.textContent = plotting.reading(drawn, at).text;
    const { offsetWidth: width } = readout;
    const x = current.over.offsetLeft + current.valToPos(current.data[0][at], 'x');
    readout.style.left = `${Math.max(0, Math.min(element.clientWidth - width, x - width / 2))}px`;
  };

  /** @param {number} now @returns {number | void} */
  const draw = (now) => {
    if (!scene) return undefined;
    const wait = begin ? 0 : pace.wait(now, scene.training);
    if (wait > 0) return wait;
    pace.painted(now);
    const empty = scene.steps.length < LEAST_STEPS;
    drawn = scene;
    words.hidden = !empty;
    if (empty) {
      remove();
    } else if (!plotting) {
      fetchIt();
    } else if (begin) {
      begin();
      begin = null;
      drawn = made;
      if (scene !== made) return 0; // what came since has the next frame
    } else if (plot && madeLogarithmic === scene.logarithmic) {
      const { setData, redraw } = plot;
      const data = plotting.plotData(scene);
      const isMarkedAnew = hiddenTicks(plot) !== hidden;
      plot.batch(() => {
        setData(data);
        if (isMarkedAnew) redraw(false, true); // ticks stay as they are as long as the scales do
      });
    } else {
      remove();
      made = scene;
      madeLogarithmic = scene.logarithmic;
      ({ plot, begin } = plotting.createPlot(plotting.uPlot, element, {
        scene: () => /** @type {ChartScene} */ (scene),
        pointed: () => pointed,
        onCursor: read,
        onDraw: (drawing, place) => {
          hidden = hiddenTicks(drawing);
          onPlace(place);
        },
      }));
      // Its first picture has a turn of its own, unless the next frame is there sooner.
      othersTurn().then(() => {
        if (begin) loop.flush();
      });
      return 0;
    }
    return undefined;
  };

  const loop = createFrameLoop(element, {
    layers: [],
    draw,
    onResize({ width, height }) {
      if (begin) remove();
      else plot?.setSize({ width, height });
    },
  });
  const remake = () => {
    remove();
    loop.invalidate();
  };

  /** @param {KeyboardEvent} event */
  const walk = (event) => {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!way || !plot || begin) return;
    event.preventDefault();
    const last = plot.data[0].length - 1;
    const at = Math.max(0, Math.min(last, (plot.cursor.idx ?? last) + way * (event.shiftKey ? FAR : 1)));
    plot.setCursor({ left: plot.valToPos(plot.data[0][at], 'x'), top: 0 });
  };
  element.addEventListener('keydown', walk);
  const stopColours = onColoursChange(remake);
  whenFontsArrive(remake);

  return {
    prepare: fetchIt,
    update(next) {
      scene = next;
      loop.invalidateIn(pace.wait(performance.now(), next.training));
    },
    point(step) {
      pointed = step;
      if (plot && !begin && hiddenTicks(plot) !== hidden) loop.invalidate();
    },
    destroy() {
      loop.destroy();
      element.removeEventListener('keydown', walk);
      stopColours();
      remove();
      readout.remove();
      words.remove();
    },
  };
}
