/**
 * The loss curve as a plot of uPlot: its scales, axes, lines, and what is written over them.
 */
import { colours } from '../../ui/colours.js';
import { formatCount, formatNumber } from '../../ui/format.js';
import { said } from '../../words/sentence.js';
import { sansFont, TICK_SIZE } from '../fonts.js';
import { drawAnnotations } from './annotations.js';
import { linearRange, linearTicks, logRange, logTicks, tickText } from './ticks.js';

/** @typedef {import('uplot')} Plot */
/** @typedef {typeof import('uplot')} UPlot */
/** @typedef {import('./scene.js').ChartScene} ChartScene */

const AXIS = { x: 20, y: 40, padTop: 8, padRight: 44 };
const LINE = { train: 1.8, test: 1.3, dash: [4, 3] };
const ROOM_AFTER_BREAK = 0.15;
/** Between two grid lines, and between two steps that are named, in CSS pixels. */
const GAP = { grid: 22, steps: 70 };
const DECADES = Array.from({ length: 12 }, (_, power) => 10 ** power);
const STEP_UNITS = DECADES.flatMap((decade) => [decade, 2 * decade, 5 * decade]);

/**
 * @param {ArrayLike<number>} values
 * @param {boolean} logarithmic
 * @returns {Array<number | null>} with gaps where nothing can be drawn
 */
function drawable(values, logarithmic) {
  const least = logarithmic ? Number.MIN_VALUE : -Infinity;
  return Array.from(values, (value) => (Number.isFinite(value) && value >= least ? value : null));
}

/**
 * The curve up to where it is now.
 * @param {Pick<ChartScene, 'steps' | 'train' | 'test' | 'now'>} scene
 * @returns {{steps: number[], train: number[], test: number[]}}
 */
function upToNow({ steps, train, test, now }) {
  const curve = { steps: Array.from(steps), train: Array.from(train), test: Array.from(test) };
  const last = steps.length - 1;
  if (now === null || now.step < steps[last]) return curve;
  if (now.step === steps[last] && Object.is(now.train, train[last]) && Object.is(now.test, test[last])) return curve;
  return { steps: [...curve.steps, now.step], train: [...curve.train, now.train], test: [...curve.test, now.test] };
}

/** @param {ChartScene} scene @returns {import('uplot').AlignedData} */
export function plotData(scene) {
  const { steps, train, test } = upToNow(scene);
  return [steps, drawable(train, scene.logarithmic), drawable(test, scene.logarithmic)];
}

/**
 * What the curve says at an index, such as "step 40: train 0.1234, test 0.1500".
 * @param {Pick<ChartScene, 'steps' | 'train' | 'test' | 'now'>} scene as it was drawn: a logarithmic plot leaves a cost of 0 out
 * @param {number} at
 */
export function reading(scene, at) {
  const { steps, train, test } = upToNow(scene);
  const step = formatCount(steps[at]);
  const [ofTrain, ofTest] = [train[at], test[at]].map((cost) => (Number.isNaN(cost) ? null : formatNumber(cost, 4)));
  const parts = [ofTrain && `train ${ofTrain}`, ofTest && `test ${ofTest}`].filter(Boolean).join(', ');
  return said(`step ${step}: ${parts || 'no loss'}`, { that: 'costs at', step, train: ofTrain, test: ofTest });
}

/** @param {Plot} plot @param {boolean} logarithmic */
function costRange({ data }, logarithmic) {
  const values = [...data[1], ...data[2]].filter((value) => typeof value === 'number');
  if (values.length === 0) return logRange(1, 1);
  return logarithmic ? logRange(Math.min(...values), Math.max(...values)) : linearRange(Math.max(...values));
}

/**
 * The range of the steps, with room for the words where the numbers broke.
 * @param {ChartScene} scene
 * @param {number} least
 * @param {number} most
 * @returns {[number, number]}
 */
function stepRange({ diverged }, least, most) {
  if (!diverged) return [least, Math.max(most, least + 1)];
  return [least, Math.max(most, diverged.step + (diverged.step - least) * ROOM_AFTER_BREAK)];
}

/** @param {Plot} plot @param {ChartScene} scene @param {number} ratio device pixels for one CSS pixel */
function annotate(plot, { steps, events, diverged }, ratio) {
  const { left, top, width, height } = plot.bbox;
  const [right, bottom] = [left + width, top + height];
  const box = { left: left / ratio, top: top / ratio, right: right / ratio, bottom: bottom / ratio };
  const x = (/** @type {number} */ step) => box.left + plot.valToPos(step, 'x');
  const ends = ['train', 'test'].flatMap((text, index) => {
    const value = plot.data[index + 1].at(-1);
    if (typeof value !== 'number') return [];
    return [{ text, y: box.top + plot.valToPos(value, 'y'), strong: index === 0 }];
  });
  plot.ctx.save();
  plot.ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawAnnotations(plot.ctx, box, {
    events: events.filter(({ step }) => step >= steps[0]).map(({ step, text }) => ({ x: x(step), text })),
    ends: diverged ? [] : ends,
    endX: box.right,
    brokenX: diverged ? x(diverged.step) : null,
    backX: diverged ? x(diverged.back) : null,
  }, colours());
  plot.ctx.restore();
}

/**
 * @param {UPlot} uPlot
 * @param {HTMLElement} element
 * @param {object} settings
 * @param {() => ChartScene} settings.scene the newest
 * @param {(plot: Plot) => void} settings.onCursor after the cursor moved
 * @returns {Plot}
 */
export function createPlot(uPlot, element, { scene, onCursor }) {
  const { logarithmic } = scene();
  const axis = { font: sansFont(TICK_SIZE), stroke: () => colours().ink3, ticks: { show: false } };
  const line = { points: { show: false }, spanGaps: false };
  return new uPlot({
    width: element.clientWidth,
    height: element.clientHeight,
    padding: [AXIS.padTop, AXIS.padRight, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false, setScale: false }, points: { size: 6 } },
    scales: {
      x: { time: false, range: (_, least, most) => stepRange(scene(), least, most) },
      y: { distr: logarithmic ? 3 : 1, range: (plot) => costRange(plot, logarithmic) },
    },
    series: [
      {},
      { ...line, stroke: () => colours().ink, width: LINE.train },
      { ...line, stroke: () => colours().ink2, width: LINE.test, dash: LINE.dash },
    ],
    axes: [
      {
        ...axis,
        size: AXIS.x,
        gap: 2,
        space: GAP.steps,
        grid: { show: false },
        border: { show: true, stroke: () => colours().line, width: 1 },
        incrs: STEP_UNITS,
        values: (_, steps) => steps.map(formatCount),
      },
      {
        ...axis,
        size: AXIS.y,
        gap: 6,
        grid: { stroke: () => colours().line, width: 1 },
        splits: (plot, _, least, most) => {
          const count = Math.max(2, Math.floor(plot.bbox.height / uPlot.pxRatio / GAP.grid));
          return logarithmic ? logTicks([least, most], count) : linearTicks([least, most], count);
        },
        filter: (_, costs) => costs,
        values: (_, costs) => costs.map(tickText),
      },
    ],
    hooks: { draw: [(plot) => annotate(plot, scene(), uPlot.pxRatio)], setCursor: [onCursor] },
  }, plotData(scene()), element);
}
