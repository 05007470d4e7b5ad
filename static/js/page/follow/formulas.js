/**
 * A formula and its lines of numbers, and for the keyboard a button for each symbol in it.
 */
import { neuronName } from '../../figures/network/describe.js';
import { parseKey } from '../../network/keys.js';
import { formulaTex, linesTex } from '../../trace/captions/tex.js';
import { make } from '../../ui/dom.js';
import { setAhead, setFormula, setFormulas } from '../../ui/tex.js';

/** @typedef {import('../../network/architecture.js').Architecture} Architecture */
/** @typedef {import('../../trace/types.js').Caption} Caption */

/** Symbols by letter, in words. @type {Record<string, string>} */
const QUANTITIES = { z: 'sum z of ', a: 'activation of ', d: 'delta of ', y: 'target of ', b: 'bias of ', x: '' };

/**
 * A symbol in words.
 * @param {string} key
 * @param {Architecture} architecture
 */
export function symbolName(key, architecture) {
  const element = parseKey(key, architecture.layers);
  if (!element) return key;
  const { kind, layer, neuron, source } = element;
  if (kind === 'cost') return 'cost';
  const name = neuronName(layer, neuron, architecture);
  if (kind !== 'weight') return `${QUANTITIES[key[0]] ?? ''}${name}`;
  return `weight from ${neuronName(layer - 1, source, architecture)} to ${name}`;
}

/** @param {Caption} caption */
const symbolicTex = (caption) => `\\displaystyle ${formulaTex(caption)}`;

/**
 * @param {object} options
 * @param {() => void} options.onSet after formulas were set anew
 * @param {(key: string) => void} options.onOpen a symbol was pressed
 */
export function createFormulas({ onSet, onOpen }) {
  const symbolic = make('div', { class: 'formula' });
  const numeric = make('div', { class: 'numbers-in' });
  const keys = make('div', { class: 'symbol-keys', role: 'group', 'aria-label': 'Symbols of this formula' });
  const element = make('div', { class: 'formulas' }, symbolic, numeric, keys);
  const openPressed = (/** @type {Event} */ { target }) => {
    const symbol = target instanceof Element ? target.closest('[data-el]') : null;
    if (symbol instanceof HTMLElement && symbol.dataset.el) onOpen(symbol.dataset.el);
  };
  for (const printed of [symbolic, numeric]) printed.addEventListener('click', openPressed);

  /** @param {Architecture} architecture */
  function makeKeys(architecture) {
    const symbols = /** @type {NodeListOf<HTMLElement>} */ (symbolic.querySelectorAll('[data-el]'));
    const unique = [...new Set([...symbols].map(({ dataset }) => dataset.el ?? ''))];
    const shown = [...keys.children].map((button) => button.getAttribute('data-el'));
    if (shown.join() === unique.join()) return;
    keys.replaceChildren(...unique.map((key) => make(
      'button', { 'data-el': key, onclick: () => onOpen(key) }, symbolName(key, architecture),
    )));
  }

  return {
    element,
    /**
     * @param {Caption} caption
     * @param {Architecture} architecture
     * @param {number} told how many of its equations are reckoned up elsewhere
     */
    async show(caption, architecture, told) {
      await Promise.all([
        setFormula(symbolic, symbolicTex(caption), { plain: caption.spoken }),
        setFormulas(numeric, linesTex({ equations: caption.equations.slice(told) }), { class: 'line' }),
      ]);
      makeKeys(architecture);
      onSet();
    },
    /** What will be shown next: it costs the frame in which it appears less. @param {Caption} caption */
    prepare: (caption) => setAhead([symbolicTex(caption), ...linesTex(caption)]),
  };
}
