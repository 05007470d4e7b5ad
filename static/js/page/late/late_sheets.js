/** @file The style sheets that the first picture does without: fetched when the page is idle, or before what needs them is shown. */

/** @type {Promise<unknown> | null} */
let fetching = null;

/** @param {HTMLLinkElement} link @returns {Promise<unknown>} */
function fetchSheet(link) {
  return new Promise((resolve) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', resolve); // plain is better than not at all
    link.href = link.dataset.late ?? '';
  });
}

/** Resolves when they are there, or can't be had. */
export function fetchLateSheets() {
  fetching ??= Promise.all([.../** @type {NodeListOf<HTMLLinkElement>} */ (
    document.querySelectorAll('link[data-late]'))].map(fetchSheet));
  return fetching;
}
