/**
 * The reading pane: what the page shows just now, in words, with the bars of the update that they tell.
 *
 * @feature what happens just now, in words; refusals and notices, and when they no longer hold
 */
import { byId, icon, make, setText } from '../../ui/dom.js';
import { setFormula } from '../../ui/tex.js';
import { effect } from '../../ui/tracked.js';
import { createOffer } from '../gallery/offer.js';
import { mountSymbolLinks } from '../network/symbol_links.js';
import { mountBars } from './bars.js';
import { barsOf, readingOf } from './reading_words.js';

/** @typedef {import('../page.js').Page} Page */

/**
 * @param {Page} page
 * @param {object} shared
 * @param {import('../snapshot.js').Snapshots} shared.snapshots
 * @param {import('../explaining/explaining.js').Explaining} shared.explaining
 * @param {Array<() => unknown>} shared.later
 */
export function mountReading(page, { snapshots, explaining, later }) {
  const { view } = page;
  const title = make('h3');
  const trouble = make('p', { class: 'trouble', role: 'alert' });
  const [before, symbol, after] = [make('span'), make('span'), make('span')];
  const words = make('p', {}, before, symbol, after);
  const bars = mountBars(page, { explaining, later });
  const head = make('header', {}, title, bars.key);
  const follow = make('button', { class: 'second', onclick: explaining.toggle }, icon('follow'), 'Follow its pass');
  const back = make('button', { class: 'second', onclick: () => { view.past.moment = null; } }, 'Back to the newest');
  const say = make('div', { class: 'say' }, head, words, make('div', { class: 'offers' }, back, follow, createOffer(page)), bars.element);
  byId('reading').prepend(trouble, say);
  mountSymbolLinks(page, say);

  effect(() => {
    say.hidden = view.follow.moment !== null || view.inspector.inspected !== null || view.closer.looked !== null || view.lessons.running !== null
      || view.mountain.shown || view.health.opened !== null;
    if (say.hidden) return;
    const snapshot = snapshots.now();
    const reading = readingOf(snapshot);
    setText(title, reading.title.text);
    setText(before, reading.before.text + (reading.formula ? ' ' : ''));
    setText(after, reading.after?.text ?? '');
    follow.hidden = reading.follows !== true;
    back.hidden = snapshot.past === null;
    symbol.hidden = !reading.formula;
    if (reading.formula) setFormula(symbol, reading.formula);
    bars.show(barsOf(snapshot));
  });
  effect(() => {
    const { trouble: reason, notice } = view.reading;
    setText(trouble, reason ?? (view.follow.moment ? '' : notice ?? ''));
  });
}
