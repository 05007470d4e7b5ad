import assert from 'node:assert/strict';
import { test } from 'node:test';

import { encodeVector } from '../../../static/js/network/parameters.js';
import { commandOf, findWayBack, guessedWayBack, lowerRate, remedies, waysBack } from '../../../static/js/state/recovery.js';
import { OPTIONS } from '../options.js';
import { EXPERIMENT, POINTS, progressAt } from './scene.js';

/** @typedef {import('../../../static/js/types.js').Experiment} Experiment */
/** @typedef {import('../../../static/js/state/milestones.js').Milestone} Milestone */

/** @param {number} step @param {number} cost @param {Partial<Milestone>} [more] @returns {Milestone} */
const moment = (step, cost, more = {}) => ({
  progress: progressAt(step), experiment: EXPERIMENT, learning_rate: EXPERIMENT.learning_rate, training_points: 2,
  points: POINTS, cost, by_hand: false, ...more,
});

/** @param {Partial<Experiment>} [changes] */
const present = (changes = {}) => ({ experiment: { ...EXPERIMENT, ...changes }, points: POINTS, options: OPTIONS });

/** @param {import('../../../static/js/state/recovery.js').WayBack[]} ways */
const steps = (ways) => ways.map(({ progress: { step } }) => step);

test('the lowest cost comes first, not the newest; the start is always among them', () => {
  const run = [moment(0, 1.1), moment(60, 0.4), moment(120, 0.5), moment(180, 0.9), moment(240, 1e9), moment(300, 1e30)];
  assert.deepEqual(steps(waysBack(run, present())), [60, 120, 180, 0]);
  assert.deepEqual(steps(waysBack([moment(0, NaN), moment(60, 1e60), moment(61, Infinity)], present())), [60, 0]);
  assert.deepEqual(waysBack([], present()), []);
});

test('a cost of other points, of another measure or of another network is no reason', () => {
  const others = [{ ...POINTS[0] }, POINTS[1]];
  const run = [moment(0, 0.1, { points: others }), ...[1, 2, 3, 4].map((step) => moment(step, 0.2, { points: others })),
    moment(9, 5)];
  assert.ok(steps(waysBack(run, present())).includes(9), 'the best by the points that there are');
  assert.deepEqual(steps(waysBack([moment(0, 0.5), moment(5, 0.1)], present({ hidden: [2] }))), []);
  const [way] = waysBack([moment(5, 0.1)], present({ l2: 1 }));
  assert.ok(Number.isNaN(way.cost));
});

test('the rate goes down by ten, or to the one that went well, or stays where a weight was typed', () => {
  const rate = (/** @type {Milestone[]} */ run, learningRate = 100) => (
    waysBack(run, present({ learning_rate: learningRate }))[0].changes.learning_rate);
  assert.equal(rate([moment(5, 0.1)]), 0.35);
  assert.equal(rate([moment(5, 0.1)], 0.35), 0.035);
  assert.equal(rate([moment(5, 0.1), moment(5, 1e60, { by_hand: true })]), 100);
  assert.equal(lowerRate(0.8), 0.08);
  assert.equal(lowerRate(0.3), 0.03);
  assert.equal(lowerRate(0.000001), 0.000001);
});

test('what is loaded fits the present settings', () => {
  const [same] = waysBack([moment(5, 0.1)], present());
  assert.equal(same.progress.batch, 3);
  const [fewer] = waysBack([moment(5, 0.1, { training_points: 7 })], present());
  assert.equal(fewer.progress.batch, 0, 'with other training points the pass starts anew');
  const [adam] = waysBack([moment(5, 0.1)], present({ optimizer: 'adam' }));
  const zeros = encodeVector(new Float64Array(7));
  assert.deepEqual(adam.progress.optimizer, { mean: zeros, squares: zeros, updates: encodeVector([0]) });
  assert.deepEqual(commandOf(present(), same), {
    type: 'load', training: false, checkpoint: { version: 1, points: POINTS, experiment: { ...EXPERIMENT, learning_rate: 0.035 },
      progress: same.progress },
  });
  assert.deepEqual(commandOf(present(), { ...same, restart: true }), {
    type: 'configure', changes: { learning_rate: 0.035, seed: 1 },
  });
});

