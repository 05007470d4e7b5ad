/**
 * The layers' health: fetched when everything else is there, or first asked for.
 *
 * @feature dead and saturated neurons, vanishing blame: marks at the layers, and the pane that explains them
 */
import { fetchLateSheets } from '../../ui/late_sheets.js';
import { fetchPart } from '../../ui/parts.js';

/**
 * @param {import('../page.js').Page} page
 * @param {object} shared
 * @param {import('../snapshot.js').Snapshots} shared.snapshots
 * @param {Array<() => unknown>} shared.later
 */
export function mountHealth(page, { snapshots, later }) {
  // Without it nothing is marked: that it could not be fetched is no news.
  later.push(() => Promise.all([fetchPart(() => import('./health.js')), fetchLateSheets()])
    .then(([{ watchHealth }]) => watchHealth(page, { snapshots })).catch(() => {}));
}
