import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectionWords } from '../../../static/js/page/connection_note.js';
import { costText } from '../../../static/js/page/cost_text.js';
import { undoWish } from '../../../static/js/page/keyboard.js';
import { neuronsOfNewLayer } from '../../../static/js/page/network_panel.js';

/** @type {import('../../../static/js/types.js').ConnectionState} */
const dropped = { status: 'offline', since: 10_000, attempt: 2, retry_at: 16_000, close_code: 1006 };

test('a dropped connection says since when, and when the next try is due', () => {
  assert.deepEqual(connectionWords(dropped, true, 14_000), {
    title: 'The connection dropped 4 s ago.',
    words: 'Your points and the run are kept. Next try in 2 s.',
  });
  assert.equal(connectionWords(dropped, true, 10_500).title, 'The connection dropped.');
  assert.match(connectionWords({ ...dropped, retry_at: null }, true, 14_000).words, /Trying now\.$/);
});

test('a server that was never met, or is full, is told apart', () => {
  assert.equal(connectionWords(dropped, false, 14_000).title, 'The server does not answer.');
  const full = connectionWords({ ...dropped, close_code: 1013 }, true, 14_000);
  assert.equal(full.title, 'The server is full just now.');
});

/** @param {Partial<KeyboardEvent>} event */
const key = (event) => undoWish(/** @type {KeyboardEvent} */ ({
  key: 'z', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...event,
}));

test('undo and redo by the keys of all systems, and by no others', () => {
  assert.equal(key({ ctrlKey: true }), 'undo');
  assert.equal(key({ metaKey: true }), 'undo');
  assert.equal(key({ ctrlKey: true, shiftKey: true, key: 'Z' }), 'redo');
  assert.equal(key({ ctrlKey: true, key: 'y' }), 'redo');
  assert.equal(key({}), null);
  assert.equal(key({ ctrlKey: true, altKey: true }), null);
});

test('a new layer is as wide as the one before it', () => {
  assert.equal(neuronsOfNewLayer([6, 4], 3), 6);
  assert.equal(neuronsOfNewLayer([6, 4], 2), 6);
  assert.equal(neuronsOfNewLayer([6, 4], 4), 4);
  assert.equal(neuronsOfNewLayer([], 2), 4);
  assert.equal(neuronsOfNewLayer([], 2, 3), 3, 'but no wider than the server takes');
});

test('a cost keeps digits that say something', () => {
  assert.equal(costText(0.0654), '0.065');
  assert.equal(costText(0), '0.000');
  assert.equal(costText(0.00004321), '4.3·10⁻⁵');
});
