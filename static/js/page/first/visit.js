/**
 * What this browser remembers of earlier visits, and what of it shows: the sentences of settings folded away until they are
 * wished for, what the page is until something is learned, how to read the picture until it is hidden.
 *
 * @feature the first visit: what the page is, a sample that is learned, how to read the picture; settings folded
 */
import { byId, setAttribute } from '../../ui/dom.js';
import { isEmbed } from '../embed/framed.js';
import { isHandedOver } from '../../ui/handover.js';
import { recall, remember } from '../../ui/memory.js';
import { effect, onChange } from '../../ui/tracked.js';

const KEYS = { newcomer: 'been-here', settings: 'settings', key: 'how-to-read-it' };

/** What this browser remembers. Who is handed a network from the essay came for that, and sees its settings. */
export function rememberedVisit() {
  if (isEmbed()) return { newcomer: false, settings: true, key: false };
  const newcomer = recall(KEYS.newcomer) === null && !isHandedOver();
  return {
    newcomer,
    settings: recall(KEYS.settings) === 'open' || isHandedOver(),
    key: recall(KEYS.key) !== 'hidden',
  };
}

/** @param {import('../page.js').Page} page */
export function mountVisit({ state, view }) {
  const { first } = view;
  const root = document.documentElement;
  const settings = byId('settings');
  settings.addEventListener('click', () => {
    first.settings = !first.settings;
    remember(KEYS.settings, first.settings ? 'open' : 'folded');
  });
  const showKey = byId('show-key');
  const turnKey = () => {
    first.key = !first.key;
    remember(KEYS.key, first.key ? 'shown' : 'hidden');
  };
  for (const button of [showKey, byId('hide-key')]) button.addEventListener('click', turnKey);

  effect(() => {
    root.toggleAttribute('data-folded', !first.settings);
    setAttribute(settings, 'aria-expanded', String(first.settings));
  });
  effect(() => {
    root.toggleAttribute('data-newcomer', first.newcomer);
    root.toggleAttribute('data-sample', first.sample);
  });
  effect(() => {
    const isEmpty = state.points.length === 0 && (state.frame?.step ?? 0) === 0;
    byId('about').hidden = !first.newcomer && !isEmpty;
  });
  effect(() => {
    const isWanted = view.follow.moment !== null || view.inspector.inspected !== null || view.closer.looked !== null || state.diverged !== null
      || view.lessons.running !== null;
    const isTold = !first.sample && (state.frame?.step ?? 0) > 0;
    byId('key').hidden = !first.key || isWanted;
    byId('key').classList.toggle('brief', isTold);
    byId('key').classList.toggle('of-regression', state.experiment?.task === 'regression');
    setAttribute(showKey, 'aria-checked', String(first.key));
  });
  onChange(() => [state.status, first.sample], () => {
    if (!first.newcomer || first.sample || state.status !== 'training') return;
    first.newcomer = false;
    remember(KEYS.newcomer, 'yes');
  });
}
