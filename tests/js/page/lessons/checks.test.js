import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filled, isReached, keptBy } from '../../../../static/js/page/lessons/checks.js';
import { FACTS } from '../../../../static/js/page/lessons/facts.js';
import { LESSONS } from '../../../../static/js/page/lessons/shelf.js';
import { readProgress } from '../../../../static/js/page/lessons/progress.js';
import { EXPERIMENT } from '../../state/scene.js';

const HIDDEN = [2];
/** 2-2-2: weights into layer 2 by source, biases, then into layer 3. */
const THETA = Float32Array.from([0.5, 0.5, -1, -1, 0.1, 0.1, 2, -3, 2, -3, 0, 0.4]);

/** @param {object} [changes] @returns {import('../../../../static/js/page/lessons/facts.js').Moment} */
const momentWith = (changes = {}) => /** @type {any} */ ({
  experiment: { ...EXPERIMENT, hidden: HIDDEN }, points: [{ id: 0, x1: 0, x2: 0, target: 0, test: false }, { id: 1, x1: 1, x2: 0, target: 1, test: true }],
  frame: {
    revision: 4, step: 300, epoch: 12, train_cost: 0.25, test_cost: NaN, train_accuracy: 0.734, test_accuracy: NaN, parameters: THETA,
    update: Float32Array.from([0.001, 0.001, 0.003, 0.003, 0, 0, 0.1, 0.1, 0.3, 0.3, 0, 0]),
  },
  revision: 4, drawn: null, status: 'paused', diverged: null, undo: { past: [{ deed: { type: 'set_parameter' } }, { deed: { type: 'configure' } }], future: [] },
  phase: null, glass: 'w:2:0:1', ...changes,
});
/** @param {string} name @param {object} [changes] */
const read = (name, changes) => FACTS[name].read(momentWith(changes));

test('facts are read from what there is', () => {
  assert.equal(read('step'), 300);
  assert.equal(read('neurons'), 2);
  assert.equal(read('parameters'), 12);
  assert.equal(read('training_points'), 1);
  assert.equal(read('test_points'), 1);
  assert.equal(read('by_hand'), 1);
  assert.equal(read('largest_weight'), 3);
  assert.ok(Math.abs(Number(read('largest_bias')) - 0.4) < 1e-6);
  assert.equal(read('glass'), 'weight');
  assert.equal(read('dataset'), 'none');
  assert.equal(read('phase'), 'none');
});

test('two neurons that hear and say the same are one kind', () => {
  assert.equal(read('different_neurons'), 1);
  assert.equal(read('different_neurons', { frame: { ...momentWith().frame, parameters: THETA.with(0, 0.6) } }), 2);
});

test('the first layer’s share of the last update is of mean sizes', () => {
  // (0.001 + 0.001 + 0.003 + 0.003) / 4 of (0.1 + 0.1 + 0.3 + 0.3) / 4
  assert.ok(Math.abs(Number(read('first_share')) - 0.01) < 1e-6);
});

test('what is not known is no number, and meets nothing: costs of points that were there before, or that are none', () => {
  assert.equal(read('test_cost'), null);
  assert.equal(read('train_cost', { revision: 5 }), null);
  assert.equal(read('largest_weight', { revision: 5 }), null);
  const step = LESSONS[0].steps[2];
  assert.equal(isReached(step, momentWith({ revision: 5 }), {}), false);
});

test('a step is reached where all its conditions hold at one moment, also against what an earlier step kept', () => {
  const { steps } = /** @type {import('../../../../static/js/page/lessons/lesson.js').Lesson} */ (LESSONS.find(({ name }) => name === 'momentum'));
  const fast = momentWith({ experiment: { ...EXPERIMENT, hidden: HIDDEN, optimizer: 'momentum', learning_rate: 0.1 } });
  assert.equal(isReached(steps[2], fast, { plain: 600 }), true);
  assert.equal(isReached(steps[2], fast, { plain: 599 }), false);
  assert.equal(isReached(steps[2], fast, {}), false);
  assert.deepEqual(keptBy(steps[2], fast), { fast: 300 });
});

test('words have the numbers of the moment, and those that were kept as their fact is printed', () => {
  const lesson = LESSONS[1];
  assert.equal(filled('It has {train_correct}, one line had {kept.line}.', lesson, momentWith(), { line: 0.47 }), 'It has 73%, one line had 47%.');
  assert.equal(filled('{kept.line}', lesson, momentWith(), {}), '–');
});

test('progress that can’t be read is none', () => {
  for (const given of [null, 7, [], { at: 'x', done: [1, 'a', -1], guesses: { 0: 1, 1: 'b' }, kept: { a: {}, b: 2 }, card: 4 }]) {
    const { at, done, guesses, kept, card } = readProgress(given);
    assert.equal(at, 0);
    assert.ok(done.every((step) => step >= 0));
    assert.ok(Object.values(guesses).every(Number.isInteger));
    assert.ok(Object.values(kept).every((value) => typeof value !== 'object'));
    assert.equal(card, null);
  }
});

test('updates since the last change by hand count from the moment that the change remembers', () => {
  const entry = (/** @type {string} */ type, /** @type {number | null} */ step, /** @type {object | null} */ edits = null) => (
    { deed: { type }, edits, moment: step === null ? null : { progress: { step } } });
  const past = (/** @type {object[]} */ ...entries) => ({ undo: { past: entries, future: [] } });
  assert.equal(read('since_change', past()), 300);
  assert.equal(read('since_change', past(entry('remove_neuron', 250), entry('add_points', null, {}))), 50);
  assert.equal(read('since_change', past(entry('remove_neuron', 250), entry('reset', 900))), 300);
  assert.equal(read('since_change', past(entry('configure', 900))), 300);
  assert.equal(read('since_change', past(entry('remove_neuron', null))), null);
});
