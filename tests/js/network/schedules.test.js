import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { isScheduled, rateAt } from '../../../static/js/network/schedules.js';
import { OPTIONS } from '../options.js';

/** @type {{experiment: any, steps: number[], rates: number[]}[]} */
const CASES = JSON.parse(readFileSync(new URL('../../fixtures/network/schedules.json', import.meta.url), 'utf8'));

test('the browser has the rates of the server\u2019s schedules', () => {
  for (const { experiment, steps, rates } of CASES) {
    steps.forEach((step, index) => {
      const rate = rateAt(experiment, step);
      assert.ok(Math.abs(rate - rates[index]) <= 1e-14 * rates[index], `${experiment.schedule} at ${step}: ${rate}, ${rates[index]}`);
    });
  }
  assert.deepEqual(new Set(CASES.map(({ experiment }) => experiment.schedule)), new Set(Object.keys(OPTIONS.schedule)));
});

test('a rate that stays is no schedule, and one that warms up is', () => {
  const plain = CASES[0].experiment;
  assert.equal(isScheduled(plain), false);
  assert.equal(isScheduled({ ...plain, warm_up: 3 }), true);
  assert.equal(isScheduled({ ...plain, schedule: 'steps' }), true);
});
