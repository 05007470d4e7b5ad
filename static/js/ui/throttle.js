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
