/**
 * The cost curve on the page: its scale, its size, and what it is given to draw.
 *
 * @feature the cost curve, its scale and size, and where its axes lie (`curve`, which is shared)
 */
import { mount } from '../../figures/chart/chart.js';
import { byId, icon, setAttribute } from '../../ui/dom.js';
import { effect, onChange } from '../../ui/tracked.js';

/**
 * @param {import('../page.js').Page} page
 * @param {object} shared
 * @param {import('../snapshot.js').Snapshots} shared.snapshots it ends where header and words are, or, where they are in the past, with the newest moment
 * @param {import('./state.js').Curve} shared.curve
 * @param {Array<() => unknown>} shared.later
 */
export function mountLoss({ newest: state, view }, { snapshots, curve, later }) {
  const chart = mount(byId('chart'), { onPlace: (place) => { curve.place = place; } });
  const scale = byId('loss-scale');
  const enlarge = byId('enlarge');
  scale.addEventListener('click', () => { view.loss.logarithmic = !view.loss.logarithmic; });
  enlarge.addEventListener('click', () => { view.loss.enlarged = !view.loss.enlarged; });

  effect(() => {
    const told = snapshots.now();
    const { history: run, status, diverged, frame } = told.past ? state : told;
    const history = curve.history ?? run;
    const back = told.way_back;
    chart.update({
      steps: history.steps,
      train: history.train,
      test: history.test,
      events: history.events,
      others: curve.others,
      now: frame && !diverged && !curve.history ? { step: frame.step, train: frame.train_cost, test: frame.test_cost } : null,
      logarithmic: view.loss.logarithmic,
      training: status === 'training',
      diverged: diverged && { step: diverged.step, back: (back ?? diverged).progress.step },
    });
  });
  effect(() => chart.point(curve.pointed));
  effect(() => {
    const { logarithmic } = view.loss;
    setAttribute(scale, 'aria-pressed', String(logarithmic));
    /** @type {HTMLElement} */ (scale.querySelector('b')).textContent = logarithmic ? 'log' : 'linear';
  });
  effect(() => {
    const { enlarged } = view.loss;
    const name = enlarged ? 'Shrink the cost curve' : 'Enlarge the cost curve';
    setAttribute(enlarge, 'aria-label', name);
    setAttribute(enlarge, 'title', enlarged ? `${name} (Esc)` : name);
    enlarge.replaceChildren(icon(enlarged ? 'shrink' : 'enlarge'));
    byId('run').classList.toggle('large', enlarged);
  });
  // It lies where what begins to explain itself is told.
  onChange(() => view.follow.moment !== null || view.inspector.inspected !== null || state.diverged !== null, (isTold) => {
    if (isTold) view.loss.enlarged = false;
  });
  later.push(chart.prepare);
}
