/**
 * Words for screen readers, one message at a time and never more often than they can be heard.
 */
const REST = 400;

/** @param {HTMLElement} region a polite live region */
export function createAnnouncer(region) {
  let timer = 0;
  /** @type {string | null} */
  let waiting = null;

  const say = () => {
    timer = 0;
    if (waiting === null) return;
    region.textContent = waiting;
    waiting = null;
    timer = window.setTimeout(say, REST);
  };

  /** Says the newest message; one that is still waiting is replaced. @param {string} text */
  return (text) => {
    waiting = text;
    if (!timer) say();
  };
}
