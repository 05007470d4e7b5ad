/**
 * Puts what takes the network's place there, and the network back. The plane stays beside it and shows what it does.
 *
 * This module comes late, with whoever first takes a place: `standInstead(page, {label, network})`, and to give the place back
 * `page.view.instead.occupant = null`.
 */
import { icon, make } from '../../ui/dom.js';
import { onChange } from '../../ui/tracked.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./state.js').Occupant} Occupant */

/** The sections that can be stood in for, by what an occupant calls them. */
const PLACES = /** @type {const} */ ({ plane: '.plane', network: '.net', run: '#run' });

/** Pages whose changes of occupant are watched. @type {WeakSet<Page>} */
const watched = new WeakSet();

/** @param {Occupant} occupant @returns {() => void} puts back what was there before */
function occupy(occupant) {
  const from = document.activeElement;
  const taken = /** @type {(keyof typeof PLACES)[]} */ (Object.keys(PLACES)).flatMap((name) => {
    const content = occupant[name];
    const section = /** @type {HTMLElement | null} */ (document.querySelector(PLACES[name]));
    if (!content || !section) return [];
    const label = name === 'network' ? occupant.label : `${occupant.label}, ${section.getAttribute('aria-label') ?? name}`;
    const stand = make('section', { class: `instead in-${name}`, 'aria-label': label, tabindex: -1 }, content);
    section.hidden = true;
    section.after(stand);
    return [{ name, section, stand }];
  });
  const main = taken.find(({ name }) => name === 'network')?.stand;
  main?.focus({ preventScroll: true });
  const first = taken[0]?.stand;
  if (first && first.getBoundingClientRect().bottom > window.innerHeight) first.scrollIntoView({ block: 'start' });
  return () => {
    const focused = document.activeElement;
    const isLost = !focused || focused === document.body || taken.some(({ stand }) => stand.contains(focused));
    for (const { section, stand } of taken) {
      stand.remove();
      section.hidden = false;
    }
    if (isLost && from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
    occupant.onLeave?.();
  };
}

/** @param {Page} page */
function watch({ view }) {
  /** @type {() => void} */
  let leave = () => {};
  onChange(() => view.instead.occupant, (occupant) => {
    leave();
    leave = occupant ? occupy(occupant) : () => {};
  });
  // A pass, and what lies under the glass, are shown on the network.
  onChange(() => view.follow.moment !== null || view.inspector.inspected !== null, (needed) => {
    if (needed) view.instead.occupant = null;
  });
}

/**
 * Takes the places; whoever stood there before gives way.
 * @param {Page} page
 * @param {Occupant} occupant
 */
export function standInstead(page, occupant) {
  if (!watched.has(page)) watch(page);
  watched.add(page);
  page.view.instead.occupant = occupant;
}

/**
 * The line at the head of what stands there: its name, a few words, and the way out.
 * @param {Page} page
 * @param {string} title
 * @param {...(Node | string)} words behind the title, and controls
 */
export function headOf({ view }, title, ...words) {
  const close = make('button', {
    class: 'quiet', 'aria-label': 'Close', title: 'Back to the network (Esc)', onclick: () => { view.instead.occupant = null; },
  }, icon('close'));
  return make('div', { class: 'bar' }, make('h2', {}, title), ...words, make('span', { class: 'space' }), close);
}
