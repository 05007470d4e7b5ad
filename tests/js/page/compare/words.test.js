import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DIFFERENCES, rowOf } from '../../../../static/js/page/compare/differences.js';
import { comparisonWords, headlineOf, measureOf, whatCameOut, whatDiffers } from '../../../../static/js/page/compare/words.js';
import { formatCost } from '../../../../static/js/ui/format.js';
import { OPTIONS } from '../../options.js';
import { randomFrom } from '../../random.js';

const EXPERIMENT = /** @type {any} */ ({
  hidden: [4, 3], optimizer: 'gradient_descent', initializer: 'glorot', activation: 'tanh', learning_rate: 0.1, seed: 1, batch_size: 10, shuffle: true,
});
const LIMITS = /** @type {any} */ ({ max_neurons: 16, max_hidden_layers: 6 });
const POINTS = [{ id: 0, x1: 0, x2: 0, target: 0, test: false }];

/** @param {number} step @param {any} [fields] */
const frameAt = (step, fields = {}) => /** @type {any} */ ({
  step, train_cost: 1, test_cost: 1, train_accuracy: 0.5, test_accuracy: 0.5, parameters: Float32Array.of(1, 2), update: Float32Array.of(3, 4), ...fields,
});
/** @param {string} name @param {any[]} frames @param {any} [fields] */
const run = (name, frames, fields = {}) => ({ name, experiment: EXPERIMENT, points: POINTS, frames, broken: null, ...fields });

/** Whether each claim holds of the runs' arrays. @type {Record<string, (claim: any, runs: any[]) => boolean>} */
const CHECKS = {
  'lowest cost': ({ measure, name }, runs) => {
    const cost = (/** @type {any} */ each) => each.frames.at(-1)[`${measure}_cost`];
    const mine = cost(runs.find((each) => each.name === name));
    return runs.every((each) => each.broken !== null || !(cost(each) < mine));
  },
  'costs alike': ({ measure, within, names }, runs) => {
    const costs = runs.filter(({ name }) => names.includes(name)).map(({ frames }) => frames.at(-1)[`${measure}_cost`]);
    return Math.max(...costs) - Math.min(...costs) <= within * Math.max(...costs);
  },
  'cost of run': ({ measure, name, cost }, runs) => formatCost(runs.find((each) => each.name === name).frames.at(-1)[`${measure}_cost`]) === cost,
  began: ({ same_weights: weights, same_batches: batches }, runs) => (
    runs.every(({ frames: [first] }) => String(first.parameters) === String(runs[0].frames[0].parameters)) === weights
    && runs.every(({ experiment }) => experiment.batch_size === runs[0].experiment.batch_size && experiment.seed === runs[0].experiment.seed) === batches),
  broken: ({ name, step }, runs) => runs.find((each) => each.name === name).broken === step,
  alone: ({ name }, runs) => runs.filter(({ broken }) => broken === null).map((each) => each.name).join() === name,
  'no cost': (_, runs) => runs.every(({ broken, frames }) => broken !== null || Number.isNaN(frames.at(-1).train_cost)),
};

test('what is said of 500 comparisons is true of their arrays', () => {
  const random = randomFrom(7);
  for (let round = 0; round < 500; round++) {
    const count = 2 + Math.floor(random() * 3);
    const hasTests = random() < 0.5;
    const runs = Array.from({ length: count }, (_, at) => run(`run ${at}`, [
      frameAt(0, { parameters: Float32Array.of(random() < 0.7 ? 1 : random(), 2) }),
      frameAt(40, { train_cost: random() * (random() < 0.3 ? 1e-3 : 1) + 0.5, test_cost: hasTests ? 0.5 + random() : NaN }),
    ], { broken: random() < 0.15 ? 31 : null, experiment: { ...EXPERIMENT, seed: random() < 0.8 ? 1 : 2 } }));
    for (const { text, claims } of [headlineOf(runs), comparisonWords(runs)]) {
      assert.ok(text.length > 0);
      for (const claim of claims) assert.ok(CHECKS[claim.that]?.(claim, runs), `${text}: ${JSON.stringify(claim)}`);
    }
    assert.equal(measureOf(runs), hasTests ? 'test' : 'train');
  }
});

test('the table has what differs and nothing else, and what came out', () => {
  const runs = [
    run('this run', [frameAt(0), frameAt(10, { train_accuracy: 0.96 }), frameAt(20, { train_accuracy: 0.9, test_cost: NaN, test_accuracy: NaN })]),
    run('rate 0.3', [frameAt(0), frameAt(1, { train_accuracy: 0.97, test_cost: NaN, test_accuracy: NaN })], { experiment: { ...EXPERIMENT, learning_rate: 0.3 } }),
  ];
  assert.deepEqual(whatDiffers(runs, OPTIONS), [{ title: 'Rate', cells: ['0.1', '0.3'] }]);
  assert.deepEqual(whatCameOut(runs), [
    { title: 'Cost, train', cells: ['1.000', '1.000'] },
    { title: 'Correct, train', cells: ['90%', '97%'] },
    { title: '95% correct, train', cells: ['by step 10', 'step 1'] },
    { title: 'Size of the last step', cells: ['5.000', '5.000'] },
  ]);
  const elsewhere = [runs[0], run('a table', runs[0].frames, { points: [...POINTS, { ...POINTS[0], id: 1 }] })];
  assert.deepEqual(whatDiffers(elsewhere, OPTIONS), [{ title: 'Points', cells: ['1', '2'] }]);
});

test('what is offered differs from the run, fits its server, and has words', () => {
  const now = { experiment: EXPERIMENT, options: OPTIONS, limits: LIMITS };
  for (const { field, values, words } of DIFFERENCES) {
    const offered = values(now);
    assert.ok(offered.length >= 3, field);
    assert.equal(new Set(offered.map((value) => words(value, OPTIONS))).size, offered.length, field);
    for (const value of offered) assert.notDeepEqual(value, EXPERIMENT[field]);
  }
  const layers = DIFFERENCES.find(({ field }) => field === 'hidden');
  assert.deepEqual(layers?.values({ ...now, limits: { ...LIMITS, max_hidden_layers: 2, max_neurons: 6 } }), [[4], [2, 2], [6, 6]]);
  assert.deepEqual(layers?.values({ ...now, experiment: { ...EXPERIMENT, hidden: [] } }), [[4]]);
  assert.deepEqual(rowOf('batch_size', 1, OPTIONS), { title: 'batch', value: '1' });
});
