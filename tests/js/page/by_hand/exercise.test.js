import assert from 'node:assert/strict';
import test from 'node:test';

import { decodeVector, encodeVector } from '../../../../static/js/network/parameters.js';
import { createExercise } from '../../../../static/js/page/by_hand/exercise.js';
import { OPTIONS } from '../../options.js';

/** @typedef {import('../../../../static/js/types.js').Checkpoint} Checkpoint */

/** The gradient of 2-2-2 as a server sends it: 0.01, 0.02, ..., 0.12. */
const GRADIENT = Array.from({ length: 12 }, (_, index) => (index + 1) / 100);

/** What a server would say of 2-2-2, in numbers that are easy to tell apart. */
const EVENT = {
  point: { id: 0, x1: 1, x2: 2, target: 1, test: false }, target: [0, 1],
  activations: [null, [1, 2], [0.25, -0.75], [0.625, 0.375]], pre_activations: [null, null, [0.5, -1], [0.875, -0.125]],
  slopes: [null, null, [0.75, 0.5], null], deltas: [null, null, [0.3125, 0.4375], [0.6875, -0.5625]],
  cost: 1.5, parameters: '', gradient: encodeVector(GRADIENT), batch: null, update: null,
};

/** Lets promises that are settled go on. */
const settled = () => new Promise((resolve) => {
  setImmediate(resolve);
});

function start() {
  /** @type {Checkpoint[]} */
  const asked = [];
  let refusal = '';
  let networks = 0;
  const exercise = createExercise({
    options: OPTIONS,
    async pass(checkpoint) {
      asked.push(checkpoint);
      if (refusal) throw new Error(refusal);
      return /** @type {any} */ ({ ...EVENT, parameters: checkpoint.progress.parameters });
    },
    random: () => 0.7,
    onNetwork: () => { networks += 1; },
    onChange() {},
  });
  return {
    exercise, asked, networks: () => networks, refuse: (/** @type {string} */ message) => { refusal = message; },
  };
}

test('the server is given exactly this network and one point', async () => {
  const { exercise, asked } = start();
  await exercise.work();
  const [{ experiment, points, progress }] = asked;
  assert.deepEqual(experiment.hidden, [2]);
  assert.deepEqual(points, [{ id: 0, x1: 1, x2: 2, target: 1, test: false }]);
  // Blocks of a layer: the rows that leave each input, then the biases.
  assert.deepEqual([...decodeVector(progress.parameters)], [0.5, -1, -0.25, 0.5, 0.5, -1, 1, 0.5, -0.5, 1, 0, 0.25]);
});

test('everything of a pass is asked for, in its order', () => {
  const { exercise } = start();
  assert.deepEqual(exercise.stages.map(({ kind, layer, quantities }) => [kind, layer, quantities.length]), [
    ['forward', 2, 4], ['forward', 3, 4], ['cost', 0, 1], ['backward', 3, 2], ['backward', 2, 2],
    ['gradient', 2, 6], ['gradient', 3, 6],
  ]);
  assert.deepEqual(exercise.progress(), { right: 0, all: 25 });
});

test('answers are marked by the server’s numbers, wherever in the sheet', async () => {
  const { exercise } = start();
  await exercise.work();
  for (const [key, text] of Object.entries({
    'z:2:0': '1/2', 'a:2:1': '-3/4', 'z:3:1': '-0.13', 'C': '1.5', 'd:3:1': '-0.5625', 'd:2:0': '5/16',
    'C/w:2:1:0': '0.02', 'C/w:2:0:1': '0.03', 'C/b:2:1': '0.06', 'C/w:3:0:0': '0.07', 'C/b:3:0': '0.11',
  })) {
    exercise.reply(key, text);
    assert.equal(exercise.isRight(key), true, key);
  }
  assert.deepEqual(exercise.progress(), { right: 11, all: 25 });
});

test('a wrong answer shows its equation, and whose value it is', async () => {
  const { exercise } = start();
  await exercise.work();
  exercise.reply('C/w:2:1:0', '0.03');
  const answer = exercise.answer('C/w:2:1:0');
  assert.equal(answer?.mark?.verdict, 'wrong');
  assert.equal(answer?.other?.key, 'C/w:2:0:1');
  assert.equal(exercise.help('C/w:2:1:0'), 1);
  assert.equal(exercise.help('C/w:2:0:1'), 0);
});

