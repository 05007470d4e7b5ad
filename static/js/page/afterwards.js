/**
 * Waits, while training, until what a click changes at once was drawn.
 */

/** Milliseconds in which a click's frames belong to the plane while training. */
const AFTERWARDS = 100;

/**
 * Shows what a click brings along but nobody looks at first: after a moment while training, in which the boundary
 * moves; at once otherwise.
 * @param {Pick<import('./page.js').Page, 'state'>} page
 * @param {() => void} show
 * @returns {() => void}
 */
export function afterwards({ state }, show) {
  let timer = 0;
  const run = () => {
    timer = 0;
    show();
  };
  return () => {
    if (state.status === 'training') timer ||= window.setTimeout(run, AFTERWARDS);
    else show();
  };
}
