/**
 * Small choices kept in this browser. Without storage they last as long as the page.
 */

/** @type {Map<string, string>} */
const session = new Map();

/** @param {string} key @returns {string | null} */
export function recall(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return session.get(key) ?? null;
  }
}

/** @param {string} key @param {string} value */
export function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    session.set(key, value);
  }
}
