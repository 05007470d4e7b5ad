import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createJudge } from '../../../../static/js/figures/plane/judge.js';
import { stickLength } from '../../../../static/js/figures/plane/overlay.js';
import { Architecture } from '../../../../static/js/network/architecture.js';

/** Class 1 on the right of x1 = 0: z_0 = 0, z_1 = x1. */
/** @type {ConstructorParameters<typeof Architecture>[0]} */
const shape = {
  features: ['x1', 'x2'], hidden: [], task: 'classification', classes: 2, activation: 'tanh',
  output: 'softmax',
};
const architecture = new Architecture(shape);
const rightIsOne = [0, 1, 0, 0, 0, 0];
const leftIsOne = [0, -1, 0, 0, 0, 0];
const points = [
  { id: 10, x1: 1, x2: 0, target: 1, test: false },
  { id: 11, x1: -1, x2: 0, target: 1, test: false },
  { id: 12, x1: -2, x2: 1, target: 0, test: true },
];
/** @type {import('../../../../static/js/figures/plane/plane.js').PlaneScene} */
const usual = {
  task: 'classification', classes: 2, architecture, parameters: rightIsOne, points, training: false,
  targetScale: 1, chosen: null, brush: null, showNeuron: null, faded: false,
};
const scene = (changes = {}) => ({ ...usual, ...changes });

test('points on the wrong side are found', () => {
  const judge = createJudge(() => 0);
  assert.equal(judge.advance(scene(), 1), true);
  assert.deepEqual([...judge.wrong], [11]);
});

test('a change of the parameters changes the verdicts', () => {
  const judge = createJudge(() => 0);
  judge.advance(scene(), 1);
  judge.advance(scene({ parameters: leftIsOne }), 1);
  assert.deepEqual([...judge.wrong].sort(), [10, 12]);
});

test('verdicts that stay are no changes', () => {
  const judge = createJudge(() => 0);
  judge.advance(scene(), 1);
  assert.equal(judge.changes, 1, 'point 11 was found wrong');
  judge.advance(scene({ parameters: [...rightIsOne] }), 1);
  assert.equal(judge.changes, 1);
  judge.advance(scene({ parameters: leftIsOne }), 1);
  assert.equal(judge.changes, 4, '10 and 12 became wrong, 11 right');
});

test('a point that is removed is no longer wrong', () => {
  const judge = createJudge(() => 0);
  judge.advance(scene(), 1);
  judge.advance(scene({ points: points.slice(0, 1) }), 1);
  assert.deepEqual([...judge.wrong], []);
});

test('without a network, or with real targets, nothing is wrong', () => {
  const judge = createJudge(() => 0);
  judge.advance(scene(), 1);
  assert.equal(judge.advance(scene({ parameters: null }), 1), true);
  assert.equal(judge.wrong.size, 0);
  judge.advance(scene({ task: 'regression' }), 1);
  assert.equal(judge.wrong.size, 0);
});

test('many points are judged over several frames, all of them in the end', () => {
  let time = 0;
  const judge = createJudge(() => (time += 1));
  const many = Array.from({ length: 100 }, (_, id) => ({ id, x1: -1, x2: 0, target: 1, test: false }));
  const crowd = scene({ points: many });
  let frames = 1;
  while (!judge.advance(crowd, 1)) frames += 1;
  assert.ok(frames > 1, `${frames} frames`);
  assert.equal(judge.wrong.size, 100);
});

test('parameters that change every frame do not keep later points from being judged', () => {
  let time = 0;
  const judge = createJudge(() => (time += 1));
  const many = Array.from({ length: 64 }, (_, id) => ({ id, x1: -1, x2: 0, target: 1, test: false }));
  for (let frame = 0; frame < 20; frame += 1) {
    judge.advance(scene({ points: many, parameters: [...rightIsOne] }), 1);
  }
  assert.equal(judge.wrong.size, 64);
});

test('another architecture is judged from the first point on, by its own parameters', () => {
  let time = 0;
  const judge = createJudge(() => (time += 1));
  const many = Array.from({ length: 64 }, (_, id) => ({ id, x1: -1, x2: 0, target: 1, test: false }));
  assert.equal(judge.advance(scene({ points: many, parameters: leftIsOne }), 1), false);
  const square = new Architecture({ ...shape, features: ['x1^2'] });
  const other = scene({ points: many, architecture: square, parameters: [0, 1, 0, 0] });
  const verdicts = Array.from({ length: 4 }, () => [judge.advance(other, 1), judge.wrong.size]);
  assert.deepEqual(verdicts, [[false, 0], [false, 0], [false, 0], [true, 0]]);
});

test('in regression each point has its residual, and none is right or wrong', () => {
  const judge = createJudge(() => 0);
  judge.advance(scene(), 1);
  const line = new Architecture({ ...shape, task: 'regression', output: 'linear' });
  // The answer is x1 + 2 x2 + 0.5.
  const regression = scene({ task: 'regression', architecture: line, parameters: [1, 2, 0.5] });
  assert.equal(judge.advance(regression, 1), true);
  assert.deepEqual([...judge.residuals], [[10, 0.5], [11, -1.5], [12, 0.5]]);
  assert.equal(judge.wrong.size, 0);
  const before = judge.changes;
  judge.advance({ ...regression, points: points.slice(1) }, 1);
  assert.deepEqual([...judge.residuals.keys()], [11, 12]);
  assert.equal(judge.changes, before + 1);
  judge.advance(scene(), 1);
  assert.equal(judge.residuals.size, 0, 'classes have none');
});

test('a stick is as long as the residual, up to an end, and left out where it could not be seen', () => {
  assert.equal(stickLength(-0.5, 1), 20);
  assert.equal(stickLength(7, 1), stickLength(-9, 1));
  assert.equal(stickLength(0.01, 1), 0);
  assert.equal(stickLength(NaN, 1), 0);
});

test('while training, verdicts that change in every frame are drawn a few times a second', () => {
  const judge = createJudge(() => 0);
  judge.advance(scene(), 1);
  assert.equal(judge.isNews(1000, true), true);
  judge.shown(1000);
  assert.equal(judge.isNews(2000, true), false, 'nothing has changed since');
  judge.advance(scene({ parameters: leftIsOne }), 1);
  assert.equal(judge.isNews(1016, true), false, 'the last were drawn a frame ago');
  assert.equal(judge.isNews(1016, false), true, 'at rest they show at once');
  assert.equal(judge.isNews(1200, true), true);
});
