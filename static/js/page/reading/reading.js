/**
 * The reading pane: what the page shows just now, in words, with the bars of the update that they tell.
 */
import { byId, icon, make, setAttribute, setText } from '../../ui/dom.js';
import { setFormula } from '../../ui/tex.js';
import { effect } from '../../ui/tracked.js';
import { mount as mountBars } from '../../figures/chart/update_bars.js';
import { createOffer } from '../gallery/offer.js';
import { mountSymbolLinks } from '../network/symbol_links.js';
import { barsOf, readingOf } from './reading_words.js';

/** @typedef {import('../page.js').Page} Page */

/**
 * @param {Page} page
 * @param {object} shared
 * @param {import('../snapshot.js').Snapshots} shared.snapshots
 * @param {import('../explaining/explaining.js').Explaining} shared.explaining
 */
export function mountReading(page, { snapshots, explaining }) {
  const { view } = page;
  const title = make('h3');
  const trouble = make('p', { class: 'trouble', role: 'alert' });
  const [before, symbol, after] = [make('span'), make('span'), make('span')];
  const words = make('p', {}, before, symbol, after);
  const updates = make('div', { class: 'updates', role: 'img' });
  const follow = make('button', { class: 'second', onclick: explaining.toggle }, icon('follow'), 'Follow its pass');
  const say = make('div', { class: 'say' }, title, words, follow, createOffer(page), updates);
  byId('reading').prepend(trouble, say);
  const bars = mountBars(updates, { onOpen: explaining.open });
  mountSymbolLinks(page, say);

  effect(() => {
    say.hidden = view.follow.moment !== null || view.inspector.inspected !== null || view.closer.looked !== null;
    if (say.hidden) return;
    const snapshot = snapshots.now();
    const reading = readingOf(snapshot);
    setText(title, reading.title.text);
    setText(before, reading.before.text + (reading.formula ? ' ' : ''));
    setText(after, reading.after?.text ?? '');
    follow.hidden = reading.follows !== true;
    symbol.hidden = !reading.formula;
    if (reading.formula) setFormula(symbol, reading.formula);
    const shown = barsOf(snapshot);
    updates.hidden = shown === null;
    if (!shown) return;
    bars.update(shown);
    setAttribute(updates, 'aria-label', shown.name.text);
  });
  effect(() => {
    const { trouble: reason, notice } = view.reading;
    setText(trouble, reason ?? (view.follow.moment ? '' : notice ?? ''));
  });
}
