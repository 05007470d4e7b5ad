/**
 * A point that was just added plays its pass once while training stands still, unless this was turned off.
 */
import { byId, setAttribute } from '../../ui/dom.js';
import { recall, remember } from '../../ui/memory.js';
import { effect, onChange } from '../../ui/tracked.js';

const KEY = 'passes-of-fresh-points';

/** Whether fresh points play their pass, as this browser remembers it. */
export const freshPassesWanted = () => recall(KEY) !== 'off';

/** @param {import('../page.js').Page} page @param {import('./follow.js').Follow} follow */
export function mountFreshPasses({ state, view }, follow) {
  const control = byId('fresh-passes');
  control.addEventListener('click', () => { view.follow.fresh_passes = !view.follow.fresh_passes; });
  effect(() => setAttribute(control, 'aria-checked', String(view.follow.fresh_passes)));
  onChange(() => view.follow.fresh_passes, (wanted) => remember(KEY, wanted ? 'on' : 'off'));

  const consider = () => {
    const { plane: { chosen, fresh }, follow: { fresh_passes: wanted, slow_motion: slow } } = view;
    if (chosen === null || !fresh || !wanted || slow) return;
    if (state.status === 'paused' && state.connection.status === 'live') follow.start(chosen, { fresh: true });
  };
  onChange(() => view.plane.chosen, consider);
  return { consider };
}
