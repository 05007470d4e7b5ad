/**
 * Waits, while training, until what a click changes at once was drawn.
 */
import { effect, untracked } from '../ui/tracked.js';

/** Milliseconds in which a click's frames belong to the plane while training. */
export const AFTERWARDS = 100;

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

/**
 * An effect that runs again afterwards: what it read tells when, as ever.
 * @param {Pick<import('./page.js').Page, 'state'>} page
 * @param {() => void} show
 */
export function showAfterwards(page, show) {
  const begin = () => {
    let isShown = false;
    return effect(() => {
      if (isShown) untracked(again);
      else show();
      isShown = true;
    });
  };
  const again = afterwards(page, () => {
    stop();
    stop = begin();
  });
  let stop = begin();
}
