/** @file The worker of the page's first socket, which first_socket.js started before any module was there. */

/** @typedef {import('./threaded_socket.js').Started} Started */

/**
 * It, once, where it is connected to this address; otherwise null.
 * @param {object} scope   the page's global object
 * @param {string} url
 * @returns {Started | null}
 */
export function firstWorker(scope, url) {
  const page = /** @type {{firstSocket?: Started & {url: string}}} */ (scope);
  const first = page.firstSocket;
  delete page.firstSocket;
  return first?.url === url ? first : null;
}
