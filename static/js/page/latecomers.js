/**
 * What comes when everything else is there: the face of the notes' headlines, and what draws curves and formulas.
 */
import { byId } from '../ui/dom.js';
import { whenIdle } from '../ui/idle.js';
import { prepareFormulas } from '../ui/tex.js';

/** @param {import('./page.js').Page} page @param {{prepare: () => void}} chart */
export function mountLatecomers({ watch }, chart) {
  const face = /** @type {HTMLLinkElement} */ (byId('late-type'));
  const fetchAll = () => {
    face.media = 'all';
    chart.prepare();
    prepareFormulas();
  };
  const stop = watch((state) => state.connection.status === 'live', (live) => {
    if (!live) return;
    whenIdle(() => {
      stop();
      fetchAll();
    });
  });
}