test('after some rates, momentum and decay are suspected', () => {
  assert.deepEqual(remedies(0.0001, present()).map(({ learning_rate: rate }) => rate), [0.0001, 0.00001, 0.000001]);
  const adam = remedies(1, present({ optimizer: 'adam', momentum: 0.99, decay: 0 }));
  assert.deepEqual(adam[4], { learning_rate: 0.0001 });
  assert.deepEqual(adam[5], { learning_rate: 1, momentum: 0.9, decay: 0.999 });
  assert.deepEqual(adam.at(-1), { learning_rate: 0.000001 });
});

/**
 * A server on which training from a moment holds up to a rate.
 * @param {Record<number, {cost: number, highest: number}>} moments by step
 */
function server(moments) {
  let [step, rate] = [0, 0];
  /** @type {[number, number][]} */
  const trainings = [];
  return {
    trainings,
    /** @param {import('../../../static/js/types.js').Checkpoint} checkpoint */
    async stand({ progress, experiment }) {
      [step, rate] = [progress.step, experiment.learning_rate];
      return { progress, cost: moments[step].cost };
    },
    async restart() {
      step = 0;
      return { progress: progressAt(0), cost: moments[0].cost };
    },
    async train() {
      trainings.push([step, rate]);
      return rate <= moments[step].highest ? moments[step].cost / 2 : NaN;
    },
  };
}

test('the server says which moment is best, and which rate holds from there', async () => {
  const ways = waysBack([moment(0, 2), moment(60, 0.1), moment(90, 0.4)], present({ learning_rate: 0.35 }));
  const truth = server({ 0: { cost: 2, highest: 1 }, 60: { cost: 3, highest: 1 }, 90: { cost: 0.4, highest: 0.001 } });
  const way = await findWayBack(ways, present(), truth, () => {});
  assert.equal(way?.progress.step, 90);
  assert.deepEqual(way?.changes, { learning_rate: 0.00035 });
  assert.deepEqual(way?.tried, { updates: 2000, cost: 0.2 });
});

test('where no moment holds, the start of the run does; where that does not, nothing is promised', async () => {
  const ways = waysBack([moment(900, 1e200)], present({ learning_rate: 0.35 }));
  const found = await findWayBack(
    ways, present(), server({ 900: { cost: 1e200, highest: 0 }, 0: { cost: 1, highest: 0.05 } }), () => {});
  assert.deepEqual([found?.progress.step, found?.changes], [0, { learning_rate: 0.035 }]);
  const none = server({ 900: { cost: NaN, highest: 0 }, 0: { cost: 1, highest: 0 } });
  assert.equal(await findWayBack(ways, present(), none, () => {}), null);
  assert.ok(none.trainings.every(([step]) => step === 0), 'a moment without a finite cost is not trained from');
});

test('a guess goes far down at once, and to the start where it was wrong', () => {
  const ways = waysBack([moment(0, 1), moment(60, 0.4)], present({ learning_rate: 100 }));
  const first = guessedWayBack(ways, progressAt(99), present({ learning_rate: 100 }), 0);
  assert.deepEqual([first.progress.step, first.changes, first.restart], [60, { learning_rate: 0.01 }, false]);
  const second = guessedWayBack(ways, progressAt(99), present({ learning_rate: 0.01 }), 1);
  assert.deepEqual([second.changes, second.restart], [{ learning_rate: 0.001 }, true]);
  const blind = guessedWayBack([], progressAt(99), present(), 0);
  assert.deepEqual([blind.progress.step, blind.restart], [99, true]);
});
