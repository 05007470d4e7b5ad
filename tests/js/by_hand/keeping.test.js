import assert from 'node:assert/strict';
import test from 'node:test';

import { keepWork, keptWork, lastWork } from '../../../static/js/by_hand/keeping.js';
import { createWork } from '../../../static/js/by_hand/work.js';

/** @type {Map<string, string>} */
const stored = new Map();
Object.assign(globalThis, { localStorage: { getItem: (/** @type {string} */ key) => stored.get(key) ?? null, setItem: (/** @type {string} */ key, /** @type {string} */ text) => stored.set(key, text) } });

test('work is kept for each example, and the last is known', () => {
  const work = createWork({ random: () => 0.5 });
  keepWork(work);
  work.reply('0.3775');
  work.configure({ sizes: [3, 2], activations: ['sigmoid'] });
  assert.deepEqual(keptWork('mazur')?.answers, { 'z:0:2:0': '0.3775' });
  assert.deepEqual(lastWork()?.setup.sizes, [3, 2]);
  assert.equal(keptWork('zhou'), null);
});

test('what is kept and can’t be used is as good as nothing', () => {
  const work = createWork({ random: () => 0.5 });
  const whole = JSON.parse(JSON.stringify(work.kept()));
  for (const broken of [
    '', '{', 'null', '[]', '{}',
    { ...whole, setup: { ...whole.setup, sizes: [2, 99, 2] } }, { ...whole, setup: { ...whole.setup, sizes: [2] } },
    { ...whole, setup: { ...whole.setup, activations: ['sigmoid', 'constructor2'] } }, { ...whole, setup: { ...whole.setup, cost: 'dear' } },
    { ...whole, numbers: { ...whole.numbers, rate: null } }, { ...whole, answers: { C: 7 } }, { ...whole, notation: 'runes' }, { ...whole, given: null },
  ]) {
    stored.set('by-hand:mazur', typeof broken === 'string' ? broken : JSON.stringify(broken));
    assert.equal(keptWork('mazur'), null, JSON.stringify(broken).slice(0, 80));
  }
  stored.set('by-hand:mazur', JSON.stringify(whole));
  assert.deepEqual(keptWork('mazur'), whole);
});
