/**
 * A blame taken apart: each path on which it came, with its factors, and each blame on it taken apart in turn, down to the
 * output.
 */
import { blameEquation } from '../../trace/captions/backward.js';
import { lineTex } from '../../trace/captions/tex.js';
import { blameOf, pathsOf } from '../../trace/chain.js';
import { printedBlame, printedPaths } from '../../trace/products.js';
import { make, setText } from '../../ui/dom.js';
import { setFormulas } from '../../ui/tex.js';
import { formula } from './term.js';

/** @typedef {import('../../trace/types.js').PassSubject} Subject */
/** @typedef {{element: HTMLElement, update: (subject: Subject) => void}} Part */

/** @returns {Part} what cost and output function make of the output's blame */
function createLines(/** @type {Subject} */ first, /** @type {number} */ layer, /** @type {number} */ neuron) {
  const element = make('div', { class: 'lines' });
  const update = (/** @type {Subject} */ subject) => {
    const { formula: symbolic, calculations } = blameEquation(subject, layer, neuron);
    setFormulas(element, [symbolic, ...calculations.map(lineTex)]);
  };
  update(first);
  return { element, update };
}

/**
 * One path: w · δ = its share; opens to show where that δ came from.
 * @param {Subject} first
 * @param {number} layer of the neuron that the path leads into
 * @param {number} neuron
 * @param {number} index of the path
 */
function createPath(first, layer, neuron, index) {
  const path = pathsOf(first, layer, neuron)[index];
  const text = make('span', { class: 'numbers-of' });
  const summary = make('summary', {}, formula(`${path.weight.tex}\\,${path.delta.tex}`), text);
  const element = make('details', { class: 'path' }, summary);
  /** @type {Part | null} */
  let inner = null;
  let latest = first;
  element.addEventListener('toggle', () => {
    if (!element.open || inner) return;
    inner = createBlame(latest, path.from.layer, path.from.neuron);
    element.append(inner.element);
  });
  return {
    element,
    /** @param {Subject} subject @param {string} printed its numbers */
    update(subject, printed) {
      latest = subject;
      setText(text, printed);
      inner?.update(subject);
    },
  };
}

/**
 * @param {Subject} first
 * @param {number} layer
 * @param {number} neuron
 * @returns {Part}
 */
export function createPaths(first, layer, neuron) {
  const paths = pathsOf(first, layer, neuron).map((_, index) => createPath(first, layer, neuron, index));
  const total = make('p', { class: 'total' });
  const element = make('div', { class: 'paths' }, ...paths.map((path) => path.element), total);
  const update = (/** @type {Subject} */ subject) => {
    const printed = printedPaths(subject, layer, neuron);
    paths.forEach((path, index) => path.update(subject, printed.paths[index]));
    setText(total, printed.together);
  };
  update(first);
  return { element, update };
}

/**
 * δ of a neuron: at the output what made it, before it the slope and the paths.
 * @param {Subject} first
 * @param {number} layer
 * @param {number} neuron
 * @returns {Part}
 */
export function createBlame(first, layer, neuron) {
  const blame = blameOf(first, layer, neuron);
  if (!blame.slope || !blame.sum) return createLines(first, layer, neuron);
  const text = make('span', { class: 'numbers-of' });
  const line = make('p', {}, formula(`${blame.delta.tex} = ${blame.slope.tex}\\cdot${blame.sum.tex}`), text);
  const paths = createPaths(first, layer, neuron);
  const element = make('div', { class: 'blame' }, line, paths.element);
  const update = (/** @type {Subject} */ subject) => {
    setText(text, printedBlame(subject, layer, neuron));
    paths.update(subject);
  };
  update(first);
  return { element, update };
}
