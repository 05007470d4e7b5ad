/**
 * Points drawn from a data set, and what the page remembers of the last drawing.
 */

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('./view_state.js').Sample} Sample */

/** @type {Sample} */
export const FIRST_SAMPLE = { dataset: 'blobs2', count: 200, noise: 0.1, test_share: 0.2, seed: 1 };

/**
 * Draws all points anew.
 * @param {Page} page
 * @param {Partial<Sample>} changes to the last sample
 * @returns {Promise<unknown>} rejects with the server's refusal
 */
export function drawSample({ send, view }, changes) {
  const sample = { ...FIRST_SAMPLE, ...view.get().sample, ...changes };
  view.set({ sample, chosen: null });
  return send({ type: 'generate', ...sample });
}
