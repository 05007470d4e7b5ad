import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';

import { quickTanh } from '../../../static/js/network/activations/quick_tanh.js';
import { ACTIVATION_VALUES } from './fixtures.js';

const { z: PLACES, ...EXPECTED } = ACTIVATION_VALUES;
const FOLDER = 'static/js/network/activations';
/** Of the server's activations, those without a module for the browser. */
const MISSING = Object.keys(EXPECTED).filter((name) => !existsSync(new URL(`../../../${FOLDER}/${name}.js`, import.meta.url)));

test('every activation of the server has a module for the browser', () => {
  assert.deepEqual(MISSING, [], `Write ${MISSING.map((name) => `${FOLDER}/${name}.js`).join(', ')}: σ in the ways of `
    + `${FOLDER}/types.js. The server has it, the browser does not.`);
});

for (const [name, expected] of Object.entries(EXPECTED).filter(([own]) => !MISSING.includes(own))) {
  /** @type {Record<string, import('../../../static/js/network/activations/types.js').Activation>} */
  const { [name]: activation } = await import(`../../../${FOLDER}/${name}.js`);

  test(`${name} and its slope agree with NumPy`, () => {
    PLACES.forEach((z, s) => {
      const scale = Math.max(1, Math.abs(expected.value[s]));
      assert.ok(Math.abs(activation.value(z) - expected.value[s]) <= 1e-14 * scale, `σ(${z})`);
      assert.ok(Math.abs(activation.slope(z) - expected.slope[s]) <= 1e-14, `σ'(${z}) is ${activation.slope(z)}`);
    });
  });

  test(`${name} on a grid agrees with NumPy to float32, and only where it is asked to`, () => {
    const values = Float32Array.of(7, ...PLACES, 7);
    activation.grid(values, 1, values.length - 1);
    assert.deepEqual([values[0], values[values.length - 1]], [7, 7]);
    expected.value.forEach((/** @type {number} */ value, /** @type {number} */ s) => {
      assert.ok(Math.abs(values[s + 1] - value) <= 2e-6 * Math.max(1, Math.abs(value)), `σ(${PLACES[s]}) is ${values[s + 1]}`);
    });
  });

  test(`${name} has a body for shaders`, () => {
    assert.match(activation.glsl, /(^|;\s*)return .+;$/s);
  });

  test(`${name} stays finite far out`, () => {
    for (const z of [-1e4, 1e4]) {
      assert.ok(Number.isFinite(activation.value(z)));
      assert.ok(Number.isFinite(activation.slope(z)));
    }
  });
}

test('the quick tanh is within 4e-8 of tanh, and 1 or -1 far out', () => {
  for (let x = -20; x <= 20; x += 0.01) assert.ok(Math.abs(quickTanh(x) - Math.tanh(x)) < 4e-8, `at ${x}`);
  assert.ok(quickTanh(1e30) > 1 - 4e-8);
  assert.ok(quickTanh(-Infinity) < -1 + 4e-8);
});
