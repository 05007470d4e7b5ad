import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusalWords } from '../../../static/js/page/reading/attempts.js';
import { connectionWords, isDown } from '../../../static/js/page/connection/connection_words.js';
import { undoWish } from '../../../static/js/page/keyboard/undo_keys.js';
import { neuronsOfNewLayer } from '../../../static/js/page/network/network_panel.js';
import { RefusedError } from '../../../static/js/wire/errors.js';

/** @type {import('../../../static/js/types.js').ConnectionState} */
const dropped = { status: 'offline', since: 10_000, attempt: 2, retry_at: 16_000, close_code: 1006 };

/** @param {Partial<typeof dropped>} changes @param {{met?: boolean, points?: number, now?: number}} [facts] */
function connectionSays(changes, { met = true, points = 3, now = 14_000 } = {}) {
  const { title, kept, next } = connectionWords({ connection: { ...dropped, ...changes }, met, points, now });
  return [title, kept, next].map(({ text }) => text);
}

test('a dropped connection says since when, and when the next try is due', () => {
  assert.deepEqual(connectionSays({}), ['The connection dropped 4 s ago.', 'Your points and the run are kept.', 'Next try in 2 s.']);
  assert.equal(connectionSays({}, { now: 10_500 })[0], 'The connection dropped.');
  assert.equal(connectionSays({ retry_at: null })[2], 'Trying now.');
  assert.equal(connectionSays({ retry_at: 14_100 })[2], 'Trying now.');
  assert.equal(connectionSays({}, { points: 0 })[1], 'The network and its settings are kept.');
});

test('a server that was never met, is full, or refuses the page is told apart', () => {
  assert.deepEqual(connectionSays({}, { met: false, points: 0 }).slice(0, 2), ['The server does not answer.', '']);
  assert.equal(connectionSays({ close_code: 1013 })[0], 'The server is full just now.');
  assert.deepEqual(connectionSays({ close_code: 4403 }, { met: false, points: 0 }).slice(0, 2), [
    'This server does not accept pages from this address.',
    'Who runs it can allow the address: CHAINRULE_ALLOWED_ORIGINS.',
  ]);
});

test('a try to connect again is a part of being down, the first one is not', () => {
  assert.equal(isDown({ ...dropped, status: 'connecting' }), true);
  assert.equal(isDown({ ...dropped, status: 'connecting', attempt: 0 }), false);
  assert.equal(isDown({ ...dropped, status: 'live', attempt: 0 }), false);
});

test('a refusal for the sake of a point that was undone meanwhile is no news', () => {
  const refusal = (/** @type {string} */ code) => new RefusedError({
    type: 'error', id: 1, code, field: 'point', given: 171, allowed: null, message: 'There is no point 171 any more.',
  });
  const point = { id: 171, x1: 0, x2: 0, target: 0, test: false };
  assert.equal(refusalWords(refusal('unknown_point'), { points: [] }), null);
  assert.equal(refusalWords(refusal('unknown_point'), { points: [point] }), 'There is no point 171 any more.');
  assert.equal(refusalWords(refusal('limit'), { points: [] }), 'There is no point 171 any more.');
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
