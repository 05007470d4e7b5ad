/**
 * Says in the reading pane where the experiment on the page came from, until anything is touched.
 */
import { EXPERIMENTS } from '../addresses.js';
import { byId, make } from '../../ui/dom.js';
import { onChange, whenever } from '../../ui/tracked.js';
import { arrivalWords, safeWords } from './arrival_words.js';
import { paintPicture } from './picture.js';

/** @typedef {import('../page.js').Page} Page */

const TOUCHES = ['pointerdown', 'keydown'];

/**
 * @param {Page} page
 * @param {import('./exchange.js').Exchange} exchange
 */
export function mountArrival(page, exchange) {
  const { view, state } = page;
  const say = /** @type {HTMLElement} */ (byId('reading').querySelector('.say'));
  /** @type {HTMLElement | null} */
  let shown = null;

  const end = () => { view.kept.arrival = null; };
  /** @param {Event} event */
  const touched = ({ target }) => {
    if (!(target instanceof Node && shown?.contains(target))) end();
  };

  /** @param {import('../../kept/shelf.js').Card} own */
  function safe(own) {
    const { title, more } = safeWords(own);
    const picture = make('canvas', { class: 'own-work-picture', 'aria-hidden': 'true' });
    exchange.shelf?.read(own.id).then((whole) => whole && paintPicture(picture, whole.kept)).catch(() => {});
    return make(
      'div', { class: 'own-work' }, picture,
      make(
        'div', {}, make('h4', {}, title), make('p', {}, `${more} `, make('a', { href: EXPERIMENTS }, 'My experiments'), '.'),
        make('button', { class: 'second', onclick: () => { end(); exchange.open(own.id); } }, 'Go back to it'),
      ),
    );
  }

  /** @param {import('./state.js').Arrival} arrival */
  function build(arrival) {
    const { how, own } = arrival;
    const { points, progress } = state;
    const title = view.kept.card?.name ?? 'An experiment';
    const { line, more } = arrivalWords(arrival, { step: progress?.step ?? 0, points: points.length, title });
    const deed = how === 'back' ? ['Start anew', () => exchange.startAnew()]
      : how === 'anew' && own ? ['Undo', () => exchange.open(own.id)] : null;
    const button = deed && make('button', { class: 'wording', onclick: /** @type {() => void} */ (deed[1]) }, /** @type {string} */ (deed[0]));
    return make(
      'div', { class: 'arrived', role: how === 'fault' ? 'alert' : null },
      make('p', { class: 'line' }, line, ...(button ? [' ', button] : [])),
      ...(more ? [make('p', {}, more)] : []),
      ...(own && (how === 'link' || how === 'file') ? [safe(own)] : []),
    );
  }

  whenever(() => view.kept.arrival, (arrival) => {
    shown?.remove();
    shown = null;
    say.classList.toggle('tells-arrival', arrival !== null);
    for (const touch of TOUCHES) window.removeEventListener(touch, touched, true);
    if (!arrival) return;
    shown = build(arrival);
    say.prepend(shown);
    if (arrival.how !== 'fault') page.announce(shown.firstElementChild?.textContent ?? '');
    for (const touch of TOUCHES) window.addEventListener(touch, touched, true);
  });
  onChange(() => state.status, (status) => { if (status === 'training') end(); });
}
