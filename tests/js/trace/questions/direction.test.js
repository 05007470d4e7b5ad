import assert from 'node:assert/strict';
import test from 'node:test';

import { questionBefore, verdictOn } from '../../../../static/js/trace/questions/index.js';
import { UPDATE, WEIGHT, subject } from './subject.js';

/** @param {Parameters<typeof subject>[0]} given */
const asked = (given) => {
  const question = questionBefore(subject(given), UPDATE);
  assert.ok(question);
  return question;
};

test('a weight that moves is asked for, by its name and its value', () => {
  const question = asked({ change: { [WEIGHT]: -0.125 }, gradient: { [WEIGHT]: 0.25 } });
  assert.equal(question.prompt, 'The update comes next, by the mean gradient of 10 points. '
    + 'Will the weight from input x2 to neuron 3 of layer 2, now 0.5000, go up or down?');
  assert.deepEqual(question.options.map(({ label }) => label), ['Up', 'Down']);
  assert.equal(question.about, 'w:2:2:1');
  assert.deepEqual(question.place, { layer: 2, neuron: 2, source: 1 });
});

test('it goes against its gradient, and the verdict says so', () => {
  const down = asked({ change: { [WEIGHT]: -0.125 }, gradient: { [WEIGHT]: 0.25 }, samples: 1 });
  assert.deepEqual(verdictOn(down, 'down'), {
    isRight: true,
    sentence: 'Right: it goes down, from 0.5000 to 0.3750, because its gradient is positive (0.2500): a larger weight would cost more.',
  });
  const up = asked({ change: { [WEIGHT]: 0.125 }, gradient: { [WEIGHT]: -0.25 } });
  assert.deepEqual(verdictOn(up, 'down'), {
    isRight: false,
    sentence: 'Not quite: it goes up, from 0.5000 to 0.6250, because its gradient is negative (−0.2500): a larger weight would cost less.',
  });
});

test('what momentum kept can carry a weight on with its gradient, and the verdict names it', () => {
  // v = 0.9·(−1) + 0.25 = −0.65; the step at rate 0.1 is +0.065.
  const question = asked({
    change: { [WEIGHT]: 0.065 }, gradient: { [WEIGHT]: 0.25 }, memory: { velocity: { [WEIGHT]: -1 } },
  });
  assert.match(question.prompt, /of 10 points and by what earlier steps left behind\. Will/);
  assert.deepEqual(question.right, ['up']);
  assert.equal(question.because, 'it goes up, from 0.5000 to 0.5650, though its gradient is positive (0.2500): '
    + 'the velocity kept from earlier steps (−1) is stronger.');
});

test('a gradient of 0 leaves the movement to the mean that Adam kept', () => {
  const question = asked({ change: { [WEIGHT]: -0.01 }, memory: { mean: { [WEIGHT]: 0.5 } } });
  assert.equal(question.because, 'it goes down, from 0.5000 to 0.4900, though its gradient is 0: '
    + 'the mean of gradients kept from earlier steps (0.5000) carries it on.');
});

test('a small step is printed with the digits that show it', () => {
  const question = asked({ change: { [WEIGHT]: 0.0000125 }, gradient: { [WEIGHT]: -0.0001 } });
  assert.match(question.because, /from 0\.50000 to 0\.50001, because its gradient is negative \(−1e−4\)/);
});

test('weights that stay, or all but stay, are not asked about', () => {
  // θ begins with the three rows of three of layer 2; the next number, at 9, is the first weight of layer 3.
  const question = asked({ change: { [WEIGHT]: 0.0001, 9: -0.1 }, gradient: { [WEIGHT]: -0.0002, 9: 0.2 } });
  assert.equal(question.about, 'w:3:0:0');
});

test('where no weight moves, a number broke, for a test point and before other phases nothing is asked', () => {
  assert.equal(questionBefore(subject({}), UPDATE), null);
  assert.equal(questionBefore(subject({ change: { [WEIGHT]: NaN } }), UPDATE), null);
  assert.equal(questionBefore(subject({ isTest: true, change: { [WEIGHT]: 1 } }), UPDATE), null);
  assert.equal(questionBefore(subject({}), { kind: 'forward', layer: 2 }), null);
  assert.equal(questionBefore(subject({}), { kind: 'gradient', layer: 0 }), null);
});

test('one step after the other asks for other weights', () => {
  const all = Object.fromEntries(Array.from({ length: 17 }, (_, index) => [index, 0.1]));
  const prompts = new Set([0, 1, 2, 3].map((step) => asked({ change: all, step }).about));
  assert.equal(prompts.size, 4);
});
