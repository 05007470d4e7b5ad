import assert from 'node:assert/strict';
import test from 'node:test';

import { Architecture } from '../../../static/js/network/architecture.js';
import { questionBefore, verdictOn } from '../../../static/js/trace/questions.js';

/**
 * A trace 2-3-2 with blames and an update that are chosen for the test; θ is 0 but for what `parameters` says.
 * @param {Record<string, any>} given
 * @returns {import('../../../static/js/trace/types.js').Subject}
 */
function subject({ deltas = [0.3, -0.9, 0.2], outputs = [0.4, -0.1], change = {}, gradient = {}, step = 0, isTest = false }) {
  /** @type {any} only what questions look at */
  const experiment = {
    features: ['x1', 'x2'], hidden: [3], task: 'classification', classes: 2, activation: 'tanh', output: 'sigmoid',
    l1: 0, l2: 0,
  };
  const architecture = new Architecture(experiment);
  const parameters = new Float64Array(architecture.parameterCount).fill(0.5);
  const filled = (/** @type {Record<number, number>} */ entries, /** @type {ArrayLike<number>} */ base) => {
    const vector = Float64Array.from(base);
    for (const [index, value] of Object.entries(entries)) vector[Number(index)] += value;
    return vector;
  };
  const none = new Float64Array(architecture.parameterCount);
  /** @type {any} */
  const trace = {
    step, point: { id: 0 }, parameters, deltas: [null, null, deltas, outputs],
    update: isTest ? null : { gradient: filled(gradient, none), after: filled(change, parameters) },
    batch: isTest ? null : { next: true, gradient: filled(gradient, none) },
  };
  return { trace, architecture, experiment };
}
const backward = (/** @type {number} */ layer) => ({ kind: /** @type {const} */ ('backward'), layer });
const UPDATE = { kind: /** @type {const} */ ('update'), layer: 0 };
/** The weight from input 2 to neuron 3 of layer 2: the block has a row for each input, with three weights. */
const WEIGHT = 3 + 2;

test('the neuron with the largest blame is asked for, whatever the sign', () => {
  const question = questionBefore(subject({}), backward(2));
  assert.deepEqual(question?.options.map(({ label }) => label), ['Neuron 1', 'Neuron 2', 'Neuron 3']);
  assert.deepEqual(question?.right, ['1']);
  const { isRight, sentence } = verdictOn(/** @type {any} */ (question), '0');
  assert.equal(isRight, false);
  assert.equal(sentence.text, 'Not quite: neuron 2 of layer 2 has δ = −0.9000; the size of any other is at most 0.3000.');
});

test('where two are blamed alike, both are right; where all are, nothing is asked', () => {
  assert.deepEqual(questionBefore(subject({ deltas: [0.9, -0.9, 0.2] }), backward(2))?.right, ['0', '1']);
  assert.equal(questionBefore(subject({ outputs: [0.4, -0.4] }), backward(3)), null);
  assert.equal(questionBefore(subject({ deltas: [0, 0, 0] }), backward(2)), null);
});

test('a weight that moves is asked for, and goes against its gradient', () => {
  const question = questionBefore(subject({ change: { [WEIGHT]: -0.125 }, gradient: { [WEIGHT]: 0.25 } }), UPDATE);
  assert.match(question?.prompt.text ?? '', /weight from input x2 to neuron 3 of layer 2, 0\.5000 now/);
  assert.deepEqual(question?.right, ['down']);
  const { isRight, sentence } = verdictOn(/** @type {any} */ (question), 'down');
  assert.equal(isRight, true);
  assert.equal(sentence.text,
    'Right: its gradient over the batch is 0.2500, the step goes against it, and it goes from 0.5000 to 0.3750.');
});

test('a weight that its optimizer carries on with its gradient is told so', () => {
  const question = questionBefore(subject({ change: { [WEIGHT]: 0.125 }, gradient: { [WEIGHT]: 0.25 } }), UPDATE);
  assert.deepEqual(question?.right, ['up']);
  assert.match(question?.because.text ?? '', /what the optimizer kept of earlier steps decides, and it goes from 0\.5000 to 0\.6250/);
});

test('where no weight moves, for a test point and before other phases nothing is asked', () => {
  assert.equal(questionBefore(subject({}), UPDATE), null);
  assert.equal(questionBefore(subject({ isTest: true, change: { [WEIGHT]: 1 } }), UPDATE), null);
  assert.equal(questionBefore(subject({}), { kind: 'forward', layer: 2 }), null);
});

test('one step after the other asks for other weights', () => {
  const all = Object.fromEntries(Array.from({ length: 17 }, (_, index) => [index, 0.1]));
  const asked = new Set([0, 1, 2, 3].map((step) => questionBefore(subject({ change: all, step }), UPDATE)?.prompt.text));
  assert.equal(asked.size, 4);
});

test('blames and weights that are nearly alike are printed so that they differ', () => {
  const { because } = /** @type {any} */ (questionBefore(subject({ outputs: [0.30000001, -0.3] }), backward(3)));
  assert.equal(because.text, 'output 1, circle has δ = 0.30000001; the size of the other is 0.30000000.');
  const update = questionBefore(subject({ change: { [WEIGHT]: 1e-9 }, gradient: { [WEIGHT]: -1e-8 } }), UPDATE);
  assert.match(update?.because.text ?? '', /is −1e−8, the step goes against it, and it goes from 0\.500000000 to 0\.500000001\./);
});
