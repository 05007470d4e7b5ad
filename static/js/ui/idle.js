/**
 * Work that can wait until there is nothing better to do.
 */

/** @param {() => void} action */
export function whenIdle(action) {
  // Safari has no idle callbacks.
  if (window.requestIdleCallback) window.requestIdleCallback(action);
  else window.setTimeout(action);
}

/** A frame is over sooner. */
const REST = 20;
/** Milliseconds until it is tried again, where the browser does not say when it is idle. */
const PATIENCE = 500;

/**
 * Does something when the browser has nothing to do for longer than a frame lasts: not while anything moves.
 * @param {() => void} action
 * @returns {() => void} takes it back
 */
export function whenAtRest(action) {
  if (!window.requestIdleCallback) {
    const timer = window.setTimeout(action, PATIENCE);
    return () => window.clearTimeout(timer);
  }
  const look = (/** @type {IdleDeadline} */ deadline) => {
    if (deadline.timeRemaining() > REST) action();
    else handle = window.requestIdleCallback(look);
  };
  let handle = window.requestIdleCallback(look);
  return () => window.cancelIdleCallback(handle);
}

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focusin'];

/** What nobody needs before they have done something else: at the first sign that somebody is there. @param {() => void} action */
export function whenTouched(action) {
  const done = () => {
    for (const sign of SIGNS) window.removeEventListener(sign, done, true);
    action();
  };
  for (const sign of SIGNS) window.addEventListener(sign, done, { capture: true, passive: true });
}

/** What is fetched before the page is complete would delay it. @param {() => void} action */
export function whenLoaded(action) {
  if (document.readyState === 'complete') action();
  else window.addEventListener('load', action, { once: true });
}
