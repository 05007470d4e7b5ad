/** What can be undone, example by example, with a server as docs/protocol.md has it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { MOST_ENTRIES } from '../../../static/js/state/undo.js';
import { WEIGHT, started } from './model/started.js';

test('a typed weight is undone by itself: the points stay', async () => {
  const { done, undo, redo, held, stored, past } = await started();
  const before = held();
  await done(WEIGHT);
  const typed = held();
  assert.notEqual(typed.progress?.parameters, before.progress?.parameters);
  assert.equal(await undo(), 'set_parameter');
  assert.deepEqual([held(), stored()], [before, before]);
  assert.deepEqual(past(), ['generate', 'configure']);
  assert.equal(await redo(), 'set_parameter');
  assert.deepEqual([held(), stored()], [typed, typed]);
});

for (const [name, command] of /** @type {[string, import('../../../static/js/types.js').Command][]} */ ([
  ['a removed layer', { type: 'remove_layer', layer: 2 }],
  ['an added layer', { type: 'add_layer', layer: 2, neurons: 3 }],
  ['an added neuron', { type: 'add_neuron', layer: 2 }],
  ['inputs', { type: 'configure', changes: { features: ['x2'] } }],
  ['an optimizer, whose memory is forgotten', { type: 'configure', changes: { optimizer: 'momentum' } }],
  ['a batch size, which begins the pass anew', { type: 'configure', changes: { batch_size: 1 } }],
  ['a seed', { type: 'configure', changes: { seed: 9 } }],
  ['a reset', { type: 'reset' }],
  ['a reset to other weights', { type: 'reset', seed: 4 }],
  ['a data set of another task', { type: 'generate', dataset: 'plane', count: 20, noise: 0, test_share: 0, seed: 1 }],
  ['a data set with more classes', { type: 'generate', dataset: 'quadrants4', count: 8, noise: 0, test_share: 0, seed: 1 }],
  ['all points', { type: 'generate', dataset: 'blank', count: 1, noise: 0, test_share: 0, seed: 1 }],
  ['fewer classes than the points have', { type: 'configure', changes: { task: 'regression' } }],
])) {
  test(`undone at once, bit for bit: ${name}`, async () => {
    const { done, undo, redo, held, stored } = await started();
    const before = held();
    await done(command);
    const after = held();
    assert.notDeepEqual(after, before);
    await undo();
    assert.deepEqual([held(), stored()], [before, before]);
    await redo();
    assert.deepEqual([held(), stored()], [after, after]);
  });
}

test('a setting is put back without what was learned since; doing it again keeps that too', async () => {
  const { done, undo, redo, state, held } = await started();
  await done({ type: 'configure', changes: { learning_rate: 0.01 } }, { type: 'step', updates: 4 });
  const learned = held();
  await undo();
  assert.equal(state().experiment?.learning_rate, 0.35);
  assert.equal(state().progress?.parameters, learned.progress?.parameters);
  assert.equal(state().progress?.step, 9);
  await redo();
  assert.deepEqual(held(), learned);
});

test('what was learned after a layer went is not lost: doing it again brings it back', async () => {
  const { done, undo, redo, held } = await started();
  const before = held();
  await done({ type: 'remove_layer', layer: 2 }, { type: 'step', updates: 6 });
  const learned = held();
  await undo();
  assert.deepEqual(held(), before);
  await done({ type: 'step', updates: 2 });
  const other = held();
  await redo();
  assert.deepEqual(held(), learned);
  await undo();
  assert.deepEqual(held(), other, 'nor what was learned meanwhile');
});

test('undo while training keeps training, and never says anything else', async () => {
  const { done, undo, redo, state, store, run, server } = await started();
  await done({ type: 'train' });
  run();
  /** @type {Set<string>} */
  const said = new Set();
  store.subscribe(() => said.add(state().status));
  await done({ type: 'remove_layer', layer: 2 });
  run();
  await undo();
  run();
  await redo();
  await done({ type: 'configure', changes: { learning_rate: 0.2 } });
  await undo();
  assert.deepEqual([...said], ['training']);
  assert.ok(server().training);
});

test('choosing what is chosen already is nothing to undo, at rest and while training', async () => {
  const { done, past, server } = await started();
  const before = past();
  await done({ type: 'configure', changes: { learning_rate: 0.35 } });
  assert.deepEqual(past(), before);
  await done({ type: 'train' });
  server().run(3, false);
  await done({ type: 'configure', changes: { learning_rate: 0.35 } });
  assert.deepEqual(past(), before);
});

test('a pause that was asked for just before holds', async () => {
  const { done, editor, send, settle, server } = await started();
  await done({ type: 'train' }, { type: 'reset' });
  send({ type: 'pause' });
  editor.undo();
  await settle();
  assert.ok(!server().training);
});

test('where the numbers broke, undoing the rate goes back to before it', async () => {
  const { done, undo, store, held, state, settle } = await started();
  const before = held();
  await done({ type: 'configure', changes: { learning_rate: 0.9 } }, { type: 'step', updates: 3 });
  const { progress } = state();
  store.dispatch({ type: 'diverged', step: 9, what: 'cost', learning_rate: 0.9, revision: 1, progress: /** @type {any} */ (progress) });
  await settle();
  await undo();
  assert.deepEqual(held(), before);
});

test('a data set brings back what was known of the one before it, and the cost curve', async () => {
  const { done, undo, redo, state } = await started();
  const [steps, drawn] = [[...state().history.steps], state().drawn];
  assert.equal(drawn?.dataset, 'circle');
  assert.ok(steps.length > 0);
  await done({ type: 'generate', dataset: 'plane', count: 20, noise: 0, test_share: 0, seed: 1 }, { type: 'reset' });
  assert.equal(state().history.steps.length <= 1, true);
  await undo();
  await undo();
  assert.deepEqual([[...state().history.steps], state().drawn], [steps, drawn]);
  await redo();
  assert.equal(state().drawn?.dataset, 'plane');
});

test('a point of a new class and that class are one entry', async () => {
  const { editor, settle, undo, redo, held, past } = await started();
  const before = held();
  const count = past().length;
  editor.add(1, 1, 2);
  editor.add(1, 2, 2);
  await settle();
  assert.equal(held().experiment?.classes, 3);
  assert.equal(past().length, count + 2, 'the second point needs no class any more');
  await undo();
  await undo();
  assert.deepEqual(held(), before);
  await redo();
  assert.deepEqual([held().experiment?.classes, held().points.length], [3, before.points.length + 1]);
});

test(`${MOST_ENTRIES} entries at most; they share what did not change`, async () => {
  const { done, state } = await started();
  for (let count = 0; count <= MOST_ENTRIES; count++) await done({ ...WEIGHT, value: count });
  const { past } = state().undo;
  assert.equal(past.length, MOST_ENTRIES);
  assert.equal(new Set(past.map(({ moment }) => moment?.points)).size, 1);
});
