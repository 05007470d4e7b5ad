/**
 * The list itself: a picture for each experiment, in groups by when it was, walked by the arrows.
 */
import { GoneError, OpenElsewhereError } from '../../kept/shelf.js';
import { groupWords } from '../../kept/when.js';
import { make } from '../../ui/dom.js';
import { onColoursChange } from '../../ui/colours.js';
import { paintPicture } from '../kept/picture.js';
import { newId, openElsewhere } from '../kept/place.js';
import { createCollection } from './collection.js';
import { createPlace, fillPlace } from './item.js';
import { faultWords, isFound } from './words.js';

/** @typedef {import('../../kept/shelf.js').Card} Card */

/** How much further what lies aside seems than what lies ahead. */
const ASIDE = 3;
/** So many are made at once; whoever has thousands waits for those in sight alone. */
const FIRST = 30;
/** What lies within another window's height of the window is made before it is scrolled to. */
const NEAR = '100% 0px';

/**
 * @param {HTMLElement} sheet
 * @param {import('../page.js').Page} page
 * @param {import('../kept/exchange.js').Exchange} exchange
 * @param {{leave: () => void, onChange: () => void, onFault: (words: string | null) => void}} handlers
 */
export function createList(sheet, page, exchange, { leave, onChange, onFault }) {
  const { shelf, keeper } = exchange;
  const collection = createCollection({ shelf, openElsewhere, freeName: exchange.freeName, newId });
  /** What is shown for each; `fill` makes what is in its place, where that is not there yet. @type {{card: Card, element: HTMLElement, fill: () => void}[]} */
  let shown = [];
  let wanted = '';
  let byName = false;

  /** @type {Map<Element, () => void>} */
  let unfilled = new Map();
  const nearness = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) unfilled.get(target)?.();
  }, { root: sheet.closest('dialog'), rootMargin: NEAR });

  /** Pictures are painted when they come into sight. */
  const sight = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      sight.unobserve(target);
      paint(/** @type {HTMLCanvasElement} */ (target));
    }
  });
  /** @param {HTMLCanvasElement} canvas */
  async function paint(canvas) {
    try {
      const whole = await shelf?.read(canvas.dataset.id ?? '');
      if (whole) paintPicture(canvas, whole.kept);
    } catch {
      // what came from outside and no server has looked at yet may not be paintable: its name is enough
    }
  }
  onColoursChange(() => show(wanted, byName));

  /**
   * Does what the browser's storage may refuse, and shows what there is then.
   * @param {import('./words.js').Deed} deed
   * @param {string} name
   * @param {() => Promise<unknown>} act
   */
  async function attempt(deed, name, act) {
    onFault(null);
    let isDone = true;
    try {
      await act();
    } catch (error) {
      if (!(error instanceof GoneError || error instanceof OpenElsewhereError || error instanceof DOMException)) throw error; // not the storage's doing
      isDone = false;
      onFault(faultWords(deed, name, error));
    }
    show(wanted, byName);
    return isDone;
  }

  /** @param {string} text @param {boolean} inOrder */
  function show(text, inOrder) {
    [wanted, byName] = [text, inOrder];
    const found = collection.cards.filter((card) => isFound(card, text));
    if (byName) found.sort((a, b) => a.name.localeCompare(b.name));
    const focused = document.activeElement?.closest('[data-card]')?.getAttribute('data-card');
    const now = Date.now();
    /** @type {Map<string, HTMLElement>} */
    const groups = new Map();
    sight.disconnect();
    nearness.disconnect();
    unfilled = new Map();
    shown = found.map((card) => {
      const group = byName ? '' : groupWords(card.changed, now);
      const items = groups.get(group) ?? make('ul', { role: 'list' });
      groups.set(group, items);
      const element = createPlace(card);
      items.append(element);
      const open = card.id === keeper?.id ? 'here' : collection.isElsewhere(card) ? 'elsewhere' : null;
      const fill = () => {
        if (!unfilled.delete(element)) return;
        nearness.unobserve(element);
        fillPlace(element, card, { page, exchange, collection, attempt, leave, open, now });
        const canvas = element.querySelector('canvas');
        if (canvas) sight.observe(canvas);
      };
      unfilled.set(element, fill);
      return { card, element, fill };
    });
    for (const { fill } of shown.slice(0, FIRST)) fill();
    sheet.replaceChildren(...[...groups].flatMap(([title, items]) => [...(title ? [make('h3', {}, title)] : []), items]));
    for (const element of unfilled.keys()) nearness.observe(element);
    if (focused) focusOn(focused);
    onChange();
  }

  /** @param {string} id */
  function focusOn(id) {
    const there = shown.find(({ card }) => card.id === id);
    there?.fill();
    there?.element.querySelector('button')?.focus();
  }

  sheet.addEventListener('keydown', (event) => {
    const at = shown.findIndex(({ element }) => element.contains(document.activeElement));
    if (at < 0 || event.target instanceof HTMLInputElement || !event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const here = shown[at].element.getBoundingClientRect();
    const isUpright = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    const sign = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : -1;
    // The nearest one that way, straight ahead rather than aside.
    const distances = shown.map(({ element }) => {
      const { left, top } = element.getBoundingClientRect();
      const [x, y] = [left - here.left, top - here.top];
      const [forth, aside] = isUpright ? [sign * y, Math.abs(x)] : [sign * x, Math.abs(y)];
      return forth > 1 ? forth + ASIDE * aside : Infinity;
    });
    const next = distances.indexOf(Math.min(...distances));
    if (Number.isFinite(distances[next])) focusOn(shown[next].card.id);
  });

  return {
    attempt,
    collection,
    show,
    /** Puts back what was deleted last. */
    async undo() {
      const card = collection.lastRemoved;
      if (card && await attempt('put back', card.name, () => collection.putBack(card))) focusOn(card.id);
    },
    focusPresent: () => focusOn(shown.find(({ card }) => card.id === keeper?.id)?.card.id ?? shown[0]?.card.id ?? ''),
    counted: () => ({ cards: collection.cards.filter(({ deleted }) => !deleted).length, found: shown.length }),
  };
}
