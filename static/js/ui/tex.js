/**
 * Formulas, set by KaTeX, which is loaded ahead of the first one or with it.
 *
 * `\htmlData{key=a:2:0}{...}` is allowed, so that a symbol can name the element of a figure that it stands
 * for; no other command that needs trust is.
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

/** Fetches KaTeX ahead of the first formula. */
export function prepareFormulas() {
  loadKatex().catch(() => {
    katex = null; // the first formula tries again
  });
}

/**
 * Sets a formula into an element, unless it stands there already. Until KaTeX is there, and without it, the
 * plain text stands in its place.
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
  const breaking = formula.replaceAll('\\qquad', '\\qquad\\allowbreak '); // narrow panes part statements there
  engine.render(breaking, element, { displayMode: display, throwOnError: false, strict: false, trust: TRUST });
}
