/**
 * Ties symbols in formulas to the elements of the network: pointing at one lights the other, both ways.
 */
import { parseKey } from '../../network/keys.js';
import { effect, untracked } from '../../ui/tracked.js';
import { networkNow } from './network_now.js';

/** @typedef {import('../page.js').Page} Page */

const SYMBOL = '[data-el]';

/** The key of the element that a symbol names. @param {Element} symbol */
const elementOf = (symbol) => symbol.getAttribute('data-el');

/**
 * Whether a symbol and an element of the figure are the same thing: z, a and δ all lie at their neuron.
 * @param {string} symbol
 * @param {string} element
 * @param {number} layers
 */
export function isSame(symbol, element, layers) {
  const [one, other] = [parseKey(symbol, layers), parseKey(element, layers)];
  if (!one || !other) return false;
  const kind = (/** @type {string} */ name) => (name === 'target' ? 'neuron' : name);
  return kind(one.kind) === kind(other.kind)
    && one.layer === other.layer && one.neuron === other.neuron && one.source === other.source;
}

/**
 * Washes the symbols that stand for an element, and those alone.
 * @param {ParentNode} root
 * @param {Iterable<string>} elements
 * @param {number} layers
 */
export function washSymbols(root, elements, layers) {
  const wanted = [...elements];
  for (const symbol of root.querySelectorAll(SYMBOL)) {
    const own = elementOf(symbol);
    symbol.classList.toggle('linked', own !== null && wanted.some((element) => isSame(own, element, layers)));
  }
}

/** @param {Page} page @param {HTMLElement} root that formulas stand in */
export function mountSymbolLinks(page, root) {
  const { view } = page;
  const point = (/** @type {EventTarget | null} */ target) => {
    const symbol = target instanceof Element ? target.closest(SYMBOL) : null;
    const key = symbol && elementOf(symbol);
    const { linked } = view.network;
    if (key ? linked.has(key) : linked.size === 0) return;
    view.network.linked = new Set(key ? [key] : []);
  };
  root.addEventListener('pointerover', ({ target }) => point(target));
  root.addEventListener('pointerleave', () => point(null));
  root.addEventListener('focusin', ({ target }) => point(target));
  root.addEventListener('focusout', () => point(null));

  const wash = () => {
    const { linked, pointed } = view.network;
    const layers = untracked(() => networkNow(page)?.architecture.layers ?? 0);
    washSymbols(root, pointed ? [...linked, pointed] : linked, layers);
  };
  effect(wash);
  return { wash };
}
