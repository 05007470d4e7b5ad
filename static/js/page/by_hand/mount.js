/**
 * The way into working by hand: the address #by-hand, to which the header links. What is needed for it is fetched then.
 */

import { fetchLateSheets } from '../late_sheets.js';

/**
 * @typedef {object} Passes a session of the server's, apart from the page's own run
 * @property {(checkpoint: import('../../types.js').Checkpoint, point: number) => Promise<import('../../types.js').TraceEvent>} pass
 *   rejects with the server's refusal
 * @property {() => void} close
 */
/** @typedef {import('../../types.js').Options} Options */
/** @typedef {(onLive: (isLive: boolean) => void) => Passes} OpenPasses */

const HASH = '#by-hand';

/** What can be chosen, as soon as the server has said it. @param {import('../page.js').Page} page @returns {Promise<Options>} */
const optionsOf = ({ watch }) => new Promise((resolve) => {
  watch(({ options }) => options, (options) => {
    if (options) resolve(options);
  });
});

/**
 * @param {import('../page.js').Page} page
 * @param {object} world
 * @param {import('../../network/field/types.js').Field | null} world.field
 * @param {OpenPasses} world.openPasses
 */
export function mountByHand(page, { field, openPasses }) {
  const { view } = page;
  /** @type {Promise<ReturnType<typeof import('./view.js').createByHand>> | null} */
  let made = null;

  const forget = () => {
    if (location.hash === HASH) history.replaceState(null, '', location.pathname + location.search);
  };

  async function fetchView() {
    const [options, { createByHand }] = await Promise.all([optionsOf(page), import('./view.js'), fetchLateSheets()]);
    return createByHand({ options, field, openPasses, onClose: forget });
  }

  async function follow() {
    if (location.hash !== HASH) {
      (await made)?.close();
      return;
    }
    made ??= fetchView();
    try {
      (await made).open();
    } catch {
      made = null;
      forget();
      view.set({ trouble: 'Working by hand could not be fetched from the server. Try again when the connection is back.' });
    }
  }

  window.addEventListener('hashchange', follow);
  follow();
}
