import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ACTIVATIONS } from '../../../static/js/network/activations.js';
import { quickTanh } from '../../../static/js/network/grid_activations.js';
import { ACTIVATION_VALUES } from './fixtures.js';

for (const [name, { value, derivative }] of Object.entries(ACTIVATIONS)) {
  test(`${name} and its derivative agree with NumPy`, () => {
    const expected = ACTIVATION_VALUES[name];
    ACTIVATION_VALUES.z.forEach((z, s) => {
      const scale = Math.max(1, Math.abs(expected.value[s]));
      assert.ok(Math.abs(value(z) - expected.value[s]) <= 1e-14 * scale, `σ(${z})`);
      assert.ok(Math.abs(derivative(z) - expected.derivative[s]) <= 1e-11, `σ'(${z}) is ${derivative(z)}`);
    });
  });

  test(`${name} stays finite far out`, () => {
    for (const z of [-1e4, 1e4]) {
      assert.ok(Number.isFinite(value(z)));
      assert.ok(Number.isFinite(derivative(z)));
    }
  });
}

test('the quick tanh is within 4e-8 of tanh, and 1 or -1 far out', () => {
  for (let x = -20; x <= 20; x += 0.01) assert.ok(Math.abs(quickTanh(x) - Math.tanh(x)) < 4e-8, `at ${x}`);
  assert.ok(quickTanh(1e30) > 1 - 4e-8);
  assert.ok(quickTanh(-Infinity) < -1 + 4e-8);
});
