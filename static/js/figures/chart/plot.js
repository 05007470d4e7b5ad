/**
 * The cost curve as a plot of uPlot: its scales, axes, lines, and what is written over them.
 */
import { colours } from '../../ui/colours.js';
import { formatCount, formatNumber } from '../../ui/format.js';
import { said } from '../../words/sentence.js';
import { sansFont, TICK_SIZE } from '../fonts.js';
import { drawAnnotations } from './annotations.js';
import { costsOf, drawOthers, lastOf } from './others.js';
import { smoothed } from './smooth.js';
import { upToNow } from './up_to_now.js';
import { linearRange, linearTicks, logRange, logTicks, tickText } from './ticks.js';

/** @typedef {import('uplot')} Plot */
/** @typedef {typeof import('uplot')} UPlot */
/** @typedef {import('./scene.js').ChartScene} ChartScene */

const AXIS = { x: 20, y: 40, gap: 6, padTop: 8, padRight: 56, padNames: 88 };
/** The line of test points is hollow, as they are: dashes mean what is negative. */
const LINE = { train: 1.8, test: 3, hollow: 1.2, raw: 1, faint: 0.35 };
/** In a lower curve raw costs can't be told from smoothed ones, and no word of them has room. */
const LEAST_HEIGHT_OF_RAW = 50;
/** In CSS pixels; below it they only make the line look blurred. */
const LEAST_STRAY = 2;
/** The series that the cursor reads: costs as they are, not as they are smoothed. */
const RAW = 2;
const CURSOR = 6;
/** Lines at the axis, shorter than a grid line. */
const MARK = 4;
const ROOM_AFTER_BREAK = 0.15;
/** Between two grid lines, and between two steps that are named, in CSS pixels. */
const GAP = { grid: 22, steps: 70 };
/** Around a step that is pointed at, and what a digit takes, in CSS pixels. */
const ROOM_AT_STEP = 26;
const DIGIT = 7;
/** The steps that a plot's axis names. @type {WeakMap<Plot, number[]>} */
const ticksOf = new WeakMap();
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

/** @param {ChartScene} scene @returns {import('uplot').AlignedData} raw costs, then smoothed ones: test twice, for its edge and what it encloses */
export function plotData(scene) {
  const { logarithmic } = scene;
  const { steps, train, test } = upToNow(scene);
  const raw = [train, test].map((costs) => drawable(costs, logarithmic));
  const [trains, tests] = raw.map((costs) => smoothed(costs, logarithmic));
  return [steps, ...raw, tests, tests, trains];
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
  return said(`step ${step}: ${parts || 'no cost'}`, { that: 'costs at', step, train: ofTrain, test: ofTest });
}

/** Raw costs and the smooth ones over them, by their places in the plot's data. */
const SMOOTHED = [[1, 5], [2, 3]];

/** Whether raw costs stray from the smooth line so far that they say more than it. @param {Plot} plot */
function isJagged({ data, valToPos }) {
  return SMOOTHED.some(([raw, smooth]) => data[raw].some((cost, at) => {
    const mean = data[smooth][at];
    return typeof cost === 'number' && typeof mean === 'number' && Math.abs(valToPos(cost, 'y') - valToPos(mean, 'y')) >= LEAST_STRAY;
  }));
}

/** What was found of the data that a plot shows. @type {WeakMap<Plot, {data: unknown, height: number, isShown: boolean}>} */
const found = new WeakMap();

/** Whether raw costs are drawn behind the smooth ones. @param {Plot} plot @param {number} ratio device pixels for one CSS pixel */
function showsRaw(plot, ratio) {
  const { data, bbox: { height } } = plot;
  const known = found.get(plot);
  if (known?.data === data && known.height === height) return known.isShown;
  const isShown = height / ratio >= LEAST_HEIGHT_OF_RAW && isJagged(plot);
  found.set(plot, { data, height, isShown });
  return isShown;
}

