import assert from 'node:assert/strict';
import test from 'node:test';

import { captionOf } from '../../../static/js/trace/captions/index.js';
import { inputCaption } from '../../../static/js/trace/captions/input.js';
import { formulaTex, linesTex } from '../../../static/js/trace/captions/tex.js';
import { neuronsOf, phasesOf } from '../../../static/js/trace/phases.js';
import { calculation, unlinked } from './arithmetic.js';
import { subjectOf } from './textbook.js';


/** @type {Partial<import('../../../static/js/types.js').Experiment>[]} */
const EXPERIMENTS = [
  {},
  { hidden: [] },
  { hidden: [5, 4, 3], activation: 'sigmoid', classes: 4 },
  { activation: 'relu', output: 'sigmoid' },
  { output: 'sigmoid', cost: 'squared_error' },
  { output: 'softmax', cost: 'squared_error', classes: 3 },
  { task: 'regression', output: 'linear', cost: 'squared_error' },
  { task: 'regression', output: 'tanh', cost: 'huber', activation: 'linear' },
  { features: ['x1', 'x2', 'x1^2', 'x2^2', 'x1*x2', 'sin x1', 'sin x2'] },
  { features: ['x1', 'x2', 'x3', 'x4'] },
];

/** Lines of a caption that calculate something. @param {string[]} lines */
const calculations = (lines) => lines.filter((line) => (unlinked(line).match(/=/g) ?? []).length >= 2);

for (const [number, changes] of EXPERIMENTS.entries()) {
  test(`what the captions print adds up as printed: ${JSON.stringify(changes)}`, () => {
    const subject = subjectOf(changes, number + 1);
    let checked = 0;
    for (const phase of phasesOf(subject.architecture.layers, { update: false })) {
      neuronsOf(phase, subject.architecture.sizes).forEach((_, walk) => {
        for (const line of calculations(linesTex(captionOf(subject, phase, walk)))) {
          const [calculated, printed] = calculation([line]);
          assert.equal(Number(calculated.toPrecision(4)), Number(printed.toPrecision(4)), line);
          checked++;
        }
      });
    }
    assert.ok(checked >= 6, `only ${checked} calculations found`);
  });
}

for (const [features, held] of /** @type {[import('../../../static/js/types.js').FeatureName[], string][]} */ ([
  [['x1', 'x2'], 'the coordinates of this point as they are'],
  [['x1', 'x2', 'x3'], 'the coordinates of this point as they are'],
  [['x2'], 'x2 of this point as it is'],
  [['x4'], 'x4 of this point as it is'],
  [['x1', 'x3', 'x4'], 'x1, x3 and x4 of this point as they are'],
  [['x1', 'sin x1', 'x3'], 'x1 and x3 of this point as they are, and what was made of its coordinates'],
  [['x1', 'x2', 'x1*x2', 'x3'], 'the coordinates of this point as they are, and what was made of them'],
  [['sin x1'], 'what was made of the coordinates of this point'],
])) {
  test(`what layer 1 holds, of ${features.join(', ')}`, () => {
    assert.equal(inputCaption(subjectOf({ features })).sentences[0], `Layer 1 does no sum. It holds ${held}.`);
  });
}

test('a printed delta is the derivative that finite differences give', () => {
  const subject = subjectOf({ output: 'softmax', cost: 'squared_error', classes: 3 });
  const n = subject.architecture.layers;
  for (let i = 2; i <= n; i++) {
    const deltas = /** @type {number[]} */ (subject.trace.deltas[i]);
    deltas.forEach((delta, k) => {
      const numbers = linesTex(captionOf(subject, { kind: 'backward', layer: i }, k));
      const [calculated] = calculation(numbers);
      assert.ok(Math.abs(calculated - delta) <= 1e-3 * Math.abs(delta) + 1e-9);
    });
  }
});

