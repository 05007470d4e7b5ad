/**
 * Sliders in the gallery's place, while the network has inputs that the plane holds still. They are fetched with the first of them.
 *
 * @feature sliders for further inputs of a table, which the plane holds still, with where the points lie along them, and how far off points fade
 */
import { fetchLateSheets } from '../../ui/late_sheets.js';
import { fetchPart } from '../../ui/parts.js';
import { whenever } from '../../ui/tracked.js';
import { isSlice } from '../network/network_now.js';

/** @param {import('../page.js').Page} page */
export function mountSlice(page) {
  let isFetched = false;
  whenever(() => isSlice(page), async (sliced) => {
    if (!sliced || isFetched) return;
    isFetched = true;
    try {
      const [{ mountSliders }] = await Promise.all([fetchPart(() => import('./sliders.js')), fetchLateSheets()]);
      mountSliders(page);
    } catch {
      isFetched = false;
      page.view.reading.trouble = 'The sliders of further inputs could not be fetched from the server. Until then the plane shows them at their means.';
    }
  });
}
