/**
 * The way to taking out: the address #take-out, to which the header leads. What is needed for it is fetched then.
 *
 * @feature what can be taken out: files that the page makes (texts, pictures as SVG and PNG, a film) or asks of the server, and all of them in one
 */
import { TAKE_OUT } from '../addresses.js';
import { fetchPart } from '../../ui/parts.js';
import { fetchLateSheets } from '../../ui/late_sheets.js';

/** @param {import('../page.js').Page} page */
export function mountTakeOut(page) {
  const { view } = page;
  let isOpen = false;

  const forget = () => {
    isOpen = false;
    if (location.hash === TAKE_OUT) history.replaceState(null, '', location.pathname + location.search);
  };

  async function follow() {
    if (location.hash !== TAKE_OUT) {
      if (isOpen) view.instead.occupant = null;
      return;
    }
    if (isOpen) return;
    isOpen = true;
    page.past.leave(); // what the server writes is of the newest moment
    try {
      const [{ showTakeOut }] = await Promise.all([fetchPart(() => import('./view.js')), fetchLateSheets()]);
      if (location.hash === TAKE_OUT) showTakeOut(page, forget);
      else isOpen = false;
    } catch {
      forget();
      view.reading.trouble = 'What is taken out could not be fetched from the server. Try again when the connection is back.';
    }
  }

  window.addEventListener('hashchange', follow);
  follow();
}
