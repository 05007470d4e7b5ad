import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { backpropagate } from '../../../static/js/article/backpropagate.js';
import { ACTIVATIONS } from '../../../static/js/network/activations.js';
import { Architecture } from '../../../static/js/network/architecture.js';
import { sigmoidCrossEntropy, softmaxCrossEntropy } from '../../../static/js/network/cross_entropy.js';
import { OUTPUTS, residual } from '../../../static/js/network/outputs.js';
import { OUTPUT_TAILS } from './tails.js';

const DIGITS = 1e-14;
/** Below, numbers of float64 lose digits and end. */
const LEAST = 1e-300;

/** @type {{z: number[], [name: string]: any}} */
const TRUE = JSON.parse(readFileSync(new URL('../../fixtures/tails/activations.json', import.meta.url), 'utf8'));

/** @param {number} actual @param {number} expected @param {string} what @param {number} [magnitude] */
function assertDigits(actual, expected, what, magnitude = Math.abs(expected)) {
  assert.ok(Math.abs(actual - expected) < Math.max(DIGITS * magnitude, LEAST), `${what} is ${actual}, should be ${expected}`);
}

const { z: PLACES, ...TAILS } = TRUE;

for (const [name, tail] of Object.entries(TAILS)) {
  const { value, slope } = ACTIVATIONS[/** @type {keyof typeof ACTIVATIONS} */ (name)];
  test(`${name} and its slope keep their digits as far out as float64 goes`, () => {
    PLACES.forEach((z, at) => {
      assertDigits(value(z), tail.value[at], `σ(${z})`);
      assertDigits(slope(z), tail.derivative[at], `σ'(${z})`, tail.magnitude[at]);
    });
    for (const z of [-1.7e308, -1e5, 1e5, 1.7e308]) assert.ok(Number.isFinite(value(z)) && Number.isFinite(slope(z)), `at ${z}`);
  });
}

test('outputs, cross-entropies and what outputs lack of the truth keep their digits', () => {
  assert.ok(OUTPUT_TAILS.length > 200);
  for (const { output, z, y, a, costs, deltas } of OUTPUT_TAILS) {
    const values = OUTPUTS[output](z);
    const lacks = residual(output, z, values, y);
    const what = `${output} of ${z}`;
    values.forEach((value, k) => assertDigits(value, a[k], what));
    if (output === 'softmax') assertDigits(softmaxCrossEntropy(z, y.indexOf(1)), costs.cross_entropy, `the cost of ${what}`);
    if (output === 'sigmoid') assertDigits(sigmoidCrossEntropy(z, y), costs.cross_entropy, `the cost of ${what}`);
    if (costs.cross_entropy !== undefined) lacks.forEach((lack, k) => assertDigits(lack, deltas.cross_entropy[k], `δ of ${what}`));
    assertDigits(lacks.reduce((sum, lack) => sum + 0.5 * lack * lack, 0), costs.squared_error, `the squares of ${what}`);
  }
});

test('the article\u2019s δ^n keeps its digits too', () => {
  for (const { z, y, a, deltas } of OUTPUT_TAILS.filter(({ output }) => output === 'softmax')) {
    const architecture = new Architecture({
      features: ['x1', 'x2'], hidden: [], task: 'classification', classes: z.length, activation: 'tanh', output: 'softmax',
    });
    const pass = {
      activations: [null, Float64Array.of(0, 0), Float64Array.from(a)], pre_activations: [null, null, Float64Array.from(z)],
    };
    const { deltas: found } = backpropagate(architecture, new Float64Array(architecture.parameterCount), pass, y);
    found[2]?.forEach((delta, k) => assertDigits(delta, deltas.cross_entropy[k], `δ of ${z}`));
  }
});