/** @param {Plot} plot @param {ChartScene} scene */
function costRange({ data }, { logarithmic, others = [] }) {
  const values = [...data[1], ...data[2], ...costsOf(others, logarithmic)].filter((value) => typeof value === 'number');
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
function stepRange({ diverged, others = [] }, least, most) {
  if (!diverged) return [least, Math.max(most, least + 1, lastOf(others))];
  return [least, Math.max(most, diverged.step + (diverged.step - least) * ROOM_AFTER_BREAK)];
}

/** @param {Plot} plot @param {ChartScene} scene @param {number} ratio device pixels for one CSS pixel */
function annotate(plot, { steps, events, diverged, others = [] }, ratio) {
  const { left, top, width, height } = plot.bbox;
  const [right, bottom] = [left + width, top + height];
  const box = { left: left / ratio, top: top / ratio, right: right / ratio, bottom: bottom / ratio };
  const x = (/** @type {number} */ step) => box.left + plot.valToPos(step, 'x');
  const ends = (others.length > 0 ? [''] : ['train', 'test']).flatMap((text, index) => {
    const value = plot.data[index + 1].at(-1);
    if (typeof value !== 'number') return [];
    return [{ text, y: box.top + plot.valToPos(value, 'y'), strong: index === 0 }];
  });
  plot.ctx.save();
  plot.ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawAnnotations(plot.ctx, box, {
    events: events.filter(({ step }) => step >= steps[0]).map(({ step, text }) => ({ x: x(step), text })),
    ends: diverged ? [] : ends,
    endX: others.length > 0 ? x(plot.data[0].at(-1) ?? 0) : box.right,
    brokenX: diverged ? x(diverged.step) : null,
    backX: diverged ? x(diverged.back) : null,
    isRawShown: showsRaw(plot, ratio),
  }, colours());
  plot.ctx.restore();
}

/** @param {Plot} plot @param {ChartScene} scene @param {number} ratio */
function drawBranches(plot, { others = [], logarithmic }, ratio) {
  if (others.length === 0) return;
  const [left, top] = [plot.bbox.left / ratio, plot.bbox.top / ratio];
  plot.ctx.save();
  plot.ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawOthers(plot.ctx, others, {
    x: (step) => left + plot.valToPos(step, 'x'), y: (cost) => top + plot.valToPos(cost, 'y'), logarithmic,
  }, colours());
  plot.ctx.restore();
}

/**
 * How wide the column of costs is: ticks are never cut.
 * @param {Plot} plot
 * @param {string[] | null} texts
 * @param {number} ratio
 */
function columnWidth({ ctx }, texts, ratio) {
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.font = sansFont(TICK_SIZE);
  const widths = (texts ?? []).map((text) => ctx.measureText(text).width);
  ctx.restore();
  return Math.max(AXIS.y, Math.ceil(Math.max(0, ...widths)) + AXIS.gap + 2);
}

/** The steps at the axis; the first says what they are. @param {Plot} _ @param {number[]} steps */
export const stepTexts = (_, steps) => steps.map((step, at) => `${at === 0 ? 'step ' : ''}${formatCount(step)}`);

/**
 * The steps at the axis that have no room beside the one that is pointed at.
 * @param {Plot} plot
 * @param {number | null} pointed
 * @param {number[]} [steps]
 */
export function hiddenTicks(plot, pointed, steps = ticksOf.get(plot) ?? []) {
  if (pointed === null) return [];
  const at = plot.valToPos(pointed, 'x');
  const own = formatCount(pointed).length;
  return stepTexts(plot, steps).flatMap((text, index) => {
    const room = Math.max(ROOM_AT_STEP, (own + text.length) * (DIGIT / 2) + AXIS.gap);
    return Math.abs(plot.valToPos(steps[index], 'x') - at) < room ? [steps[index]] : [];
  });
}

/** Where the axes of a plot are. @param {Plot} plot @param {number} ratio @returns {import('./scene.js').ChartPlace} */
function placeOf(plot, ratio) {
  const { left, top, width, height } = plot.bbox;
  const { min = 0, max = 1 } = plot.scales.x;
  return {
    left: left / ratio, right: (left + width) / ratio, top: top / ratio, bottom: (top + height) / ratio, first: min ?? 0, last: max ?? 1,
    down: (cost) => top / ratio + plot.valToPos(cost, 'y'),
  };
}

/** A place on the curve that is pointed at; lines that are smoothed have none. @param {number} series */
function cursorPoint(series) {
  const point = document.createElement('div');
  point.hidden = series > RAW;
  Object.assign(point.style, { width: `${CURSOR}px`, height: `${CURSOR}px`, margin: `${CURSOR / -2}px 0 0 ${CURSOR / -2}px` });
  return point;
}

/**
 * @param {UPlot} uPlot
 * @param {HTMLElement} element
 * @param {object} settings
 * @param {() => ChartScene} settings.scene the newest
 * @param {() => number | null} [settings.pointed] the step that ticks give way to
 * @param {(plot: Plot, place: import('./scene.js').ChartPlace) => void} [settings.onDraw] after each drawing
 * @param {(plot: Plot) => void} settings.onCursor after the cursor moved
 * @returns {{plot: Plot, begin: () => void}} `begin` draws it: that takes as long as making it, so a frame of its own
 */
export function createPlot(uPlot, element, { scene, pointed = () => null, onDraw = () => {}, onCursor }) {
  const { logarithmic } = scene();
  const axis = { font: sansFont(TICK_SIZE), stroke: () => colours().ink3, ticks: { show: false } };
  const line = { points: { show: false }, spanGaps: false };
  const raw = (/** @type {'ink' | 'ink2'} */ ink) => (
    { ...line, stroke: (/** @type {Plot} */ plot) => (showsRaw(plot, uPlot.pxRatio) ? colours()[ink] : 'transparent'), alpha: LINE.faint, width: LINE.raw });
  let begin = () => {};
  const made = new uPlot({
    width: element.clientWidth,
    height: element.clientHeight,
    padding: [AXIS.padTop, () => ((scene().others?.length ?? 0) > 0 ? AXIS.padNames : AXIS.padRight), 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false, setScale: false }, points: { show: (_, series) => cursorPoint(series) } },
    scales: {
      x: { time: false, range: (_, least, most) => stepRange(scene(), least, most) },
      y: { distr: logarithmic ? 3 : 1, range: (plot) => costRange(plot, scene()) },
    },
    series: [
      {},
      raw('ink'),
      raw('ink2'),
      { ...line, stroke: () => colours().ink2, width: LINE.test },
      { ...line, stroke: () => colours().paper, width: LINE.hollow },
      { ...line, stroke: () => colours().ink, width: LINE.train },
    ],
    axes: [
      {
        ...axis,
        size: AXIS.x,
        gap: 2,
        space: GAP.steps,
        grid: { show: false },
        // Not a grid line: no cost belongs to it.
        ticks: { show: true, size: MARK, stroke: () => colours().control, width: 1 },
        border: { show: true, stroke: () => colours().control, width: 1 },
        incrs: STEP_UNITS,
        values: (plot, steps) => {
          ticksOf.set(plot, steps);
          const hidden = new Set(hiddenTicks(plot, pointed(), steps));
          return stepTexts(plot, steps).map((text, at) => (hidden.has(steps[at]) ? '' : text));
        },
      },
      {
        ...axis,
        size: (plot, texts) => columnWidth(plot, texts, uPlot.pxRatio),
        gap: AXIS.gap,
        grid: { stroke: () => colours().line, width: 1 },
        splits: (plot, _, least, most) => {
          const room = plot.bbox.height / uPlot.pxRatio / GAP.grid;
          return logarithmic ? logTicks([least, most], room) : linearTicks([least, most], room);
        },
        filter: (_, costs) => costs,
        values: (_, costs) => costs.map(tickText),
      },
    ],
    hooks: {
      drawAxes: [(plot) => drawBranches(plot, scene(), uPlot.pxRatio)],
      draw: [(plot) => annotate(plot, scene(), uPlot.pxRatio), (plot) => onDraw(plot, placeOf(plot, uPlot.pxRatio))],
      setCursor: [onCursor],
    },
  }, plotData(scene()), ({ root }, draw) => {
    element.append(root);
    begin = () => draw();
  });
  return { plot: made, begin };
}
