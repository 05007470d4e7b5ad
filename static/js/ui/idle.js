/**
 * Work that can wait until there is nothing better to do.
 */

/** @param {() => void} action */
export function whenIdle(action) {
  // Safari has no idle callbacks.
  if (window.requestIdleCallback) window.requestIdleCallback(action);
  else window.setTimeout(action);
}
