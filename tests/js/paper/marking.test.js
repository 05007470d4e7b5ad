import assert from 'node:assert/strict';
import test from 'node:test';

import { evaluate } from '../../../static/js/paper/expression.js';
import { markAnswer } from '../../../static/js/paper/marking.js';
import { createSheet } from '../../../static/js/paper/sheet.js';
import { SLIPS, slipsOf } from '../../../static/js/paper/slips.js';
import { matches } from '../../../static/js/paper/slips/digits.js';
import { randomFrom } from '../random.js';
import { MAZUR, MAZUR_NUMBERS, anyNetwork, typed, typedDigits } from './mazur.js';

const NETWORKS = 500;
const DIGITS = 8;

/** @param {number} count @param {(network: ReturnType<typeof anyNetwork>, random: () => number) => void} act */
function overNetworks(count, act) {
  for (let seed = 1; seed <= count; seed++) {
    const random = randomFrom(seed);
    act(anyNetwork(random), random);
  }
}

const sheet = createSheet(MAZUR, MAZUR_NUMBERS);
/** @param {string} key @param {string} text @param {import('../../../static/js/paper/marking.js').Answers} [answers] */
function marked(key, text, answers) {
  const quantity = sheet.byKey.get(key) ?? assert.fail(key);
  return markAnswer(sheet, quantity, typed(text), answers);
}

test('no right answer is ever called wrong, whatever its digits', () => {
  overNetworks(NETWORKS, ({ setup, numbers }, random) => {
    const one = createSheet(setup, numbers);
    for (const quantity of one.quantities.filter(() => random() < 0.15)) {
      const value = one.valueOf(quantity.key);
      if (!Number.isFinite(value) || value === 0) continue;
      for (const digits of [2, 3, 4, 6, 9]) {
        const { verdict, findings } = markAnswer(one, quantity, typedDigits(value, digits));
        assert.ok(['right', 'rounded'].includes(verdict), `${quantity.key} ${value} ${digits}: ${verdict}`);
        assert.deepEqual(findings, []);
      }
    }
  });
});

test('each known slip is named wherever it leads to another number', () => {
  /** @type {Map<string, number>} */
  const named = new Map();
  overNetworks(NETWORKS, ({ setup, numbers }, random) => {
    const one = createSheet(setup, numbers);
    for (const quantity of one.quantities.filter(() => random() < 0.1)) {
      for (const row of slipsOf(quantity.kind)) {
        for (const variant of row.variants(quantity, one).slice(0, 2)) {
          const value = evaluate(variant, one.valueOf);
          if (!Number.isFinite(value) || Math.abs(value) < 1e-9 || Math.abs(value) > 1e9) continue;
          const answer = typedDigits(value, DIGITS);
          if (matches(answer, one.valueOf(quantity.key)) || Math.abs(value - one.valueOf(quantity.key)) < 1e-12) continue;
          const { verdict, findings } = markAnswer(one, quantity, answer);
          assert.equal(verdict, 'slip', `${row.name} in ${quantity.key}`);
          const isNamed = findings.some(({ name }) => name === row.name);
          assert.ok(isNamed || findings.length === 3, `${row.name} in ${quantity.key}: ${findings.map(({ name }) => name)}`);
          if (isNamed) named.set(row.name, (named.get(row.name) ?? 0) + 1);
        }
      }
    }
  });
  const never = [...new Set(SLIPS.map(({ name }) => name))].filter((name) => !named.has(name));
  assert.deepEqual(never, []);
});

