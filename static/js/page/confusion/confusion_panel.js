/**
 * The share of right answers opens the confusion matrix, which is fetched then.
 *
 * @feature right and wrong answers by class, and their points
 */
import { byId } from '../../ui/dom.js';
import { fetchLateSheets } from '../../ui/late_sheets.js';
import { fetchPart } from '../../ui/parts.js';

const UNREACHED = 'The table of right and wrong answers could not be fetched from the server. Try again when the connection is back.';

/** @param {import('../page.js').Page} page @param {{snapshots: import('../snapshot.js').Snapshots}} shared */
export function mountConfusion(page, { snapshots }) {
  const button = byId('confusion');
  button.addEventListener('click', async () => {
    try {
      const [{ openConfusion }] = await Promise.all([fetchPart(() => import('./matrix.js')), fetchLateSheets()]);
      openConfusion(page, snapshots, button);
    } catch {
      page.view.reading.trouble = UNREACHED;
    }
  });
}
