/**
 * Formulas, set by KaTeX, which is loaded ahead of the first one or with it.
 *
 * `\htmlData{key=a:2:0}{...}` is allowed, so that a symbol can name the element of a figure that it stands
 * for; no other command that needs trust is.
 */

import { make } from './dom.js';
import { whenIdle } from './idle.js';
import { fetchLateSheets } from './late_sheets.js';
import { fetchPart } from './parts.js';

/** @type {Promise<typeof import('katex').default> | null} */
let katex = null;
/** What each element shows or is about to show; the newest wish wins. @type {WeakMap<Element, string>} */
const wanted = new WeakMap();

/** Formulas that were set ahead of their time, or will come again, by their TeX. @type {Map<string, Node>} */
const ready = new Map();
/** More are not kept; the oldest go first. */
const MOST_READY = 200;
/** Only what is this short, such as a symbol, comes again; characters of TeX. */
const SHORT = 64;

const TRUST = (/** @type {{command: string}} */ context) => context.command === '\\htmlData';

function loadKatex() {
  // A formula without its styles stands there twice, as what is seen and as what is read aloud.
  katex ??= Promise.all([fetchPart(() => import('katex')), fetchLateSheets()]).then(([module]) => module.default);
  return katex;
}

/** Fetches KaTeX ahead of the first formula. @returns {Promise<void>} when it is there, or can't be had */
export async function prepareFormulas() {
  try {
    await loadKatex();
  } catch {
    katex = null; // the first formula tries again
  }
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
  const set = display ? undefined : ready.get(formula);
  const comesAgain = !display && formula.length <= SHORT;
  if (set) element.replaceChildren(...(comesAgain ? set.cloneNode(true) : set).childNodes);
  else render(engine, formula, element, display);
  if (!comesAgain) ready.delete(formula);
  else if (!set) keep(formula, element.cloneNode(true));
}

/**
 * Sets formulas below each other, a line each.
 * @param {HTMLElement} element holds nothing but the lines
 * @param {readonly string[]} formulas in TeX
 * @param {{class?: string}} [options] of each line
 * @returns {Promise<void[]>}
 */
export function setFormulas(element, formulas, options = {}) {
  while (element.childElementCount > formulas.length) element.lastElementChild?.remove();
  while (element.childElementCount < formulas.length) element.append(make('div', options));
  return Promise.all(formulas.map((formula, at) => setFormula(/** @type {HTMLElement} */ (element.children[at]), formula)));
}

/** @param {string} formula @param {Node} set */
function keep(formula, set) {
  ready.set(formula, set);
  if (ready.size > MOST_READY) ready.delete(/** @type {string} */ (ready.keys().next().value));
}

/** @param {typeof import('katex').default} engine @param {string} formula @param {HTMLElement} element @param {boolean} display */
function render(engine, formula, element, display) {
  const breaking = formula.replaceAll('\\qquad', '\\qquad\\allowbreak '); // narrow panes part statements there
  engine.render(breaking, element, { displayMode: display, throwOnError: false, strict: false, trust: TRUST });
}

/** Sets a formula that will be wanted soon, one in each idle moment. @param {readonly string[]} formulas */
export function setAhead(formulas) {
  const [formula, ...others] = formulas.filter((one) => !ready.has(one));
  if (formula === undefined || !katex) return;
  whenIdle(async () => {
    const element = document.createElement('span');
    render(await /** @type {NonNullable<typeof katex>} */ (katex), formula, element, false);
    keep(formula, element);
    setAhead(others);
  });
}
