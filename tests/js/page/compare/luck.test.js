import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SEEDS, UPDATES, bandOf, createLuck, quantile, ranked } from '../../../../static/js/page/compare/luck.js';
import { luckWords } from '../../../../static/js/page/compare/luck_words.js';
import { formatCost } from '../../../../static/js/ui/format.js';
import { frame, progressAt } from '../../state/scene.js';

/** @param {number} seed @param {number[]} costs @param {number | null} [broken] */
const run = (seed, costs, broken = null) => ({ seed, frames: costs.map((cost, at) => frame({ step: 10 * at, train_cost: cost, test_cost: cost / 2 })), broken });

test('quantiles are those of NumPy', () => {
  // numpy.quantile([1, 2, 4, 8], [0, 0.25, 0.5, 0.75, 1])
  assert.deepEqual([0, 0.25, 0.5, 0.75, 1].map((share) => quantile([1, 2, 4, 8], share)), [1, 1.75, 3, 5, 8]);
  assert.equal(quantile([3], 0.25), 3);
});

test('the band has at each step what half of the runs lie between, without those that broke', () => {
  const runs = [run(1, [4, 1]), run(2, [4, 8]), run(3, [4, 2]), run(4, [4, 4]), run(5, [4], 7)];
  assert.deepEqual(bandOf(runs, 'train_cost'), [
    { step: 0, least: 4, low: 4, middle: 4, high: 4, most: 4 }, { step: 10, least: 1, low: 1.75, middle: 3, high: 5, most: 8 },
  ]);
  assert.deepEqual(ranked(runs, 'train_cost').map(({ seed }) => seed), [1, 3, 4, 2, 5]);
  const { text, claims } = luckWords(runs, 'test_cost');
  assert.deepEqual(claims.map(({ that }) => that), ['ends of seeds', 'half of seeds', 'seeds broken']);
  for (const number of [0.5, 4, 1.5, 0.875, 2.5]) assert.ok(text.includes(formatCost(number)), `${text}: ${number}`);
  assert.match(text, /1 of 5 stopped/);
});

test('every seed is trained as far as the others, each from its own start; a lost connection is begun anew', async () => {
  /** @type {any[]} */
  const begun = [];
  let failures = 1;
  let sessions = 0;
  const open = () => {
    sessions += 1;
    let step = 0;
    const standing = () => ({ experiment: /** @type {any} */ ({}), progress: progressAt(step), frame: frame({ step }), broken: null });
    return {
      async begin(/** @type {any} */ _, /** @type {any} */ changes) {
        begun.push(changes.seed);
        step = 0;
        return standing();
      },
      resume: async () => standing(),
      async advance(/** @type {number} */ updates) {
        if (begun.length === 3 && failures-- > 0) throw new Error('gone');
        step += updates;
        return standing();
      },
      close() {},
    };
  };
  const luck = createLuck({ open, checkpoint: /** @type {any} */ ({ experiment: { seed: 7 } }), refusal: () => null });
  await luck.run();
  assert.equal(sessions, 2);
  assert.deepEqual(luck.state.runs.map(({ seed }) => seed), Array.from({ length: SEEDS }, (_, at) => 7 + at));
  assert.deepEqual(begun.slice(0, 5), [7, 8, 9, 9, 10]);
  assert.ok(luck.state.runs.every(({ frames }) => frames.at(-1)?.step === UPDATES));
  assert.equal(luck.state.busy, false);
});
