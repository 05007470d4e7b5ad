import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectionWords, isDown } from '../../../../static/js/page/connection/connection_words.js';

/** @type {import('../../../../static/js/types.js').ConnectionState} */
const dropped = { status: 'offline', since: 10_000, attempt: 2, retry_at: 16_000, close_code: 1006 };

/** @param {Partial<typeof dropped>} changes @param {{met?: boolean, points?: number, now?: number, answers?: boolean, origin?: string}} [facts] */
function connectionSays(changes, { met = true, points = 3, now = 14_000, answers = false, origin = 'https://school.example' } = {}) {
  const { title, kept, next } = connectionWords({ connection: { ...dropped, ...changes }, met, points, now, answers, origin });
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
  assert.equal(
    connectionSays({}, { met: false, points: 0, answers: true })[0],
    'The server answers, but opens no WebSocket: a proxy on the way may cut it off.');
  assert.equal(connectionSays({}, { answers: true })[0], 'The connection dropped 4 s ago.', 'it did open before');
  assert.equal(connectionSays({ close_code: 1013 })[0], 'The server is full just now, or has too many pages from your address.');
  assert.deepEqual(connectionSays({ close_code: 4403 }, { met: false, points: 0 }).slice(0, 2), [
    'This server does not accept pages from https://school.example.',
    'Whoever runs it can allow that by CHAINRULE_ALLOWED_ORIGINS=https://school.example.',
  ]);
  assert.deepEqual(connectionSays({ close_code: 4403 }, { met: false, points: 0, origin: 'null' }).slice(0, 2), [
    'This server does not accept pages in a sandboxed frame.',
    'Whoever runs it can allow that by CHAINRULE_FRAME_ANCESTORS.',
  ]);
});

test('a try to connect again is a part of being down, the first one is not', () => {
  assert.equal(isDown({ ...dropped, status: 'connecting' }), true);
  assert.equal(isDown({ ...dropped, status: 'connecting', attempt: 0 }), false);
  assert.equal(isDown({ ...dropped, status: 'live', attempt: 0 }), false);
});
