import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { afterUpdate, gradientOf } from '../../../static/js/paper/keys.js';
import { createSheet, runUpdates } from '../../../static/js/paper/sheet.js';
import { MAZUR, MAZUR_NUMBERS } from './mazur.js';

/** @type {Array<{setup: import('./mazur.js').Setup, numbers: import('./mazur.js').Numbers, costs: number[], gradient: Record<string, number>, parameters: Record<string, number>}>} */
const CASES = JSON.parse(readFileSync(new URL('../../fixtures/torch/paper.json', import.meta.url), 'utf8'));

/** @param {number} value @param {number} wanted @param {string} what */
const assertNear = (value, wanted, what) => assert.ok(Math.abs(value - wanted) <= 1e-12 * Math.max(1, Math.abs(wanted)), `${what}: ${value} for ${wanted}`);

test('costs, derivatives and updates are those of PyTorch and autograd', () => {
  assert.ok(CASES.length > 100);
  for (const [number, { setup, numbers, costs, gradient, parameters }] of CASES.entries()) {
    const sheet = createSheet(setup, numbers);
    for (const [key, wanted] of Object.entries(gradient)) assertNear(sheet.valueOf(gradientOf(key)), wanted, `${number} ${key}`);
    assertNear(sheet.valueOf(afterUpdate('C')), costs[1], `${number} cost after the update`);
    /** @type {number[]} */
    const seen = [];
    let last = numbers;
    runUpdates(setup, numbers, costs.length, (step, valueOf) => {
      if (step < costs.length) seen.push(valueOf('C'));
      else last = Object.fromEntries(Object.keys(parameters).map((key) => [key, valueOf(key)]));
    });
    costs.forEach((wanted, step) => assertNear(seen[step], wanted, `${number} cost ${step}`));
    assert.deepEqual(Object.keys(gradient).sort(), Object.keys(parameters).sort());
    const before = runUpdates(setup, numbers, costs.length - 1, () => {});
    for (const [key, wanted] of Object.entries(parameters)) assertNear(before[key], wanted, `${number} ${key} at the end`);
    assert.equal(Object.keys(last).length, Object.keys(parameters).length);
  }
});

test('Mazur’s numbers come to the digits that he prints', () => {
  const { valueOf, quantities } = createSheet(MAZUR, MAZUR_NUMBERS);
  assert.equal(quantities.length, 30);
  for (const [key, printed] of Object.entries({
    'a:0:2:0': '0.593269992', 'a:0:2:1': '0.596884378', 'a:0:3:0': '0.75136507', 'a:0:3:1': '0.772928465', C: '0.298371109',
    'd:0:3:0': '0.138498562', 'w+:3:0:0': '0.35891648', 'w+:3:0:1': '0.408666186', 'w+:3:1:0': '0.511301270', 'w+:3:1:1': '0.561370121',
    'w+:2:0:0': '0.149780716', 'w+:2:0:1': '0.19956143', 'w+:2:1:0': '0.24975114', 'w+:2:1:1': '0.29950229',
  })) assert.equal(valueOf(key).toFixed(printed.length - 2), printed, key);
  // By hand, in float64, with the weights after the update.
  assert.equal(valueOf('C+').toFixed(9), '0.291027774');
});

test('300 updates of Nielsen’s neuron', () => {
  for (const [weight, bias, first, last] of [[0.6, 0.9, '0.82', '0.09'], [2, 2, '0.98', '0.20']]) {
    /** @type {Record<number, string>} */
    const told = {};
    runUpdates(
      { sizes: [1, 1], activations: ['sigmoid'], cost: 'half_sum', biases: 'neuron', biasesLearn: true, optimizer: 'plain', points: 1 },
      { 'x:0:0': 1, 'y:0:0': 0, 'w:2:0:0': Number(weight), 'b:2:0': Number(bias), rate: 0.15 }, 300,
      (step, valueOf) => { told[step] = valueOf('a:0:2:0').toFixed(2); },
    );
    assert.deepEqual([told[0], told[300]], [first, last]);
  }
});
