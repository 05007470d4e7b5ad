import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { arrive } from '../../../../static/js/page/kept/arriving.js';
import { cardOf, shelfInMemory } from '../../kept/shelf_in_memory.js';

/** A tab that remembers the spiral. */
const remembering = () => {
  const memory = new Map([['experiment', 'spiral']]);
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    value: { getItem: (/** @type {string} */ key) => memory.get(key) ?? null, setItem: (/** @type {string} */ key, /** @type {string} */ value) => memory.set(key, value) },
  });
};
beforeEach(remembering);

const NOTHING = { whole: null, restored: null };

test('storage that can’t be opened, or not be read, leaves a page that begins: whatever a link brings is not lost with it', async () => {
  const { id, ...without } = await arrive(() => Promise.reject(new DOMException('no', 'SecurityError')));
  assert.match(id, /^[0-9a-f]{32}$/);
  assert.deepEqual(without, { shelf: null, ...NOTHING, fault: null });

  const shelf = shelfInMemory([{ card: cardOf('spiral'), kept: { form: 1 }, undo: null }]);
  shelf.refusal = new DOMException('Failed to read large IndexedDB value', 'DataError');
  const { id: begun, shelf: given, ...unread } = await arrive(async () => shelf);
  assert.match(begun, /^[0-9a-f]{32}$/);
  assert.equal(given, shelf, 'what comes from now on is kept');
  assert.deepEqual(unread, { ...NOTHING, fault: 'unread' });
  shelf.refusal = null;
  assert.ok(await shelf.read('spiral'), 'and what there was stays');
});

test('what is kept by a newer page is left as it is', async () => {
  const shelf = shelfInMemory([{ card: cardOf('spiral'), kept: { form: 99 }, undo: null }]);
  const arrived = await arrive(async () => shelf);
  assert.notEqual(arrived.id, 'spiral');
  assert.deepEqual([arrived.whole, arrived.restored, arrived.fault], [null, null, 'newer']);
});

test('an experiment whose form can’t be taken up does not keep the page from beginning', async () => {
  const shelf = shelfInMemory([{ card: cardOf('spiral'), kept: { form: 1, checkpoint: null }, undo: null }]);
  assert.equal((await arrive(async () => shelf)).fault, 'unread');
});
