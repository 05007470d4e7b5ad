/**
 * The loss curve on the page: its scale, its size, and what it is given to draw.
 */
import { mount } from '../figures/chart/chart.js';
import { byId, setAttribute } from '../ui/dom.js';

/** Gives the figure back. @param {import('./page.js').Page} page */
export function mountLoss({ state, view, watch }) {
  const chart = mount(byId('chart'));
  const scale = byId('loss-scale');
  const enlarge = byId('enlarge');
  scale.addEventListener('click', () => view.set({ logarithmic: !view.get().logarithmic }));
  enlarge.addEventListener('click', () => view.set({ enlarged: !view.get().enlarged }));

  const draw = () => {
    const { history, status, diverged, frame } = state();
    chart.update({
      steps: history.steps,
      train: history.train,
      test: history.test,
      events: history.events,
      now: frame && !diverged ? { step: frame.step, train: frame.train_cost, test: frame.test_cost } : null,
      logarithmic: view.get().logarithmic,
      training: status === 'training',
      diverged: diverged && { step: diverged.step, back: (view.get().way_back ?? diverged).progress.step },
    });
  };
  const showScale = () => {
    const { logarithmic } = view.get();
    setAttribute(scale, 'aria-pressed', String(logarithmic));
    /** @type {HTMLElement} */ (scale.querySelector('b')).textContent = logarithmic ? 'log' : 'linear';
    draw();
  };
  const showSize = () => {
    setAttribute(enlarge, 'aria-pressed', String(view.get().enlarged));
    byId('run').classList.toggle('large', view.get().enlarged);
  };
  view.subscribe(['logarithmic'], showScale);
  view.subscribe(['enlarged'], showSize);
  view.subscribe(['way_back'], draw);
  watch((now) => [now.history, now.frame, now.status, now.diverged], draw);
  return chart;
}
