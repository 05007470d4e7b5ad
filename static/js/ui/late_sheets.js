/** @file The style sheets that the first picture does without: fetched when the page is idle, or before what needs them is shown. */

import { fetchPart } from './parts.js';

/** @type {Promise<unknown> | null} */
let fetching = null;

/** @param {HTMLLinkElement} link @returns {Promise<unknown>} */
function fetchSheet(link) {
  return new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', reject);
    link.href = link.dataset.late ?? '';
  });
}

/** Resolves when they are there, or can't be had. */
export function fetchLateSheets() {
  fetching ??= Promise.all([.../** @type {NodeListOf<HTMLLinkElement>} */ (
    document.querySelectorAll('link[data-late]'))].map((link) => (
    fetchPart(() => fetchSheet(link)).catch(() => {}) // plain is better than not at all
  )));
  return fetching;
}
