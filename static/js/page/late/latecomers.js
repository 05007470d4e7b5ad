/**
 * What comes when everything else is there, each panel naming its own: what explains a step, the face of headlines, what
 * curves and formulas need, and the settings.
 *
 * @feature what is fetched when everything else is there
 */
import { whenIdle, whenLoaded } from '../../ui/idle.js';
import { whenever } from '../../ui/tracked.js';

/**
 * One after the other, each in an idle moment of its own: all at once would keep a click waiting as long as they take together.
 * @param {import('../page.js').Page} page
 * @param {{later: Array<() => unknown>}} shared
 */
export function mountLatecomers({ state }, { later }) {
  const fetchNext = () => {
    const fetch = later.shift();
    if (fetch) whenIdle(() => Promise.resolve(fetch()).finally(fetchNext));
  };
  const stop = whenever(() => state.connection.status === 'live', (live) => {
    if (!live) return;
    whenLoaded(() => whenIdle(() => {
      stop();
      fetchNext();
    }));
  });
}
