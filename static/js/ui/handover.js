/**
 * Hands a checkpoint from one page of the site to the next in the same tab: the article's networks open in the playground.
 */

const KEY = 'checkpoint handed over';

/** @param {import('../types.js').Checkpoint} checkpoint @returns {boolean} whether it will arrive */
export function handOver(checkpoint) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(checkpoint));
    return true;
  } catch {
    return false; // storage is turned off
  }
}

/** Whether something waits to be taken. */
export function isHandedOver() {
  try {
    return sessionStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** What was handed over, once. @returns {import('../types.js').Checkpoint | null} */
export function takeHandedOver() {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
