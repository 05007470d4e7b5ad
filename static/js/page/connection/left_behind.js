/**
 * Fetches the note about what a server did not take over, which few will ever see.
 */
import { fetchPart } from '../../ui/parts.js';
import { onChange } from '../../ui/tracked.js';

/** @param {import('../page.js').Page} page */
export function mountLeftBehind(page) {
  const { view } = page;
  let isThere = false;
  const stop = onChange(() => view.connection.left_behind !== null, async (isLeft) => {
    if (!isLeft) return;
    try {
      const { mountLeftBehindNote } = await fetchPart(() => import('./left_behind_note.js'));
      if (isThere) return;
      isThere = true;
      stop();
      mountLeftBehindNote(page);
    } catch {
      view.reading.trouble = view.connection.left_behind?.message ?? null;
    }
  });
}
