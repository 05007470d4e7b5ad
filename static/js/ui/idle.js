/**
 * Work that can wait until there is nothing better to do.
 */

/** @param {() => void} action */
export function whenIdle(action) {
  // Safari has no idle callbacks.
  if (window.requestIdleCallback) window.requestIdleCallback(action);
  else window.setTimeout(action);
}

/** What is fetched before the page is complete would delay it. @param {() => void} action */
export function whenLoaded(action) {
  if (document.readyState === 'complete') action();
  else window.addEventListener('load', action, { once: true });
}
