/** A table that is taken in is one thing to undo: its points, its names, and what the network became for them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tableOf } from '../../../static/js/state/selectors.js';
import { started } from './model/started.js';

/** @param {number} offset */
const axis = (offset) => ({ name: 'length', unit: 'cm', offset, factor: 2 });
const table = (/** @type {string} */ name) => (
  { name, axes: { x1: axis(1), x2: axis(2), target: null }, classes: ['cat', 'dog'] });
/** @param {number[]} targets */
const points = (...targets) => targets.map((target, at) => ({ x1: at / 4, x2: 1 - at / 4, target, test: at === 1 }));

/** As another number of training points does, other points start the current pass anew. @template {{progress: object | null}} T @param {T} all */
const within = (all) => ({ ...all, progress: { ...all.progress, batch: 0 } });

for (const [title, wished, targets] of /** @type {const} */ ([
  ['for the network as it is', {}, [0, 1, 0, 1]],
  ['with another task', { task: 'regression' }, [0.37, -0.5, 0.25]],
  ['with more classes, for a network that starts anew', { classes: 4, seed: 1 }, [0, 3, 2, 1]],
])) {
  test(`a table taken in ${title} is undone and done again at once`, async () => {
    const { editor, settle, undo, redo, held, stored, state, past } = await started();
    const before = within(held());
    const names = () => tableOf(state())?.name ?? null;
    const taking = editor.takeIn(points(...targets), table('pets.csv'), wished);
    await settle();
    await taking;
    const after = within(held());
    assert.deepEqual(after.points.map(({ target }) => target), targets);
    assert.deepEqual([names(), past().length], ['pets.csv', 3]);
    assert.equal(state().undo.past.at(-1)?.name, 'pets.csv taken in');
    await undo();
    assert.deepEqual([within(held()), within(stored()), names()], [before, before, null]);
    await redo();
    assert.deepEqual([within(held()), within(stored()), names()], [after, after, 'pets.csv']);
  });
}

test('each table has its own names again when others are undone', async () => {
  const { editor, settle, undo, done, state } = await started();
  const names = () => tableOf(state())?.name ?? null;
  for (const name of ['one.csv', 'two.csv']) {
    editor.takeIn(points(0, 1), table(name), {});
    await settle();
  }
  editor.add(0, 0, 1);
  await settle();
  assert.equal(names(), 'two.csv');
  await done({ type: 'generate', dataset: 'circle', count: 12, noise: 0, test_share: 0.2, seed: 1 });
  assert.equal(names(), null);
  await undo();
  assert.equal(names(), 'two.csv');
  await undo();
  await undo();
  assert.equal(names(), 'one.csv');
});
