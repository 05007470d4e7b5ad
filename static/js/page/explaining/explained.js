/**
 * Puts the pass and the glass in their places; the page fetches this module, and all that only they need, late.
 */
import { createFollow } from '../follow/follow.js';
import { mountFollow } from '../follow/follow_panel.js';
import { mountPlaneStrip } from '../follow/plane_strip.js';
import { createInspector } from '../inspector/inspector.js';
import { mountInspector } from '../inspector/inspector_panel.js';
import { onChange } from '../../ui/tracked.js';

/** @typedef {() => import('../follow/strip_layout.js').Columns | null} Columns */

/**
 * @param {import('../page.js').Page} page
 * @param {object} network
 * @param {Columns} network.columns
 * @param {(key: string) => void} network.onOpen a symbol was pressed
 */
export function mountExplained(page, { columns, onOpen }) {
  mountPlaneStrip(page);
  const follow = createFollow(page);
  const inspector = createInspector(page);
  const following = mountFollow(page, follow, { columns, onOpen }, inspector.close);
  mountInspector(page, inspector);
  // What takes the network's place puts an end to what is shown on it.
  onChange(() => page.view.instead.occupant, (occupant) => {
    if (!occupant) return;
    inspector.close();
    follow.stop();
  });
  return { follow, inspector, following, considerFresh: following.considerFresh };
}

/** @typedef {ReturnType<typeof mountExplained>} Explained */
