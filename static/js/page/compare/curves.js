/**
 * The curves of all runs on one axis, which is the slider of their moment.
 */
import { mount } from '../../figures/chart/chart.js';
import { mountMomentAxis } from '../../figures/chart/moment_axis.js';
import { placeInColumn } from '../../figures/chart/placing.js';
import { arrange, make } from '../../ui/dom.js';
import { formatCost, formatCount } from '../../ui/format.js';

/** @typedef {import('./words.js').Told} Told */

const LABEL = { height: 15, gap: 7 };
const STRIDE = { near: 1, far: 10, page: 100 };

/**
 * @param {HTMLElement} element
 * @param {import('./comparison.js').Comparison} comparison
 */
export function createCurves(element, comparison) {
  const labels = make('div', { class: 'branch-ends', 'aria-hidden': 'true' });
  /** @type {import('../../figures/chart/scene.js').ChartPlace | null} */
  let place = null;
  /** @type {{runs: readonly Told[], costs: number[][], cost: number}} */
  let shown = { runs: [], costs: [], cost: NaN };
  const chart = mount(element, { onPlace(next) { place = next; tell(); } });
  chart.prepare();
  element.append(labels);
  const { state } = comparison;
  const stepNow = () => state.looked ?? state.step;
  const go = (/** @type {number} */ step) => comparison.look(Math.max(0, step));
  const axis = mountMomentAxis(element, {
    onDrag: go,
    onWheel: (ways) => go(stepNow() + ways * Math.max(1, Math.round(state.step / 100))),
    onKey(key, far) {
      const stride = far ? STRIDE.far : STRIDE.near;
      const to = { ArrowLeft: stepNow() - stride, ArrowRight: stepNow() + stride, PageUp: stepNow() + STRIDE.page, PageDown: stepNow() - STRIDE.page, Home: 0, End: state.step }[key];
      if (to === undefined) return false;
      go(to);
      return true;
    },
  });

  function tell() {
    const { runs, costs, cost } = shown;
    const step = stepNow();
    axis.update({
      place, step, least: 0, newest: state.step, past: state.looked !== null, waits: false, cost: state.looked !== null && Number.isFinite(cost) ? cost : null,
      text: `Step ${formatCount(step)} of ${formatCount(state.step)}${runs.map(({ name }, at) => `, ${name} ${formatCost(costs[at].at(-1) ?? NaN)}`).join('')}`,
    });
    const here = place;
    if (!here) return arrange(labels, []);
    const tops = placeInColumn(costs.map((each) => here.down(each.at(-1) ?? NaN)).map((y) => (Number.isFinite(y) ? y : here.top)), LABEL.height, { top: here.top, bottom: here.bottom - LABEL.height / 2 });
    const ends = runs.map(({ name }, at) => {
      const label = make('span', { class: at === 0 ? 'branch-end chosen' : 'branch-end' }, name);
      Object.assign(label.style, { left: `${here.right + LABEL.gap}px`, top: `${tops[at]}px` });
      return label;
    });
    return arrange(labels, ends);
  }

  return {
    /**
     * @param {readonly Told[]} runs whole, the first drawn in full
     * @param {'test' | 'train'} measure
     * @param {{logarithmic: boolean, training: boolean}} how
     */
    update(runs, measure, { logarithmic, training }) {
      const field = measure === 'test' ? 'test_cost' : 'train_cost';
      const all = runs.map(({ frames }) => ({ steps: frames.map(({ step }) => step), costs: frames.map((frame) => frame[field]) }));
      const [first, ...others] = all;
      const at = first.steps.findLastIndex((step) => step <= stepNow());
      shown = { runs, costs: all.map(({ costs }) => costs), cost: first.costs[at] ?? NaN };
      chart.update({
        steps: first.steps, train: first.costs, test: first.costs.map(() => NaN), now: null, events: [], others, logarithmic, training, diverged: null,
      });
      chart.point(place ? stepNow() : null);
      tell();
    },
    destroy: () => chart.destroy(),
  };
}
