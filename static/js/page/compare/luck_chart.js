/**
 * @file The band of many curves: all of them faint, the middle half shaded, the median in full, the chosen one in ink.
 */
import { makeSvg } from '../../ui/dom.js';
import { formatCount } from '../../ui/format.js';
import { linearRange, linearTicks, logRange, logTicks, tickText } from '../../figures/chart/ticks.js';
import { LEAST, bandOf } from './luck.js';

/** @typedef {import('./luck.js').SeedRun} SeedRun */

const EDGE = { left: 44, right: 12, top: 10, bottom: 26 };
/** Its height as a share of its width. */
const FLAT = 0.46;
const ROOM_FOR_TICKS = 6;
const STEPS = 4;
const TICK = { text: 4, steps: 18, gap: 6 };

/**
 * @param {readonly SeedRun[]} runs
 * @param {object} how
 * @param {import('./luck.js').Field} how.field
 * @param {boolean} how.logarithmic
 * @param {number | null} how.chosen seed
 * @param {number} how.width in CSS pixels
 */
export function drawBand(runs, { field, logarithmic, chosen, width }) {
  const box = { ...EDGE, width, height: Math.round(FLAT * width) };
  const svg = makeSvg('svg', { viewBox: `0 0 ${box.width} ${box.height}`, class: 'band', role: 'img', 'aria-label': 'Cost curves of all seeds, with the middle half and the median' });
  const all = runs.flatMap(({ frames }) => frames.map((frame) => frame[field])).filter((cost) => Number.isFinite(cost) && (!logarithmic || cost > 0));
  if (all.length === 0) return svg;
  const last = Math.max(...runs.map(({ frames }) => frames[frames.length - 1].step), 1);
  const [low, high] = logarithmic ? logRange(Math.min(...all), Math.max(...all)) : linearRange(Math.max(...all));
  const scaled = (/** @type {number} */ cost) => (logarithmic ? Math.log(Math.max(low, cost)) : cost);
  const x = (/** @type {number} */ step) => box.left + ((box.width - box.left - box.right) * step) / last;
  const y = (/** @type {number} */ cost) => box.height - box.bottom - ((box.height - box.top - box.bottom) * (scaled(cost) - scaled(low))) / (scaled(high) - scaled(low));
  const line = (/** @type {Array<[number, number]>} */ places) => places.map(([step, cost], at) => `${at === 0 ? 'M' : 'L'}${x(step).toFixed(1)} ${y(cost).toFixed(1)}`).join('');
  const area = (/** @type {Array<[number, number, number]>} */ places) => (
    `${line(places.map(([step, below]) => [step, below]))}${line([...places].reverse().map(([step, , above]) => [step, above])).replace('M', 'L')}Z`);

  for (const cost of logarithmic ? logTicks([low, high], ROOM_FOR_TICKS) : linearTicks([low, high], ROOM_FOR_TICKS)) {
    svg.append(makeSvg('path', { class: 'grid', d: `M${box.left} ${y(cost)}H${box.width - box.right}` }));
    const text = makeSvg('text', { x: box.left - TICK.gap, y: y(cost) + TICK.text, 'text-anchor': 'end' });
    text.textContent = tickText(cost);
    svg.append(text);
  }
  for (let part = 0; part <= STEPS; part++) {
    const step = Math.round((last * part) / STEPS);
    const text = makeSvg('text', { x: x(step), y: box.height - box.bottom + TICK.steps, 'text-anchor': part === STEPS ? 'end' : part === 0 ? 'start' : 'middle' });
    text.textContent = `${part === 0 ? 'step ' : ''}${formatCount(step)}`;
    svg.append(text);
  }
  const band = bandOf(runs, field);
  if (runs.length >= LEAST && band.length > 1) {
    svg.append(
      makeSvg('path', { class: 'whole', d: area(band.map(({ step, least, most }) => [step, least, most])) }),
      makeSvg('path', { class: 'half-of-all', d: area(band.map(({ step, low: quarter, high: three }) => [step, quarter, three])) }),
    );
  }
  for (const { frames } of runs) svg.append(makeSvg('path', { class: 'one', d: line(frames.map((frame) => [frame.step, frame[field]])) }));
  if (runs.length >= LEAST && band.length > 1) svg.append(makeSvg('path', { class: 'middle', d: line(band.map(({ step, middle }) => [step, middle])) }));
  const own = runs.find(({ seed }) => seed === chosen);
  if (own) svg.append(makeSvg('path', { class: 'own', d: line(own.frames.map((frame) => [frame.step, frame[field]])) }));
  return svg;
}
