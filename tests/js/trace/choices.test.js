import assert from 'node:assert/strict';
import { test } from 'node:test';
import katex from 'katex';

import { ACTIVATIONS } from '../../../static/js/network/activations.js';
import { ACTIVATION_WORDS, FEATURE_WORDS } from '../../../static/js/network/choices.js';
import { activationTex } from '../../../static/js/trace/captions/activations.js';
import { RULES } from '../../../static/js/trace/rules.js';
import { calculation } from './arithmetic.js';

for (const name of /** @type {(keyof typeof ACTIVATIONS)[]} */ (Object.keys(ACTIVATION_WORDS))) {
  test(`the formula of ${name} is what is calculated`, () => {
    for (const z of [-2.5, -0.75, 0.5, 3]) {
      const [value] = calculation([`a = ${activationTex(name, String(z))} = 0`]);
      const expected = ACTIVATIONS[name].value(z);
      assert.ok(Math.abs(value - expected) < 1e-12, `σ(${z}) is ${expected}, its formula gives ${value}`);
    }
  });
}

test('every formula is one that KaTeX sets', () => {
  const formulas = [
    ...Object.keys(ACTIVATION_WORDS).map((name) => activationTex(/** @type {keyof typeof ACTIVATIONS} */ (name), 'z')),
    ...Object.values(FEATURE_WORDS).map(({ tex }) => tex),
    ...Object.values(RULES).flatMap(({ formula, lines }) => [formula, ...lines.map(({ symbol }) => symbol)]),
  ];
  for (const formula of formulas) katex.renderToString(formula, { throwOnError: true, strict: 'error' });
  assert.ok(formulas.length > 20);
});
