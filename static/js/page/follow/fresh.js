/**
 * A point that was just added plays its pass once while training stands still, unless this was turned off.
 */
import { byId, setAttribute } from '../../ui/dom.js';
import { recall, remember } from '../../ui/memory.js';

const KEY = 'passes-of-fresh-points';

/** Whether fresh points play their pass, as this browser remembers it. */
export const freshPassesWanted = () => recall(KEY) !== 'off';

/** @param {import('../page.js').Page} page @param {import('./follow.js').Follow} follow */
export function mountFreshPasses({ state, view }, follow) {
  const control = byId('fresh-passes');
  const show = () => setAttribute(control, 'aria-checked', String(view.get().fresh_passes));
  control.addEventListener('click', () => view.set({ fresh_passes: !view.get().fresh_passes }));
  view.subscribe(['fresh_passes'], ({ fresh_passes: wanted }) => {
    remember(KEY, wanted ? 'on' : 'off');
    show();
  });
  show();

  const consider = () => {
    const { chosen, fresh, fresh_passes: wanted, slow_motion: slow } = view.get();
    if (chosen === null || !fresh || !wanted || slow) return;
    if (state().status === 'paused' && state().connection.status === 'live') follow.start(chosen, { fresh: true });
  };
  view.subscribe(['chosen'], consider);
  return { consider };
}
