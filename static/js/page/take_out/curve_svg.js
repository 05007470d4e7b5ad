/** @file The cost curve as a picture, on the scale that the page shows it on. */

import { linearRange, linearTicks, logRange, logTicks, tickText } from '../../figures/chart/ticks.js';
import { upToNow } from '../../figures/chart/up_to_now.js';
import { formatCount } from '../../ui/format.js';
import { element, picture, text } from './svg.js';

export const SIZE = { width: 720, height: 300 };
const BOX = { left: 64, right: 56, top: 24, bottom: 48 };
const FONT = 12;
const MOST_TICKS = 6;

/** Two words one above the other, far enough apart to be read. @param {number} first @param {number} second @returns {[number, number]} */
function apart(first, second) {
  const lack = Math.max(0, FONT + 2 - Math.abs(first - second)) / 2;
  const sign = first <= second ? 1 : -1;
  return [first - sign * lack, second + sign * lack];
}

/** @param {number[]} values @returns {[number, number]} */
const reach = (values) => (values.length > 0 ? [Math.min(...values), Math.max(...values)] : [1, 1]);

/**
 * @param {object} shown
 * @param {import('../../state/history.js').History} shown.history
 * @param {import('../../figures/chart/scene.js').ChartScene['now']} shown.now the newest costs
 * @param {boolean} shown.logarithmic
 * @param {import('../../ui/colours.js').Colours} shown.colours
 */
export function curveSvg({ history, now, logarithmic, colours }) {
  const { steps, train, test } = upToNow({ ...history, now });
  const values = [...train, ...test].filter((value) => Number.isFinite(value) && (!logarithmic || value > 0));
  const last = steps.at(-1) ?? 0;
  const [width, height] = [SIZE.width - BOX.left - BOX.right, SIZE.height - BOX.top - BOX.bottom];
  const [low, high] = logarithmic ? logRange(...reach(values)) : linearRange(Math.max(...values, 0));
  const scale = (/** @type {number} */ value) => (logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low));
  const x = (/** @type {number} */ step) => BOX.left + width * step / Math.max(1, last);
  const y = (/** @type {number} */ value) => BOX.top + height * (1 - scale(value));
  /** @param {number[]} costs */
  const line = (costs) => {
    let d = '';
    let isOn = false;
    steps.forEach((step, at) => {
      const isThere = Number.isFinite(costs[at]) && (!logarithmic || costs[at] > 0);
      if (isThere) d += `${isOn ? 'L' : 'M'}${x(step).toFixed(2)} ${y(costs[at]).toFixed(2)}`;
      isOn = isThere;
    });
    return d;
  };
  const curves = [{ name: 'test', costs: test }, { name: 'train', costs: train }].flatMap(({ name, costs }) => {
    const end = costs.findLast((value) => Number.isFinite(value) && (!logarithmic || value > 0));
    return end === undefined ? [] : [{ name, d: line(costs), at: y(end) }];
  });
  if (curves.length === 2) [curves[1].at, curves[0].at] = apart(curves[1].at, curves[0].at);
  const ticks = logarithmic ? logTicks([low, high], MOST_TICKS) : linearTicks([low, high], MOST_TICKS);
  const words = { fill: colours.ink3, 'font-size': FONT };
  return picture(
    { ...SIZE, title: 'Cost curve', paper: colours.paper },
    ...ticks.map((tick) => element('path', { d: `M${BOX.left} ${y(tick).toFixed(2)}h${width}`, stroke: colours.line })
      + text(BOX.left - 8, y(tick), tickText(tick), { ...words, 'text-anchor': 'end', 'dominant-baseline': 'middle' })),
    text(BOX.left, SIZE.height - BOX.bottom + 20, 'step 0', words),
    text(SIZE.width - BOX.right, SIZE.height - BOX.bottom + 20, `step ${formatCount(last)}`, { ...words, 'text-anchor': 'end' }),
    // The line of test points is hollow, as they are.
    ...curves.map(({ name, d, at }) => element('path', { d, fill: 'none', stroke: colours.ink, 'stroke-width': name === 'test' ? 3 : 1.5 })
      + (name === 'test' ? element('path', { d, fill: 'none', stroke: colours.paper, 'stroke-width': 1.2 }) : '')
      + text(SIZE.width - BOX.right + 8, at, name, { fill: colours.ink2, 'font-size': FONT, 'dominant-baseline': 'middle' })),
  );
}
