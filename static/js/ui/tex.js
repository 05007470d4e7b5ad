/**
 * Formulas, set by KaTeX, which is loaded when the first one is needed.
 *
 * `\htmlData{neuron=2-1}{...}` is allowed, so that a symbol can name the element of a figure that it stands for; no other
 * command that needs trust is.
 */

/** @type {Promise<typeof import('katex').default> | null} */
let katex = null;
/** What each element shows or is about to show; the newest wish wins. @type {WeakMap<Element, string>} */
const wanted = new WeakMap();

const TRUST = (/** @type {{command: string}} */ context) => context.command === '\\htmlData';

function loadKatex() {
  katex ??= import('katex').then((module) => module.default);
  return katex;
}

/**
 * Sets a formula into an element, unless it stands there already. Until KaTeX is there, and without it, the plain text
 * stands in its place.
 * @param {HTMLElement} element
 * @param {string} formula in TeX
 * @param {{display?: boolean, plain?: string}} [options] plain: what to read meanwhile
 * @returns {Promise<void>}
 */
export async function setFormula(element, formula, { display = false, plain = '' } = {}) {
  if (wanted.get(element) === formula) return;
  if (!wanted.has(element)) element.textContent = plain;
  wanted.set(element, formula);
  let engine;
  try {
    engine = await loadKatex();
  } catch {
    katex = null;
    element.textContent = plain;
    wanted.delete(element);
    return;
  }
  if (wanted.get(element) !== formula) return;
  engine.render(formula, element, { displayMode: display, throwOnError: false, strict: false, trust: TRUST });
}

/**
 * The symbol of a weight (source given) or a bias, linked to its element of the figure. Layers from 2, neurons from 0.
 * @param {{layer: number, neuron: number, source: number | null}} parameter
 */
export function parameterSymbol({ layer, neuron, source }) {
  if (source === null) return `\\htmlData{parameter=${layer}-${neuron}-bias}{b^{${layer}}_{${neuron + 1}}}`;
  const weight = `w^{${layer - 1},${layer}}_{${source + 1},${neuron + 1}}`;
  return `\\htmlData{parameter=${layer}-${neuron}-${source}}{${weight}}`;
}
