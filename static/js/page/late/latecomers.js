/**
 * What comes when everything else is there: what explains a step, the face of headlines, what curves and formulas need,
 * and the settings.
 */
import { whenIdle, whenLoaded } from '../../ui/idle.js';
import { prepareFormulas } from '../../ui/tex.js';
import { whenever } from '../../ui/tracked.js';
import { fetchLateSheets } from './late_sheets.js';
import { fetchSettings } from '../settings/recipes.js';

/**
 * @param {import('../page.js').Page} page
 * @param {{chart: {prepare: () => void}, explaining: import('../explaining/explaining.js').Explaining}} parts
 */
export function mountLatecomers({ state }, { chart, explaining }) {
  const fetchAll = () => {
    explaining.fetch();
    fetchLateSheets();
    chart.prepare();
    prepareFormulas();
    fetchSettings().catch(() => {}); // the first that is opened tries again
  };
  const stop = whenever(() => state.connection.status === 'live', (live) => {
    if (!live) return;
    whenLoaded(() => whenIdle(() => {
      stop();
      fetchAll();
    }));
  });
}
