/** @file The numbers of a chain of factors as text, so that each line adds up as printed. */

import { blameOf, derivativeOf, incomingOf, pathsOf } from './chain.js';
import { plainNumber, settle, settleAll } from './printed.js';

/** @typedef {import('./types.js').PassSubject} Subject */
/** @typedef {import('./chain.js').Parameter} Parameter */
/** @typedef {import('./printed.js').Settled} Settled */

const product = (/** @type {number[]} */ factors) => factors.reduce((result, value) => result * value, 1);
const total = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0);

const bracketed = (/** @type {number} */ value, /** @type {number} */ digits) =>
  (value < 0 ? `(${plainNumber(value, digits)})` : plainNumber(value, digits));

/** @param {Settled} settled */
const signOf = ({ sign }) => (sign === '=' ? '=' : '\u2248');

/**
 * The factors of a derivative: what came in, and what δ is the product of; a bias has nothing that comes in.
 * @param {Subject} subject
 * @param {Parameter} parameter
 */
export function factorsOf(subject, parameter) {
  const incoming = incomingOf(subject, parameter);
  const { delta, slope, sum } = blameOf(subject, parameter.layer, parameter.neuron);
  const inner = slope && sum ? [slope, sum] : [delta];
  return { incoming, delta, inner, all: incoming ? [incoming, ...inner] : inner };
}

/**
 * The product as printed: the factors give the result, and those within the brace give δ.
 * @param {Subject} subject
 * @param {Parameter} parameter
 * @returns {{result: string, sign: string, factors: string[], delta: string}}
 */
export function printedChain(subject, parameter) {
  const { incoming, delta, all } = factorsOf(subject, parameter);
  const { value } = derivativeOf(subject, parameter);
  const within = (/** @type {number[]} */ printed) => product(incoming ? printed.slice(1) : printed);
  const settled = settleAll(all.map((factor) => factor.value),
    [{ calculate: product, result: value }, { calculate: within, result: delta.value }]);
  return {
    result: plainNumber(value), sign: signOf(settled), delta: plainNumber(delta.value),
    factors: all.map((factor) => plainNumber(factor.value, settled.digits)),
  };
}

/**
 * δ of a hidden neuron: slope times what arrived.
 * @param {Subject} subject @param {number} layer @param {number} neuron
 */
export function printedBlame(subject, layer, neuron) {
  const { slope, sum, delta } = blameOf(subject, layer, neuron);
  if (!slope || !sum) return '';
  const settled = settle([slope.value, sum.value], product, { result: delta.value });
  return ` = ${bracketed(slope.value, settled.digits)} · ${bracketed(sum.value, settled.digits)} `
    + `${signOf(settled)} ${plainNumber(delta.value)}`;
}

/**
 * The paths by which blame came, w · δ each, with shares whose sum as printed is the total as printed.
 * @param {Subject} subject @param {number} layer @param {number} neuron
 * @returns {{paths: string[], together: string}}
 */
export function printedPaths(subject, layer, neuron) {
  const paths = pathsOf(subject, layer, neuron).map(({ weight, delta }) => [weight.value, delta.value]);
  const shares = paths.map(product);
  const { digits, result } = settle(shares, total);
  return {
    paths: paths.map((factors, at) => {
      const settled = settle(factors, product, { digits });
      const [weight, delta] = factors.map((value) => bracketed(value, settled.digits));
      return ` = ${weight} · ${delta} ${signOf(settled)} ${plainNumber(shares[at], digits)}`;
    }),
    together: paths.length > 1 ? `together ${plainNumber(result)}` : '',
  };
}
