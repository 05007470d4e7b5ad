/**
 * The tabs over the plane, and the key between them. The mountain is fetched when the page is idle, or first asked for.
 *
 * @feature the mountain in the plane's place: the cost over two directions through the parameters, with the way of the run
 */
import { byId, setAttribute } from '../../ui/dom.js';
import { fetchLateSheets } from '../../ui/late_sheets.js';
import { fetchPart } from '../../ui/parts.js';
import { onChange, whenever } from '../../ui/tracked.js';

/**
 * @param {import('../page.js').Page} page
 * @param {Parameters<typeof import('./mountain.js').standMountain>[1] & {later: Array<() => unknown>}} shared `later`: what is fetched when everything else is there
 */
export function mountMountain(page, shared) {
  const { view } = page;
  /** @type {Promise<unknown> | null} */
  let fetching = null;
  const fetch = () => {
    fetching ??= Promise.all([fetchPart(() => import('./mountain.js')), fetchLateSheets()])
      .then(([{ standMountain }]) => standMountain(page, shared))
      .catch(() => {
        fetching = null;
        if (!view.mountain.shown) return;
        view.mountain.shown = false;
        view.reading.trouble = 'The mountain could not be fetched from the server. Try again when the connection is back.';
      });
  };
  const tabs = /** @type {const} */ ([[byId('plane-tab'), false], [byId('mountain-tab'), true]]);
  for (const [tab, shown] of tabs) {
    tab.addEventListener('click', () => { view.mountain.shown = shown; });
    tab.addEventListener('keydown', ({ key }) => {
      if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
      view.mountain.shown = !shown;
      tabs[shown ? 0 : 1][0].focus();
    });
  }
  whenever(() => view.mountain.shown, (now) => {
    for (const [tab, shown] of tabs) {
      setAttribute(tab, 'aria-selected', String(shown === now));
      setAttribute(tab, 'tabindex', shown === now ? '0' : '-1');
    }
    document.documentElement.toggleAttribute('data-mountain', now);
    if (now) fetch();
  });
  // What is followed or looked at is shown on the plane.
  onChange(() => view.follow.moment !== null || view.instead.occupant?.plane !== undefined, (needed) => {
    if (needed) view.mountain.shown = false;
  });
  shared.later.push(fetch);
}
