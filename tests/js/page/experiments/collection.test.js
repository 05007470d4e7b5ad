import assert from 'node:assert/strict';
import { test } from 'node:test';

import { GoneError, OpenElsewhereError } from '../../../../static/js/kept/shelf.js';
import { createCollection } from '../../../../static/js/page/experiments/collection.js';
import { faultWords, isFound } from '../../../../static/js/page/experiments/words.js';
import { cardOf, shelfInMemory } from '../../kept/shelf_in_memory.js';

/** @param {string} id @param {Partial<import('../../../../static/js/kept/shelf.js').Card>} [about] */
const whole = (id, about) => ({
  card: cardOf(id, about), kept: { of: id, checkpoint: { points: [] }, drawn: null }, undo: { past: [id], future: [] },
});
const STORED = () => [whole('spiral', { changed: 3 }), whole('moons', { changed: 2 }), whole('rings', { changed: 1 })];

/** A list as a tab has it. @param {ReturnType<typeof shelfInMemory>} shelf @param {string[]} [open] in other tabs */
const tab = (shelf, open = []) => createCollection({
  shelf, openElsewhere: async () => new Set(open), freeName: async (name) => `${name} 2`, newId: () => 'new',
});

/** @param {ReturnType<typeof tab>} collection */
const shown = ({ cards }) => cards.map(({ name, deleted }) => (deleted ? `(${name})` : name));

test('what was deleted comes back whole, though another tab cleared it away', async () => {
  const shelf = shelfInMemory(STORED());
  const [here, there] = [tab(shelf), tab(shelf)];
  await here.read(true);
  await here.remove(here.cards[1]);
  await there.read(true);
  assert.deepEqual(shown(there), ['spiral', 'rings']);
  assert.equal(await shelf.read('moons'), null, 'its room is free');
  await here.putBack(here.cards[1]);
  assert.deepEqual(await shelf.read('moons'), STORED()[1]);
  assert.deepEqual(shown(here), ['spiral', 'moons', 'rings']);
});

test('what is put back is what another tab made of it meanwhile', async () => {
  const shelf = shelfInMemory(STORED());
  const here = tab(shelf);
  await here.read(true);
  await here.remove(here.cards[0]);
  const { card, undo } = whole('spiral', { step: 70 });
  await shelf.write(card, { kept: /** @type {any} */ ({ of: 'step 70' }), undo: /** @type {any} */ (undo) });
  await here.putBack(here.cards[0]);
  assert.deepEqual((await shelf.read('spiral'))?.kept, { of: 'step 70' });
  assert.equal(here.cards[0].step, 70);
});

test('a list that is read again while it is looked at keeps the places of what was deleted in it; looked at anew, it has none', async () => {
  const shelf = shelfInMemory(STORED());
  /** @type {string[]} */
  const open = [];
  const here = tab(shelf, open);
  await here.read(true);
  await here.remove(here.cards[1]);
  await here.remove(here.cards[2]);
  open.push('rings');
  const { card, kept, undo } = whole('from a file', { changed: 9 });
  await shelf.write(card, /** @type {any} */ ({ kept, undo }));
  await here.read(false);
  assert.deepEqual(shown(here), ['from a file', 'spiral', '(moons)', '(rings)']);
  await here.putBack(here.cards[2]);
  assert.ok(await shelf.read('moons'));
  await here.read(true);
  assert.deepEqual(shown(here), ['from a file', 'spiral', 'moons']);
  assert.ok(await shelf.read('rings'), 'another tab has it');
});

test('what was deleted last is what is put back first', async () => {
  const here = tab(shelfInMemory(STORED()));
  await here.read(true);
  const last = () => here.lastRemoved;
  assert.equal(last(), null);
  await here.remove(here.cards[2]);
  await here.remove(here.cards[0]);
  for (const id of ['spiral', 'rings']) {
    const card = last();
    assert.ok(card && card.id === id);
    await here.putBack(card);
  }
  assert.equal(last(), null);
});

test('a name is given to what is kept by now, and nothing comes of one that is gone', async () => {
  const shelf = shelfInMemory(STORED());
  const here = tab(shelf);
  await here.read(true);
  const [spiral, moons] = here.cards;
  await shelf.amend('spiral', { step: 40 });
  await here.rename(spiral, 'Arms');
  assert.deepEqual((await shelf.read('spiral'))?.card, { ...spiral, name: 'Arms', named: true, step: 40 });
  await shelf.remove('moons');
  await assert.rejects(here.rename(moons, 'Arcs'), GoneError);
  await assert.rejects(here.duplicate(moons), GoneError);
  await assert.rejects(here.remove(moons), GoneError);
  assert.equal((await shelf.cards()).length, 2, 'no card without what it tells of');
});

test('what another tab has on its page is not deleted under it', async () => {
  const shelf = shelfInMemory(STORED());
  const here = tab(shelf, ['moons']);
  await here.read(true);
  assert.deepEqual(here.cards.map(here.isElsewhere), [false, true, false]);
  await assert.rejects(here.remove(here.cards[1]), OpenElsewhereError);
  assert.deepEqual(shown(here), ['spiral', 'moons', 'rings']);
  assert.equal((await shelf.read('moons'))?.card.deleted, false);
  assert.equal(faultWords('deleted', 'moons', new OpenElsewhereError()),
    '“moons” is not deleted: it is open in another tab, which goes on with it. Close that tab, and try again.');
});

test('an experiment is found by its name and by what its points are called', () => {
  const named = cardOf('1', { name: 'Period 3', data: 'Two moons' });
  assert.deepEqual(['period', ' MOONS ', '', 'spiral'].map((text) => isFound(named, text)), [true, true, true, false]);
  assert.ok(!isFound(cardOf('2', { name: 'Kept before' }), 'moons'), 'what was kept before has its name alone');
});

test('a copy has everything and a name of its own', async () => {
  const shelf = shelfInMemory(STORED());
  const here = tab(shelf);
  await here.read(true);
  await here.duplicate(here.cards[0]);
  const copy = await shelf.read('new');
  assert.deepEqual([copy?.card.name, copy?.kept, copy?.undo], ['spiral 2', STORED()[0].kept, STORED()[0].undo]);
});

test('what storage refuses is told, and the list stays as it is', async () => {
  const shelf = shelfInMemory(STORED());
  const here = tab(shelf);
  await here.read(true);
  shelf.refusal = new DOMException('no room', 'QuotaExceededError');
  const [spiral] = here.cards;
  for (const act of [() => here.rename(spiral, 'Arms'), () => here.duplicate(spiral), () => here.remove(spiral), () => here.parcels(), () => here.read(true)]) {
    await assert.rejects(act, shelf.refusal);
    assert.deepEqual(shown(here), ['spiral', 'moons', 'rings']);
  }
  assert.equal(faultWords('duplicated', 'spiral', shelf.refusal),
    '“spiral” is not duplicated: this browser’s room is full. Delete some, or take all out, and try again.');
  assert.equal(faultWords('read', '', new Error('gone')),
    'What is kept could not be read: this browser’s storage does not answer. Try again; if it stays so, reload the page.');
  assert.equal(faultWords('put back', 'spiral', new GoneError()), '“spiral” is not put back: it is not kept any more.');
});
