/** @file The article's symbols in TeX, each linked to the element of the figure that it stands for. */

import { FEATURE_WORDS } from '../network/choices.js';

/** @typedef {import('../types.js').FeatureName} FeatureName */

/**
 * @param {string} element   key of the figure's element
 * @param {string} tex
 */
export const linked = (element, tex) => `\\htmlData{el=${element}}{${tex}}`;

/** a_j^i. @param {number} i layer, from 1 @param {number} j neuron, from 0 */
export const activation = (i, j) => linked(`a:${i}:${j}`, `a^{${i}}_{${j + 1}}`);

/** z_k^i. @param {number} i @param {number} k */
export const preActivation = (i, k) => linked(`z:${i}:${k}`, `z^{${i}}_{${k + 1}}`);

/** δ_k^i. @param {number} i @param {number} k */
export const delta = (i, k) => linked(`d:${i}:${k}`, `\\delta^{${i}}_{${k + 1}}`);

/** b_k^i. @param {number} i @param {number} k */
export const bias = (i, k) => linked(`b:${i}:${k}`, `b^{${i}}_{${k + 1}}`);

/** w_{j,k}^{i-1,i}, written (from, to). @param {number} i layer it leads into @param {number} k to @param {number} j from */
export const weight = (i, k, j) => linked(`w:${i}:${k}:${j}`, `w^{${i - 1},${i}}_{${j + 1},${k + 1}}`);

/** y_k. @param {number} k */
export const target = (k) => linked(`y:${k}`, `y_{${k + 1}}`);

export const COST = linked('C', 'C');

/** The symbol of a weight or bias. @param {{layer: number, neuron: number, source: number | null}} parameter */
export const parameter = ({ layer, neuron, source }) =>
  source === null ? bias(layer, neuron) : weight(layer, neuron, source);

/** ∂C/∂w or ∂C/∂b. @param {{layer: number, neuron: number, source: number | null}} of */
export const derivative = (of) => `\\frac{\\partial ${COST}}{\\partial ${parameter(of)}}`;

/** The same within a line. @param {{layer: number, neuron: number, source: number | null}} of */
export const derivativeInLine = (of) => `\\partial ${COST}/\\partial ${parameter(of)}`;

/** @param {FeatureName} name @param {number} j its neuron in layer 1 */
export const feature = (name, j) => linked(`x:${j}`, FEATURE_WORDS[name].tex);
