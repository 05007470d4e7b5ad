/**
 * The ways to what is kept and given: the header's buttons, the address #experiments, links, files that are dropped or pasted.
 * What they lead to is fetched then, and the rest when the page is idle.
 *
 * @feature keeps the page in this browser and brings it back; files, links that come, where what is shown came from
 */
import { isLink } from '../../kept/signs.js';
import { EXPERIMENTS, LESSONS, TAKE_OUT } from '../addresses.js';
import { byId } from '../../ui/dom.js';
import { mountMenu } from '../../ui/menu.js';
import { fetchPart } from '../../ui/parts.js';
import { onChange, whenever } from '../../ui/tracked.js';
import { fetchLateSheets } from '../../ui/late_sheets.js';
import { mountIncoming } from './incoming.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./keeping.js').Exchange} Exchange */

/**
 * What there is around the page for keeping it.
 * @typedef {Omit<import('./exchange.js').Around, 'openRehearsal'> & {opening: import('./opening.js').Opening}} KeptWorld
 */

/** How others come to it. @type {WeakMap<Page, () => Promise<Exchange>>} */
const ways = new WeakMap();

/** What keeps and gives the page, fetched for whoever asks. @param {Page} page @returns {Promise<Exchange>} */
export const exchangeOf = (page) => /** @type {() => Promise<Exchange>} */ (ways.get(page))();

/**
 * @param {Page} page
 * @param {object} shared
 * @param {KeptWorld} shared.kept
 * @param {() => import('../recovery/recovery.js').Session} shared.openRehearsal
 * @param {Array<() => unknown>} shared.later
 * @param {Pick<import('../own/own.js').OwnData, 'takeTable'>} shared.own
 */
export function mountKept(page, { kept, openRehearsal, later, own }) {
  const { view, state } = page;
  /** @type {Promise<Exchange> | null} */
  let mounting = null;

  /** Until a server has answered, nobody knows whether it takes what the page began with. @type {Promise<void>} */
  const answered = new Promise((resolve) => {
    const end = whenever(() => state.experiment !== null, (known) => {
      if (!known) return;
      queueMicrotask(() => end());
      resolve();
    });
  });

  /** @returns {Promise<Exchange>} */
  function exchange() {
    mounting ??= Promise.all([kept.opening.keeping(), fetchLateSheets(), answered])
      .then(([keeping]) => keeping.mount(page, { ...kept, openRehearsal }));
    mounting.catch(() => { mounting = null; });
    return mounting;
  }

  ways.set(page, exchange);

  /** Does something with what is fetched for it. @param {(parts: Exchange) => unknown} act */
  async function withParts(act) {
    try {
      await act(await exchange());
    } catch {
      view.reading.trouble = 'A part of the page could not be fetched from the server. Try again when the connection is back.';
    }
  }

  const share = () => withParts(async (parts) => {
    page.past.leave(); // a link holds the newest moment
    const { turnSharing } = await fetchPart(() => import('../share/share.js'));
    await turnSharing(page, parts);
  });
  const take = () => { location.hash = TAKE_OUT; };
  const list = () => { location.hash = EXPERIMENTS; };
  byId('share').addEventListener('click', share);
  mountMenu(byId('more'), 'More', [
    { title: 'Share', run: share }, { title: 'Take out', run: take }, { title: 'My experiments', run: list },
    { title: 'Lessons', run: () => { location.hash = LESSONS; } },
    { title: 'Light or dark', run: () => byId('theme').click() },
  ]);

  mountIncoming(withParts, { ...own, takeLesson: (text) => { view.lessons.brought = text; } });

  const follow = () => {
    const { hash } = location;
    if (isLink(hash)) {
      history.replaceState(null, '', location.pathname + location.search);
      withParts((parts) => parts.openLink(hash));
    }
    if (hash === EXPERIMENTS || view.kept.listed) {
      withParts(async (parts) => {
        const { showExperiments } = await fetchPart(() => import('../experiments/experiments.js'));
        showExperiments(page, parts, location.hash === EXPERIMENTS);
      });
    }
  };
  window.addEventListener('hashchange', follow);

  // What came with the page has been told to the server by now; the address of a list is followed like any other.
  const stop = whenever(() => state.connection.status === 'live' && state.experiment !== null, (ready) => {
    if (!ready) return;
    queueMicrotask(() => stop());
    if (kept.opening.ready) exchange().catch(() => {});
    if (location.hash === EXPERIMENTS) follow();
  });
  // Nobody's first points wait for an idle moment.
  const stopWaiting = onChange(() => [state.undo.past.length, view.first.sample], ([done, sample]) => {
    if (!done || sample) return;
    queueMicrotask(() => stopWaiting());
    exchange().catch(() => {});
  });
  later.push(() => { exchange().catch(() => {}); });
}
