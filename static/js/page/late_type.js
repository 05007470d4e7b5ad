/**
 * The serif face, which only headlines of notes need, comes when everything else is there.
 */
import { byId } from '../ui/dom.js';

/** @param {import('./page.js').Page} page */
export function mountLateType({ watch }) {
  const link = /** @type {HTMLLinkElement} */ (byId('late-type'));
  const fetchFace = () => { link.media = 'all'; };
  watch((state) => state.connection.status === 'live', (live) => {
    if (!live || link.media === 'all') return;
    // Safari has no idle callbacks.
    if (window.requestIdleCallback) window.requestIdleCallback(fetchFace);
    else fetchFace();
  });
}
