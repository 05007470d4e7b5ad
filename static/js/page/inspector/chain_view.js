/**
 * The chain of factors of one partial derivative, as a product whose last part opens down to the output.
 */
import { blameOf, derivativeOf, incomingOf } from '../../trace/chain.js';
import { plainNumber, settle } from '../../trace/printed.js';
import { make, setText } from '../../ui/dom.js';
import { createBlame, createPaths } from './paths.js';
import { createTerm, formula, operator } from './term.js';

/** @typedef {import('../../trace/types.js').PassSubject} Subject */
/** @typedef {import('../../trace/chain.js').Parameter} Parameter */

const product = (/** @type {number[]} */ factors) => factors.reduce((result, value) => result * value, 1);

/** The factors of a derivative, and what they are within. @param {Subject} subject @param {Parameter} parameter */
function factorsOf(subject, parameter) {
  const incoming = incomingOf(subject, parameter);
  const { delta, slope, sum } = blameOf(subject, parameter.layer, parameter.neuron);
  const inner = slope && sum ? [slope, sum] : [delta];
  return { incoming, delta, inner, all: incoming ? [incoming, ...inner] : inner };
}

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
  const within = terms.slice(incoming ? 1 : 0).flatMap(({ element }, index) => (index ? [operator('·'), element] : [element]));
  const group = hasBrace
    ? [make('div', { class: 'group' }, make('span', { class: 'brace' }, make('span', {}, formula(delta.tex), brace)), ...within)]
    : within;
  const row = make(
    'div', { class: 'terms' }, result.element, operator('='),
    ...(incoming ? [terms[0].element, operator('·')] : []), ...group,
  );
  const parts = hasBrace
    ? createPaths(first, parameter.layer, parameter.neuron) : createBlame(first, parameter.layer, parameter.neuron);
  const opener = make('details', { class: 'origin' }, make('summary', {}, hasBrace
    ? 'The sum, path by path down to the output' : 'How the blame of this output comes about'), parts.element);
  const element = make('div', { class: 'chain' }, row, opener);

  const update = (/** @type {Subject} */ subject) => {
    const now = factorsOf(subject, parameter);
    const { digits, result: value } = settle(now.all.map((factor) => factor.value), product);
    result.update({ ...derivativeOf(subject, parameter), value }, 4);
    now.all.forEach((factor, index) => terms[index].update(factor, digits));
    setText(brace, plainNumber(now.delta.value));
    parts.update(subject);
  };
  update(first);
  return { element, update };
}
