/**
 * The bars of the last update below its words, and the key to them; drawn by a part that comes when the page is idle.
 */
import { fetchPart } from '../../ui/parts.js';
import { make, setAttribute } from '../../ui/dom.js';

/** @typedef {ReturnType<typeof import('./reading_words.js').barsOf>} Shown */

/**
 * @param {import('../page.js').Page} page
 * @param {object} shared
 * @param {import('../explaining/explaining.js').Explaining} shared.explaining
 * @param {Array<() => unknown>} shared.later
 */
export function mountBars({ view }, { explaining, later }) {
  const element = make('div', { class: 'updates', role: 'group', hidden: true });
  const key = make('div', { class: 'bars-key', 'aria-hidden': 'true', hidden: true });
  /** @type {Shown} */
  let shown = null;
  /** @type {Promise<ReturnType<typeof import('../../figures/chart/update_bars.js').mount>> | null} */
  let figure = null;

  const fetchFigure = () => {
    figure ??= fetchPart(() => import('../../figures/chart/update_bars.js')).then(({ mount }) => mount(element, {
      key,
      onOpen: explaining.open,
      onPoint: (bar) => { view.network.linked = new Set(bar ? [bar] : []); },
    }));
    // Not there: the next update asks again.
    return figure.catch(() => { figure = null; });
  };
  later.push(fetchFigure);

  return {
    element,
    key,
    /** @param {Shown} next */
    async show(next) {
      shown = next;
      element.hidden = key.hidden = shown === null;
      if (!shown) return;
      setAttribute(element, 'aria-label', shown.name.text);
      const there = await fetchFigure();
      if (there && shown === next) there.update(shown);
    },
  };
}
