/**
 * The loss curve: training solid, test dashed, events ruled, values read by hovering or with the arrow keys.
 */
import uPlot from 'uplot';
import { colours, onColoursChange } from '../../ui/colours.js';
import { formatCount, formatNumber, formatScientific } from '../../ui/format.js';
import { sansFont, TICK_SIZE, whenFontsArrive } from '../fonts.js';
import { createFrameLoop } from '../frame_loop.js';
import { createPace } from '../pace.js';
import { drawAnnotations } from './annotations.js';
import { linearRange, linearTicks, logRange, logTicks, tickText } from './ticks.js';

/**
 * @typedef {object} ChartScene
 * @property {ArrayLike<number>} steps
 * @property {ArrayLike<number>} train loss at each step
 * @property {ArrayLike<number>} test
 * @property {Array<{step: number, text: string}>} events
 * @property {boolean} logarithmic
 * @property {boolean} training
 * @property {{step: number, back: number} | null} diverged
 */

const AXIS = { x: 20, y: 40, padTop: 8, padRight: 44 };
const LINE = { train: 1.8, test: 1.3, dash: [4, 3] };
/** Between two grid lines, in CSS pixels. */
const GRID_GAP = 22;
const STEP_GAP = 70;
const READ_BY_KEY = 10;
/** Losses below this are read as powers of ten. */
const SMALL = 0.001;

/** @param {ArrayLike<number>} values @param {boolean} logarithmic @returns {Array<number | null>} gaps where nothing can be drawn */
function drawable(values, logarithmic) {
  return Array.from(values, (value) => (Number.isFinite(value) && (!logarithmic || value > 0) ? value : null));
}

/** @param {ChartScene} scene @returns {uPlot.AlignedData} */
const dataOf = ({ steps, train, test, logarithmic }) => (
  [Array.from(steps), drawable(train, logarithmic), drawable(test, logarithmic)]
);

/** @param {number | null | undefined} value */
const readable = (value) => {
  if (value === null || value === undefined) return '–';
  return value > 0 && value < SMALL ? formatScientific(value) : formatNumber(value, 4);
};

/**
 * @param {HTMLElement} element
 * @returns {{update: (scene: ChartScene) => void, destroy: () => void}}
 */
