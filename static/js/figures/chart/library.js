/** @file uPlot and what draws with it, fetched when the first curve is drawn. */

import { fetchLateSheets } from '../../ui/late_sheets.js';
import { fetchPart } from '../../ui/parts.js';

/** @typedef {typeof import('./plot.js') & {uPlot: import('./plot.js').UPlot}} Plotting */

/**
 * With the styles that hold its parts over each other: without them the canvas stands below its frame.
 * @returns {Promise<Plotting>} rejects where it can't be fetched just now
 */
export async function fetchPlotting() {
  const [[{ default: uPlot }, plotting]] = await Promise.all([
    fetchPart(() => Promise.all([import('uplot'), import('./plot.js')])),
    fetchLateSheets(),
  ]);
  return { ...plotting, uPlot };
}
