/** @file The caption of the cost in the tails, held against mpmath: what is printed follows from what is printed. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { Architecture } from '../../../static/js/network/architecture.js';
import { captionOf } from '../../../static/js/trace/captions/index.js';
import { linesTex } from '../../../static/js/trace/captions/tex.js';
import { OUTPUT_TAILS } from '../network/tails.js';
import { unlinked } from './arithmetic.js';

/** @typedef {import('../network/tails.js').OutputTail} OutputTail */

/** The lines about one sample's cost. @param {OutputTail} tail @param {string} cost */
function linesOf({ output, z, y, a, costs }, cost) {
  const task = z.length === 1 ? 'regression' : 'classification';
  const experiment = { features: ['x1'], hidden: [], task, classes: z.length, activation: 'tanh', output, cost, l1: 0, l2: 0 };
  const subject = /** @type {any} */ ({
    experiment, architecture: new Architecture(/** @type {any} */ (experiment)),
    trace: { activations: [null, [1], a], pre_activations: [null, null, z], target: y, cost: costs[cost] },
  });
  return linesTex(captionOf(subject, { kind: 'cost', layer: 0 }, 0)).map(unlinked);
}

/** ln(1 + Σ e^x), where e^x may be more than a computer can hold. @param {number[]} exponents */
function lnOnePlus(...exponents) {
  const most = Math.max(0, ...exponents);
  return most === 0 ? Math.log1p(exponents.reduce((sum, x) => sum + Math.exp(x), 0))
    : most + Math.log(exponents.reduce((sum, x) => sum + Math.exp(x - most), Math.exp(-most)));
}

/** What a line such as "C = … = \mathbf{r}" comes to, and the r. @param {string} line */
function calculated(line) {
  const [left, right] = line.replace('\\approx', '=').split('=').slice(-2).map((side) => side
    .replace(/\\cdot10\^\{(-?\d+)\}/g, 'e$1').replaceAll('\\mathbf', '').replaceAll('\\cdot', '*')
    .replaceAll('\\tfrac12(', '0.5*(').replaceAll('\\tfrac12', '0.5').replace(/\|([^|]*)\|/g, 'Math.abs($1)').replaceAll('^2', '**2')
    .replaceAll('\\big', '').replace(/\\ln\(1((?: ?\+ ?e\^\{[^}]*\})+)\)/g, (_, powers) =>
      `lnOnePlus(${[.../** @type {string} */ (powers).matchAll(/e\^\{([^}]*)\}/g)].map(([, exponent]) => exponent).join()})`)
    .replace(/\\ln\(1-([^)]*)\)/g, 'Math.log1p(-($1))').replace(/\\ln ([-\d.e]+)/g, 'Math.log($1)')
    .replaceAll('{', '(').replaceAll('}', ')'));
  return [Function('lnOnePlus', `'use strict'; return ${left};`)(lnOnePlus), Number(right.replace(/[()]/g, ''))];
}

/** Four digits, but a number that is written out keeps those before its point. @param {number} cost */
const asWritten = (cost) => Number(cost.toPrecision(cost < 1e5 ? Math.max(4, Math.trunc(cost).toString().length) : 4));

test('the cost that is printed follows from the numbers printed beside it, in every tail', () => {
  let checked = 0;
  for (const tail of OUTPUT_TAILS) {
    for (const cost of Object.keys(tail.costs)) {
      const lines = linesOf(tail, cost);
      const line = lines[lines.length - 1];
      const [value, printed] = calculated(line);
      const what = `${tail.output} of ${tail.z} for ${tail.y}, ${cost}: ${line}`;
      assert.doesNotMatch(lines.join(), /infty|NaN|approx/, what);
      assert.equal(printed, asWritten(tail.costs[cost]), what);
      assert.ok(Math.abs(value - printed) <= 0.5001e-3 * Math.abs(printed), `${value} in ${what}`);
      checked++;
    }
  }
  assert.ok(checked > 500, `only ${checked}`);
});

test('where the true class is 37 or more behind, its share is printed, and the cost is its logarithm', () => {
  const e229 = Math.exp(-229);
  assert.deepEqual(
    linesOf({ output: 'softmax', z: [114.5, -114.5], y: [0, 1], a: [1, e229], costs: { cross_entropy: 229 }, deltas: {} }, 'cross_entropy'),
    ['C = -\\ln a^{2}_{2} = -\\ln 3.520\\cdot10^{-100} = \\mathbf{229}']);
});

test('where its share is too small for any number, and where it lacks too little of 1, the cost comes from the sums', () => {
  const lines = (/** @type {number[]} */ z, /** @type {number[]} */ a, /** @type {number} */ cost) =>
    linesOf({ output: 'softmax', z, y: [0, 1], a, costs: { cross_entropy: cost }, deltas: {} }, 'cross_entropy');
  const symbolic = '-\\ln a^{2}_{2} = \\ln\\big(1 + e^{z^{2}_{1} - z^{2}_{2}}\\big)';
  assert.deepEqual(lines([800.5, -100], [1, 0], 900.5), [
    symbolic, 'C = \\ln\\big(1 + e^{800.5 - (-100)}\\big) = \\mathbf{900.5}',
  ]);
  assert.deepEqual(lines([-40, 10], [Math.exp(-50), 1], Math.exp(-50)), [
    symbolic, 'C = \\ln\\big(1 + e^{-40 - 10}\\big) = \\mathbf{1.929\\cdot10^{-22}}',
  ]);
});