export function mount(element) {
  const readout = Object.assign(document.createElement('output'), { className: 'readout', hidden: true });
  const words = Object.assign(document.createElement('p'), { className: 'hint' });
  element.append(words, readout);
  element.tabIndex = 0;
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', 'Loss curve. Left and right arrow keys read values.');

  /** @type {ChartScene | null} */
  let scene = null;
  /** @type {uPlot | null} */
  let plot = null;
  /** What the plot was made for. @type {boolean | null} */
  let madeLogarithmic = null;
  const pace = createPace();

  /** @param {uPlot} u @returns {[number, number]} */
  const rangeOf = (u) => {
    const values = [...u.data[1], ...u.data[2]].filter((value) => typeof value === 'number');
    if (values.length === 0) return [0.1, 1];
    return madeLogarithmic ? logRange(Math.min(...values), Math.max(...values)) : linearRange(Math.max(...values));
  };

  /** @param {uPlot} u */
  const annotate = (u) => {
    if (!scene) return;
    const ratio = uPlot.pxRatio;
    const { left, top, width, height } = u.bbox;
    const box = { left: left / ratio, top: top / ratio, right: (left + width) / ratio, bottom: (top + height) / ratio };
    const x = (/** @type {number} */ step) => box.left + u.valToPos(step, 'x');
    const first = scene.steps[0] ?? 0;
    const names = ['train', 'test'];
    const ends = names.flatMap((text, index) => {
      const value = u.data[index + 1].at(-1);
      return typeof value === 'number' ? [{ text, y: box.top + u.valToPos(value, 'y'), strong: index === 0 }] : [];
    });
    u.ctx.save();
    u.ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawAnnotations(u.ctx, box, {
      events: scene.events.filter(({ step }) => step >= first).map(({ step, text }) => ({ x: x(step), text })),
      ends: scene.diverged ? [] : ends,
      endX: box.right,
      brokenX: scene.diverged ? x(scene.diverged.step) : null,
      backX: scene.diverged ? x(scene.diverged.back) : null,
    }, colours());
    u.ctx.restore();
  };

  /** @param {uPlot} u */
  const read = (u) => {
    const at = u.cursor.idx;
    readout.hidden = at === null || at === undefined;
    if (at === null || at === undefined) return;
    const [steps, train, test] = u.data;
    const tested = typeof test[at] === 'number' ? `, test ${readable(test[at])}` : '';
    readout.textContent = `step ${formatCount(steps[at])}: train ${readable(train[at])}${tested}`;
    const left = u.valToPos(steps[at], 'x') + u.bbox.left / uPlot.pxRatio;
    const room = element.clientWidth - readout.offsetWidth;
    readout.style.left = `${Math.max(0, Math.min(room, left - readout.offsetWidth / 2))}px`;
  };

  /** @returns {uPlot.Options} */
  const options = () => {
    const axis = { font: sansFont(TICK_SIZE), stroke: () => colours().ink3, ticks: { show: false } };
    const line = (/** @type {() => string} */ stroke, /** @type {number} */ width, /** @type {number[]} */ dash = []) => (
      { stroke, width, dash, points: { show: false }, spanGaps: false }
    );
    return {
      width: element.clientWidth,
      height: element.clientHeight,
      padding: [AXIS.padTop, AXIS.padRight, 0, 0],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false, setScale: false }, points: { size: 6 } },
      scales: {
        x: { time: false, range: (_, least, most) => (least === most ? [least, least + 1] : [least, most]) },
        y: { distr: madeLogarithmic ? 3 : 1, range: rangeOf },
      },
      series: [{}, line(() => colours().ink, LINE.train), line(() => colours().ink2, LINE.test, LINE.dash)],
      axes: [
        {
          ...axis,
          size: AXIS.x,
          gap: 2,
          space: STEP_GAP,
          grid: { show: false },
          border: { show: true, stroke: () => colours().line, width: 1 },
          incrs: [1, 2, 5].flatMap((unit) => Array.from({ length: 12 }, (_, power) => unit * 10 ** power)).sort((a, b) => a - b),
          values: (_, splits) => splits.map(formatCount),
        },
        {
          ...axis,
          size: AXIS.y,
          gap: 6,
          grid: { stroke: () => colours().line, width: 1 },
          splits: (u, _, least, most) => {
            const count = Math.max(2, Math.floor(u.bbox.height / uPlot.pxRatio / GRID_GAP));
            return madeLogarithmic ? logTicks([least, most], count) : linearTicks([least, most], count);
          },
          filter: (_, splits) => splits,
          values: (_, splits) => splits.map(tickText),
        },
      ],
      hooks: { draw: [annotate], setCursor: [read] },
    };
  };

  /** @param {number} now @returns {number | void} */
  const draw = (now) => {
    if (!scene) return undefined;
    const wait = pace.wait(now, scene.training);
    if (wait > 0) return wait;
    pace.painted(now);
    const empty = scene.steps.length < 2;
    words.hidden = !empty;
    words.textContent = 'The loss curve will draw itself here.';
    if (empty) {
      plot?.destroy();
      plot = null;
    } else if (plot && madeLogarithmic === scene.logarithmic) {
      plot.setData(dataOf(scene));
    } else {
      plot?.destroy();
      madeLogarithmic = scene.logarithmic;
      plot = new uPlot(options(), dataOf(scene), element);
    }
    return undefined;
  };
  const loop = createFrameLoop(element, {
    layers: [],
    draw,
    onResize: ({ width, height }) => plot?.setSize({ width, height }),
  });

  const remake = () => {
    plot?.destroy();
    plot = null;
    loop.invalidate();
  };
  /** @param {KeyboardEvent} event */
  const walk = (event) => {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!way || !plot) return;
    event.preventDefault();
    const last = plot.data[0].length - 1;
    const at = Math.max(0, Math.min(last, (plot.cursor.idx ?? last) + way * (event.shiftKey ? READ_BY_KEY : 1)));
    plot.setCursor({ left: plot.valToPos(plot.data[0][at], 'x'), top: 0 });
  };
  element.addEventListener('keydown', walk);
  const stopColours = onColoursChange(remake);
  whenFontsArrive(remake);

  return {
    update(next) {
      scene = next;
      loop.invalidate();
    },
    destroy() {
      loop.destroy();
      element.removeEventListener('keydown', walk);
      stopColours();
      plot?.destroy();
      readout.remove();
      words.remove();
    },
  };
}