test('the teacher’s list, calculated here on its own', () => {
  overNetworks(NETWORKS, ({ numbers }) => {
    const bend = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));
    const given = { ...MAZUR_NUMBERS, ...Object.fromEntries(Object.keys(MAZUR_NUMBERS).filter((key) => key.startsWith('w')).map((key, at) => [key, Object.values(numbers)[at % 4] + 0.013 * at])) };
    const w = (/** @type {number} */ layer, /** @type {number} */ k, /** @type {number} */ j) => given[`w:${layer}:${k}:${j}`];
    const x = [0.05, 0.1];
    const y = [0.01, 0.99];
    const z2 = [0, 1].map((k) => w(2, k, 0) * x[0] + w(2, k, 1) * x[1] + 0.35);
    const a2 = z2.map(bend);
    const z3 = [0, 1].map((k) => w(3, k, 0) * a2[0] + w(3, k, 1) * a2[1] + 0.6);
    const a3 = z3.map(bend);
    const d3 = a3.map((a, k) => (a - y[k]) * a * (1 - a));
    const sum = d3.map((_, j) => w(3, 0, j) * d3[0] + w(3, 1, j) * d3[1]);
    const square = (/** @type {number} */ k) => (y[k] - a3[k]) ** 2;
    const newW = (/** @type {number} */ k, /** @type {number} */ j) => w(3, k, j) - 0.5 * d3[k] * a2[j];
    /** @type {[string, string, number][]} */
    const slips = [
      ['bias forgotten', 'z:0:2:0', w(2, 0, 0) * x[0] + w(2, 0, 1) * x[1]],
      ['weights transposed', 'z:0:3:0', w(3, 0, 0) * a2[0] + w(3, 1, 0) * a2[1] + 0.6],
      ['bend twice', 'a:0:3:1', bend(bend(z3[1]))],
      ['half forgotten', 'C', square(0) + square(1)],
      ['mean for sum', 'C', (square(0) + square(1)) / 4],
      ['y − a', 'd:0:3:0', -d3[0]],
      ['slope left out', 'd:0:3:1', a3[1] - y[1]],
      ['slope of a', 'd:0:3:1', (a3[1] - y[1]) * bend(a3[1]) * (1 - bend(a3[1]))],
      ['z in the slope', 'd:0:3:1', (a3[1] - y[1]) * z3[1] * (1 - z3[1])],
      ['weights after the update', 'd:0:2:1', (newW(0, 1) * d3[0] + newW(1, 1) * d3[1]) * a2[1] * (1 - a2[1])],
      ['path left out', 'd:0:2:0', w(3, 0, 0) * d3[0] * a2[0] * (1 - a2[0])],
      ['weights transposed', 'd:0:2:0', (w(3, 0, 0) * d3[0] + w(3, 0, 1) * d3[1]) * a2[0] * (1 - a2[0])],
      ['wrong weight', 'gw:3:0:0', a2[1] * d3[0]],
      ['rate forgotten', 'w+:3:0:0', w(3, 0, 0) - d3[0] * a2[0]],
      ['plus for minus', 'w+:3:0:0', w(3, 0, 0) + 0.5 * d3[0] * a2[0]],
    ];
    const one = createSheet(MAZUR, given);
    assert.ok(Math.abs(one.valueOf('d:0:2:0') - sum[0] * a2[0] * (1 - a2[0])) < 1e-15);
    for (const [name, key, value] of slips) {
      if (Math.abs(value) < 1e-9) continue;
      const answer = typedDigits(value, DIGITS);
      if (matches(answer, one.valueOf(key))) continue;
      const { findings } = markAnswer(one, one.byKey.get(key) ?? assert.fail(), answer);
      assert.ok(findings.some((finding) => finding.name === name), `${name}: ${findings.map((finding) => finding.name)}`);
    }
  });
});

test('the verdicts of Mazur’s δ', () => {
  assert.equal(marked('d:0:2:0', '0.0088').verdict, 'rounded');
  assert.equal(marked('d:0:2:0', '0.00877135').verdict, 'right');
  assert.equal(marked('d:0:2:0', '0.008771354').verdict, 'rounded'); // cut off, but every digit is right
  assert.equal(marked('d:0:2:0', '0.009').verdict, 'short');
  assert.equal(marked('d:0:2:0', '0.0121').verdict, 'unknown');
  assert.deepEqual(marked('d:0:2:0', '0.0072945').findings.map(({ told, why }) => [told, why]), [[
    'That is the value with the weights after the update.',
    'Blame flows back through the weights that made the answer: 0.4 and 0.5, not 0.3589 and 0.5113.',
  ]]);
});

test('one wrong digit is not rounded off', () => {
  for (const text of ['0.5934', '0.5931', '0.59', '0.60', '0.5923', '0.59326999']) {
    const { verdict } = marked('a:0:2:0', text);
    assert.equal(['right', 'rounded'].includes(verdict), Number(text).toFixed(text.length - 2) === (0.5932699921).toFixed(text.length - 2) || text === '0.59326999', text);
  }
});

test('what follows from a wrong answer is right, given that', () => {
  const answers = { valueOf: (/** @type {string} */ key) => (key === 'd:0:3:0' ? 0.7414 : undefined), isRight: () => false };
  // (0.4 · 0.7414 + 0.5 · −0.0380982) · 0.59327 · 0.40673, by hand
  assert.deepEqual(marked('d:0:2:0', '0.066964', answers), { verdict: 'follow', findings: [], given: ['d:0:3:0'], onTheWay: false });
  assert.equal(marked('d:0:2:0', '0.008771', answers).verdict, 'right');
});

test('where two slips lead to one number, both are named', () => {
  // 0.2 · 1 + 0.5 · 1 + 0.5: without the bias as without the second wire it is 0.7.
  const same = createSheet(MAZUR, { ...MAZUR_NUMBERS, 'x:0:0': 1, 'x:0:1': 1, 'w:2:0:0': 0.2, 'w:2:0:1': 0.5, 'b:2:0': 0.5 });
  const { verdict, findings } = markAnswer(same, same.byKey.get('z:0:2:0') ?? assert.fail(), typed('0.70'));
  assert.equal(verdict, 'slip');
  assert.deepEqual(findings.slice(0, 2).map(({ name }) => name), ['bias forgotten', 'wire forgotten']);
});
