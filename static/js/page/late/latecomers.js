/**
 * What comes when everything else is there, each panel naming its own: what explains a step, the face of headlines, what
 * curves and formulas need, and the settings.
 */
import { whenIdle, whenLoaded } from '../../ui/idle.js';
import { whenever } from '../../ui/tracked.js';

/** @param {import('../page.js').Page} page @param {{later: Array<() => void>}} shared */
export function mountLatecomers({ state }, { later }) {
  const stop = whenever(() => state.connection.status === 'live', (live) => {
    if (!live) return;
    whenLoaded(() => whenIdle(() => {
      stop();
      for (const fetch of later) fetch();
    }));
  });
}
