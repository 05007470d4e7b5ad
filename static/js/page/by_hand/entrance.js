/**
 * The way into working by hand: the address #by-hand, to which the header links. What is needed for it is fetched then.
 */

import { wordsFace } from '../../ui/faces.js';
import { fetchPart } from '../../ui/parts.js';
import { prepareFormulas } from '../../ui/tex.js';
import { effect } from '../../ui/tracked.js';
import { fetchLateSheets } from '../../ui/late_sheets.js';

/** @typedef {import('../../types.js').Limits} Limits */
/** @typedef {import('../../types.js').Options} Options */

const HASH = '#by-hand';

/**
 * What can be chosen and what the limits are, as soon as the server has said it.
 * @param {import('../page.js').Page} page
 * @returns {Promise<{options: Options, limits: Limits}>}
 */
const knownOf = ({ state }) => new Promise((resolve) => {
  effect(() => {
    const { options, limits } = state;
    if (options && limits) resolve({ options, limits });
  });
});

/**
 * @param {import('../page.js').Page} page
 * @param {object} world
 * @param {import('../../network/field/types.js').Field | null} world.field
 * @param {import('./types.js').OpenPasses} world.openPasses
 */
export function mountByHand(page, { field, openPasses }) {
  const { view } = page;
  /** @type {Promise<ReturnType<typeof import('./view.js').createByHand>> | null} */
  let made = null;

  const forget = () => {
    if (location.hash === HASH) history.replaceState(null, '', location.pathname + location.search);
  };

  async function fetchView() {
    // Symbols and the face of the words come first: what gives way to them later would move what is being read.
    const fetching = Promise.all([fetchPart(() => import('./view.js')), fetchLateSheets(), prepareFormulas(), wordsFace()]);
    const [known, [{ createByHand }]] = await Promise.all([knownOf(page), fetching]);
    return createByHand({ ...known, field, openPasses, onClose: forget });
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
      view.reading.trouble = 'Working by hand could not be fetched from the server. Try again when the connection is back.';
    }
  }

  window.addEventListener('hashchange', follow);
  follow();
}
