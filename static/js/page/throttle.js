/**
 * Calls at most once in a while, and always with the last wish.
 */

/**
 * @param {() => void} action
 * @param {number} rest milliseconds between two calls
 * @returns {() => void}
 */
export function throttle(action, rest) {
  let timer = 0;
  let wanted = false;
  const run = () => {
    timer = 0;
    if (!wanted) return;
    wanted = false;
    action();
    timer = window.setTimeout(run, rest);
  };
  return () => {
    wanted = true;
    if (!timer) run();
  };
}

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