test('a silent neuron whose point costs something is told why its blame is 0, not that nothing needs to change', () => {
  const subject = subjectOf({ activation: 'relu' });
  const k = /** @type {number[]} */ (subject.trace.slopes[2]).indexOf(0);
  assert.ok(k >= 0 && subject.trace.cost > 0.1, 'this network has a silent neuron and a cost');
  subject.trace.deltas[2] = /** @type {number[]} */ (subject.trace.deltas[2]).with(k, 0); // finite differences leave some
  const { sentences } = captionOf(subject, { kind: 'backward', layer: 2 }, k);
  assert.match(sentences[1], /slope, which is 0\. It is 0: this neuron is silent for this point/);
  assert.doesNotMatch(sentences.join(' '), /needs to change/);
});

test('nothing needs to change only where the output is the truth itself', () => {
  const subject = subjectOf({ task: 'regression', output: 'linear', cost: 'squared_error' });
  const { trace } = subject;
  const { layers } = subject.architecture;
  trace.activations[layers] = [trace.target[0]];
  trace.deltas = trace.deltas.map((deltas) => deltas && deltas.map(() => 0));
  assert.match(captionOf(subject, { kind: 'backward', layer: layers }, 0).sentences[1], /is the truth itself, so nothing here needs to change/);
  assert.match(captionOf(subject, { kind: 'backward', layer: 2 }, 0).sentences[1], /no blame comes back from it, and nothing here needs to change/);
});

test('symbols name the elements of the figure that they stand for', () => {
  const formula = formulaTex(captionOf(subjectOf(), { kind: 'forward', layer: 3 }, 1));
  assert.match(formula, /\\htmlData\{el=z:3:1\}/);
  assert.match(formula, /\\htmlData\{el=b:3:1\}/);
});

test('gradient descent prints old value, gradient, learning rate and the new value they make', () => {
  const subject = subjectOf();
  const { trace, architecture } = subject;
  const { gradient } = /** @type {import('../../../static/js/trace/types.js').TraceBatch} */ (trace.batch);
  trace.update = {
    optimizer: 'gradient_descent', learning_rate: 0.1, clipping: null, gradient, state_before: {}, state_after: {}, terms: {},
    after: trace.parameters.map((value, index) => value - 0.1 * gradient[index]),
  };
  const walk = neuronsOf({ kind: 'update', layer: 0 }, architecture.sizes).findIndex(({ layer }) => layer === 3);
  const numbers = linesTex(captionOf(subject, { kind: 'update', layer: 0 }, walk, 1));
  const index = architecture.weightIndex(3, 0, 1);
  const last = unlinked(numbers[numbers.length - 1]).replace('\\leftarrow', '=');
  const [calculated, printed] = calculation([last]);
  assert.equal(Number(calculated.toPrecision(4)), Number(printed.toPrecision(4)));
  assert.equal(printed, Number((trace.parameters[index] - 0.1 * gradient[index]).toPrecision(4)));
});

test('Adam prints its two means, their corrections and the step they make', () => {
  const subject = subjectOf({ optimizer: 'adam' });
  const { trace } = subject;
  const { gradient } = /** @type {import('../../../static/js/trace/types.js').TraceBatch} */ (trace.batch);
  const zeros = new Float64Array(trace.parameters.length);
  const mean = gradient.map((value) => 0.1 * value);
  const squares = gradient.map((value) => 0.001 * value * value);
  trace.update = {
    optimizer: 'adam', learning_rate: 0.01, clipping: null, gradient, state_before: { mean: zeros, squares: zeros }, state_after: { mean, squares },
    terms: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, correction1: 0.1, correction2: 0.001 },
    // Adam's first step is the learning rate against the gradient's sign.
    after: trace.parameters.map((value, index) => value - 0.01 * Math.sign(gradient[index])),
  };
  const numbers = linesTex(captionOf(subject, { kind: 'update', layer: 0 }, 0, null));
  for (const line of numbers.slice(1)) {
    const [calculated, printed] = calculation([unlinked(line).replace('\\leftarrow', '=')]);
    assert.ok(Math.abs(calculated - printed) <= 1e-3 * Math.abs(printed), line);
  }
});
