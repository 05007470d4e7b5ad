/** @file A forward pass of the tests' own, which the page's sentences are checked by. */

import assert from 'node:assert/strict';
import { ACTIVATIONS } from '../../../static/js/network/activations.js';
import { CLASS_NAMES } from '../../../static/js/ui/shapes.js';

/** @typedef {import('./moments.js').Moment} Moment */

/** What the classes are called: by the points' table, or by their marks. @param {Moment} moment @returns {readonly string[]} */
export const namesIn = ({ state: { tables: [table], points } }) => (
  table && points.length > 0 && table.classes.length > 0 ? table.classes : CLASS_NAMES);

/** Sums and activations of every layer at a place of the plane: rows of \u03b8 as docs/notation.md lays them out.
 * @param {Moment} moment @param {{x1: number, x2: number, more?: number[]}} place */
export function passThrough(moment, { x1, x2, more = [] }) {
  const { features, sizes, activation, output } = moment.snapshot.architecture ?? assert.fail();
  const { parameters } = moment.snapshot.frame ?? assert.fail();
  /** @type {Partial<Record<string, number>>} */
  const inputs = { x3: more[0], x4: more[1], x1, x2, 'x1^2': x1 * x1, 'x2^2': x2 * x2, 'x1*x2': x1 * x2, 'sin x1': Math.sin(x1), 'sin x2': Math.sin(x2) };
  let a = features.map((name) => inputs[name] ?? 0);
  /** @type {number[][]} */
  const sums = [[], []];
  /** @type {number[][]} */
  const activations = [[], a];
  let offset = 0;
  sizes.slice(1).forEach((neurons, at) => {
    const z = Array.from({ length: neurons }, (_, k) =>
      a.reduce((sum, value, j) => sum + parameters[offset + j * neurons + k] * value, parameters[offset + a.length * neurons + k]));
    offset += (a.length + 1) * neurons;
    if (at < sizes.length - 2) a = z.map(ACTIVATIONS[activation].value);
    else if (output === 'softmax') {
      const powers = z.map((value) => Math.exp(value - Math.max(...z)));
      a = powers.map((value) => value / powers.reduce((sum, each) => sum + each));
    } else a = z.map(ACTIVATIONS[/** @type {'sigmoid'} */ (output.replace('one_', ''))].value);
    sums.push(z);
    activations.push(a);
  });
  return { sums, activations };
}
