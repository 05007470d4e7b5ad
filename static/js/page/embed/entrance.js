/**
 * What a frame of another page has more than the playground, fetched where this is one; elsewhere, what makes such a frame.
 *
 * @feature the page in a frame of another one (`/embed`), and what makes the frame's snippet
 */
import { fetchLateSheets } from '../../ui/late_sheets.js';
import { fetchPart } from '../../ui/parts.js';
import { onChange } from '../../ui/tracked.js';
import { EMBED } from '../addresses.js';
import { exchangeOf } from '../kept/entrance.js';
import { isEmbed } from './framed.js';

/** How what comes from outside arrives, or does not. */
const FROM_OUTSIDE = new Set(['fault', 'file', 'link']);
const UNREACHED = 'A part of the page could not be fetched from the server. Try again when the connection is back.';

/** What makes a frame for another page, at the address #embed. @param {import('../page.js').Page} page */
function mountMaker(page) {
  /** @type {Promise<ReturnType<typeof import('./maker.js').createMaker>> | null} */
  let made = null;
  const follow = async () => {
    const isWanted = location.hash === EMBED;
    if (!isWanted && !made) return;
    try {
      made ??= Promise.all([fetchPart(() => import('./maker.js')), exchangeOf(page), fetchLateSheets()])
        .then(([{ createMaker }, exchange]) => createMaker(page, exchange));
      const maker = await made;
      if (location.hash === EMBED) await maker.open();
      else maker.close();
    } catch {
      made = null;
      page.view.reading.trouble = UNREACHED;
    }
  };
  window.addEventListener('hashchange', follow);
  follow();
  // What is told of a link or a file stands beside the plane.
  onChange(() => page.view.kept.arrival, (arrival) => {
    if (arrival && FROM_OUTSIDE.has(arrival.how) && location.hash === EMBED) location.hash = '';
  });
}

/**
 * @param {import('../page.js').Page} page
 * @param {{snapshots: import('../snapshot.js').Snapshots}} shared
 */
export function mountEmbedding(page, { snapshots }) {
  if (!isEmbed()) {
    mountMaker(page);
    return;
  }
  Promise.all([fetchPart(() => import('./embed.js')), fetchLateSheets()])
    .then(([{ mountEmbed }]) => mountEmbed(page, snapshots))
    .catch(() => { page.view.reading.trouble = UNREACHED; });
}
