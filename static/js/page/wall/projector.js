/**
 * The page for a class: what is looked at grows, what is only handled goes. A key, a switch in the help, and remembered.
 *
 * @feature the page on a projector
 */
import { byId, setAttribute } from '../../ui/dom.js';
import { recall, remember } from '../../ui/memory.js';
import { effect, onChange } from '../../ui/tracked.js';

const KEY = 'projector';

/** Whether the page is shown on a wall, as this browser remembers it. */
export const projectorWanted = () => recall(KEY) === 'on';

/** @param {import('../page.js').Page} page */
export function mountProjector({ view, announce }) {
  const turn = () => { view.wall.projector = !view.wall.projector; };
  const control = byId('projector');
  for (const button of [control, byId('leave-projector')]) button.addEventListener('click', turn);
  effect(() => {
    const { projector } = view.wall;
    document.documentElement.toggleAttribute('data-projector', projector);
    setAttribute(control, 'aria-checked', String(projector));
  });
  onChange(() => view.wall.projector, (projector) => {
    remember(KEY, projector ? 'on' : 'off');
    announce(projector ? 'Projector: larger words and numbers.' : 'Projector off.');
  });
}
