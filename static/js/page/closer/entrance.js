/**
 * Looking closer at what is pointed at: fetched when the page is idle, or with the first element that is pointed at.
 *
 * @feature what is pointed at: a neuron's map on the plane with its thread, scale and rug, a wire's equation in pictures; the scale of the plane's colours
 */
import { fetchPart } from '../../ui/parts.js';
import { onChange } from '../../ui/tracked.js';
import { fetchLateSheets } from '../../ui/late_sheets.js';

/**
 * @param {import('../page.js').Page} page
 * @param {object} shared
 * @param {import('../snapshot.js').Snapshots} shared.snapshots
 * @param {Array<() => unknown>} shared.later what is fetched when everything else is there
 */
export function mountCloser(page, shared) {
  /** @type {Promise<unknown> | null} */
  let fetching = null;
  const fetch = () => {
    fetching ??= Promise.all([fetchPart(() => import('./closer.js')), fetchLateSheets()])
      .then(([{ lookCloser }]) => {
        stop();
        lookCloser(page, shared);
      })
      .catch(() => { fetching = null; }); // the next one that is pointed at tries again
  };
  const stop = onChange(() => page.view.network.pointed, fetch);
  shared.later.push(fetch);
}
