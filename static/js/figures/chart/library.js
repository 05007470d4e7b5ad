/** @file uPlot and what draws with it, fetched when the first curve is drawn, in whatever language the browser speaks. */

import { fetchLateSheets } from '../../ui/late_sheets.js';
import { fetchPart } from '../../ui/parts.js';

/** @typedef {typeof import('./plot.js') & {uPlot: import('./plot.js').UPlot}} Plotting */

/** Stands in for a language that is not one. */
const FALLBACK = 'en';

/** @param {string} language */
function isLanguage(language) {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch {
    return false;
  }
}

/**
 * While uPlot loads, it makes a number format for `navigator.language`, and fails where that is no language: "C", under LANG=C.
 * We write all numbers ourselves, so any language will do. It is substituted only while uPlot loads.
 * @template T
 * @param {() => Promise<T>} load
 * @returns {Promise<T>}
 */
export async function withSomeLanguage(load) {
  if (isLanguage(navigator.language)) return load();
  Object.defineProperty(navigator, 'language', { value: FALLBACK, configurable: true });
  try {
    return await load();
  } finally {
    Reflect.deleteProperty(navigator, 'language');
  }
}

/**
 * With the styles that hold its parts over each other: without them the canvas stands below its frame.
 * @returns {Promise<Plotting>} rejects where it can't be fetched just now
 */
export async function fetchPlotting() {
  const [[{ default: uPlot }, plotting]] = await Promise.all([
    fetchPart(() => Promise.all([withSomeLanguage(() => import('uplot')), import('./plot.js')])),
    fetchLateSheets(),
  ]);
  return { ...plotting, uPlot };
}
