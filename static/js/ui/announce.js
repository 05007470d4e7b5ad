/**
 * Words for screen readers, one message at a time and never more often than they can be heard.
 */
const REST = 400;
/** Milliseconds after which a message goes, so that nobody comes upon it when it is no longer news. */
const STAYS = 5000;

/** @param {HTMLElement} region a polite live region */
export function createAnnouncer(region) {
  let resting = 0;
  let leaving = 0;
  /** @type {string | null} */
  let waiting = null;

  const say = () => {
    resting = 0;
    if (waiting === null) return;
    window.clearTimeout(leaving);
    region.textContent = waiting;
    waiting = null;
    resting = window.setTimeout(say, REST);
    leaving = window.setTimeout(() => { region.textContent = ''; }, STAYS);
  };

  /** Says the newest message; one that is still waiting is replaced. @param {string} text */
  return (text) => {
    waiting = text;
    if (!resting) say();
  };
}
