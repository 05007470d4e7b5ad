/**
 * Parts of a page that are fetched later. A server that was renewed meanwhile has them under other names: then the page is
 * loaded anew, after it has handed over what it holds.
 */

/** Whether all that the page holds will be there again. @type {() => boolean} */
let handOver = () => true;

/** @param {() => boolean} act   called before the page is loaded anew; false where that would lose something */
export function beforeRenewal(act) {
  handOver = act;
}

/** Whether the server's page starts with another script than this one by now. */
async function isOutdated() {
  const own = document.querySelector('script[type=module][src]')?.getAttribute('src');
  try {
    const answer = await fetch(location.href, { cache: 'no-cache' });
    return Boolean(own) && answer.ok && !(await answer.text()).includes(String(own));
  } catch {
    return false; // no server is there, or it may not be asked
  }
}

/**
 * Fetches a part; rejects as `load` does, and has the page loaded anew where it is older than what the server has.
 * @template T
 * @param {() => Promise<T>} load
 * @returns {Promise<T>}
 */
export async function fetchPart(load) {
  try {
    return await load();
  } catch (error) {
    if (await isOutdated() && handOver()) location.reload();
    throw error;
  }
}
