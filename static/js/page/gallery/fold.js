/**
 * The gallery folded into one button, which opens it beside the plane, where it covers nothing that a choice changes.
 */
import { byId, icon, make } from '../../ui/dom.js';
import { thumbnail } from './thumbnail.js';

/** Wide but low windows, as in static/css/tokens.css. */
const LOW = '(min-width: 900px) and (max-height: 799px)';
const GAP = 8;

/** @param {HTMLElement} gallery */
export function mountFold(gallery) {
  const button = byId('data-sets');
  const low = matchMedia(LOW);

  const place = () => {
    const { right } = byId('plane-frame').getBoundingClientRect();
    const { bottom } = button.getBoundingClientRect();
    gallery.style.left = `${right + GAP}px`;
    gallery.style.bottom = `${window.innerHeight - bottom}px`;
  };
  gallery.addEventListener('toggle', (event) => {
    const isOpen = /** @type {ToggleEvent} */ (event).newState === 'open';
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) window.addEventListener('resize', place);
    else window.removeEventListener('resize', place);
  });
  button.addEventListener('click', () => {
    gallery.showPopover();
    place();
    /** @type {HTMLElement | null} */ (gallery.querySelector('[aria-pressed=true]') ?? gallery.querySelector('button'))?.focus();
  });

  let isInTheWay = false;
  const fold = () => {
    const isFolded = low.matches || isInTheWay;
    button.hidden = !isFolded;
    gallery.popover = isFolded ? 'auto' : null;
  };
  low.addEventListener('change', fold);
  fold();

  return {
    /** Something else needs its place. @param {boolean} needed */
    giveWay(needed) {
      isInTheWay = needed;
      fold();
    },

    /** The data set that the points come from, on the button. @param {import('../../types.js').Dataset | null} dataset */
    show(dataset) {
      const picture = dataset ? [thumbnail(dataset.preview, dataset.task)] : [];
      button.replaceChildren(...picture, make('span', {}, dataset?.title ?? 'Data sets'), icon('more'));
      button.setAttribute('aria-label', dataset ? `Data sets: ${dataset.title}` : 'Data sets');
    },
  };
}
