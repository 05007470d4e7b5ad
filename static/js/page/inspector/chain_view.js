/**
 * The chain of factors of one partial derivative, as a product whose last part opens down to the output.
 */
import { derivativeOf } from '../../trace/chain.js';
import { factorsOf, printedChain } from '../../trace/products.js';
import { make, setText } from '../../ui/dom.js';
import { createBlame, createPaths } from './paths.js';
import { createTerm, formula, operator } from './term.js';

/** @typedef {import('../../trace/types.js').PassSubject} Subject */
/** @typedef {import('../../trace/chain.js').Parameter} Parameter */

/**
 * @param {Subject} first
 * @param {Parameter} parameter
 */
export function createChain(first, parameter) {
  const { incoming, delta, inner, all } = factorsOf(first, parameter);
  const result = createTerm(derivativeOf(first, parameter));
  const terms = all.map(createTerm);
  const hasBrace = inner.length > 1;
  const brace = make('b');
  const equals = operator('=');
  const within = terms.slice(incoming ? 1 : 0).flatMap(({ element }, index) => (index ? [operator('·'), element] : [element]));
  const group = hasBrace
    ? [make('div', { class: 'group' }, make('span', { class: 'brace' }, make('span', {}, formula(delta.tex), brace)), ...within)]
    : within;
  const row = make(
    'div', { class: 'terms' }, result.element, equals,
    ...(incoming ? [terms[0].element, operator('·')] : []), ...group,
  );
  const parts = hasBrace
    ? createPaths(first, parameter.layer, parameter.neuron) : createBlame(first, parameter.layer, parameter.neuron);
  const opener = make('details', { class: 'origin' }, make('summary', {}, hasBrace
    ? 'The sum, path by path down to the output' : 'How the blame of this output comes about'), parts.element);
  const element = make('div', { class: 'chain' }, row, opener);

  const update = (/** @type {Subject} */ subject) => {
    const printed = printedChain(subject, parameter);
    result.update(printed.result);
    printed.factors.forEach((text, index) => terms[index].update(text));
    setText(equals, printed.sign);
    setText(brace, printed.delta);
    parts.update(subject);
  };
  update(first);
  return { element, update };
}
