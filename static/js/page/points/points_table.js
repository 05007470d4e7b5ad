/**
 * The way to the table of points, which takes the network's place; it is fetched then.
 *
 * @feature the table of points, rows pasted into it, words about a point, how many a server takes, samples
 */
import { byId, setAttribute } from '../../ui/dom.js';
import { fetchPart } from '../../ui/parts.js';
import { effect } from '../../ui/tracked.js';
import { fetchLateSheets } from '../../ui/late_sheets.js';

/** @param {import('../page.js').Page} page */
export function mountPointsTable(page) {
  const { view } = page;
  const button = byId('table');
  let mine = /** @type {import('../instead/state.js').Occupant | null} */ (null);
  button.addEventListener('click', async () => {
    if (mine && view.instead.occupant === mine) {
      view.instead.occupant = null;
      return;
    }
    try {
      const [{ openTable }] = await Promise.all([fetchPart(() => import('./table_view.js')), fetchLateSheets()]);
      mine = openTable(page);
    } catch {
      view.reading.trouble = 'The table could not be fetched from the server. Try again when the connection is back.';
    }
  });
  effect(() => setAttribute(button, 'aria-pressed', String(mine !== null && view.instead.occupant === mine)));
}