test('what is no number says so in its own field and is not marked', async () => {
  const { exercise } = start();
  await exercise.work();
  exercise.reply('z:2:0', '1/0');
  const { fault, mark } = /** @type {import('../../../../static/js/page/by_hand/exercise.js').Answer} */ (exercise.answer('z:2:0'));
  assert.equal(fault, 'Nothing can be divided by 0. Put another number below the line.');
  assert.equal(mark, null);
  exercise.reply('z:2:0', ' ');
  assert.equal(exercise.answer('z:2:0'), null);
});

test('an answer that comes before the pass is marked when the pass is there', async () => {
  const { exercise } = start();
  exercise.reply('z:2:0', '0.5');
  assert.equal(exercise.answer('z:2:0')?.mark, null);
  await exercise.work();
  assert.equal(exercise.isRight('z:2:0'), true);
});

test('a given that can’t be used changes nothing but its field', async () => {
  const { exercise, asked } = start();
  await exercise.work();
  for (const [text, part] of /** @type {const} */ ([
    ['1/0', 'divided by 0'], ['two', 'not a number'], ['', 'missing'], ['1e999', 'more than the computer'], ['101', 'from −100 to 100'],
  ])) {
    exercise.give('x:0', text);
    assert.match(exercise.fault('x:0') ?? '', new RegExp(part), text);
    assert.equal(exercise.value('x:0'), 1, text);
  }
  assert.equal(asked.length, 1);
  exercise.give('x:0', '1/3');
  await settled();
  assert.equal(exercise.fault('x:0'), null);
  assert.equal(asked[1].points[0].x1, 1 / 3);
});

test('while a number is being typed nothing is wrong yet', async () => {
  const { exercise, asked } = start();
  exercise.give('w:2:0:0', '-', { typing: true });
  assert.equal(exercise.fault('w:2:0:0'), null);
  exercise.give('w:2:0:0', '-3', { typing: true });
  await settled();
  assert.equal(decodeVector(asked[0].progress.parameters)[0], -3);
});

test('another network keeps the numbers of what stays, and asks for its own', async () => {
  const { exercise, networks } = start();
  await exercise.work();
  exercise.reply('z:2:0', '0.5');
  exercise.configure({ hidden: [3, 1] });
  await settled();
  assert.equal(networks(), 1);
  assert.equal(exercise.text('w:2:1:0'), '−1');
  assert.deepEqual(exercise.architecture.sizes, [2, 3, 1, 2]);
  assert.equal(exercise.parameters.length, 9 + 4 + 4);
  assert.ok(exercise.parameters.every(Number.isFinite));
  assert.equal(exercise.answer('z:2:0'), null);
});

test('regression asks for a target, with an output and a cost that go with it', async () => {
  const { exercise, asked } = start();
  exercise.configure({ task: 'regression' });
  await settled();
  assert.deepEqual([exercise.setup.output, exercise.setup.cost], ['linear', 'squared_error']);
  exercise.give('y:0', '-1/4');
  await settled();
  assert.equal(asked.at(-1)?.points[0].target, -0.25);
  exercise.give('y:0', '11');
  assert.match(exercise.fault('y:0') ?? '', /from −10 to 10/);
});

test('new numbers are round, and none of them hides a factor', () => {
  const { exercise } = start();
  exercise.newNumbers();
  const texts = ['x:0', 'w:2:0:0', 'b:3:1'].map((key) => Number(exercise.text(key).replace('−', '-')));
  for (const value of texts) assert.equal(Math.round(value * 4), value * 4);
  assert.notEqual(texts[0], 0);
  assert.notEqual(texts[1], 0);
});

test('what the server refuses is told, and the next numbers are tried again', async () => {
  const { exercise, refuse } = start();
  refuse('It does not fit.');
  await exercise.work();
  assert.equal(exercise.trouble, 'It does not fit.');
  refuse('');
  await exercise.work();
  assert.equal(exercise.trouble, null);
});
