/**
 * Work that can wait until there is nothing better to do.
 */

/** @param {() => void} action */
export function whenIdle(action) {
  // Safari has no idle callbacks.
  if (window.requestIdleCallback) window.requestIdleCallback(action);
  else window.setTimeout(action);
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
