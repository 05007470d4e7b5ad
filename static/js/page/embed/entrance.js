/**
 * What a frame of another page has more than the playground, fetched where this is one.
 */
import { fetchLateSheets } from '../../ui/late_sheets.js';
import { fetchPart } from '../../ui/parts.js';
import { isEmbed } from './framed.js';

/**
 * @param {import('../page.js').Page} page
 * @param {{snapshots: import('../snapshot.js').Snapshots}} shared
 */
export function mountEmbedding(page, { snapshots }) {
  if (!isEmbed()) return;
  Promise.all([fetchPart(() => import('./embed.js')), fetchLateSheets()])
    .then(([{ mountEmbed }]) => mountEmbed(page, snapshots))
    .catch(() => { page.view.reading.trouble = 'A part of the page could not be fetched from the server. Reload it when the connection is back.'; });
}
