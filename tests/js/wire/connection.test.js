import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { connect } from '../../../static/js/wire/connection.js';
import { ConnectionLostError, RefusedError } from '../../../static/js/wire/errors.js';
import { CHECKPOINT, WELCOME, newest, start } from './connected.js';
import { FakeSocket, FakeTimers } from './fakes.js';

beforeEach(() => {
  FakeSocket.opened = [];
});

test('a connection is live once the server has welcomed it', () => {
  const { connection, events, statuses } = start();
  assert.equal(newest().url, 'ws://host/socket');
  assert.equal(newest().binaryType, 'arraybuffer');
  assert.ok(!connection.isLive());
  newest().receive(WELCOME);
  assert.ok(connection.isLive());
  assert.deepEqual(statuses.map(({ status }) => status), ['connecting', 'live']);
  assert.deepEqual(events, [{ ...WELCOME, resuming: false }]);
  assert.deepEqual(newest().sent, [], 'nothing to resume');
});

test('commands get increasing ids, and each promise its own answer', async () => {
  const { connection, events } = start();
  newest().receive(WELCOME);
  const trained = connection.send({ type: 'train' });
  const moved = connection.send({ type: 'move_points', points: [] });
  assert.deepEqual(newest().sent, [{ type: 'train', id: 0 }, { type: 'move_points', points: [], id: 1 }]);
  const error = {
    type: 'error', id: 1, code: 'unknown_point', field: 'points.0.id', given: 7, allowed: null,
    message: 'There is no point 7.',
  };
  newest().receive(error);
  newest().receive({ type: 'ack', id: 0, revision: 1, step: 5 });
  assert.deepEqual(await trained, { type: 'ack', id: 0, revision: 1, step: 5 });
  await assert.rejects(moved, (refusal) => refusal instanceof RefusedError && refusal.code === 'unknown_point'
    && refusal.field === 'points.0.id' && refusal.message === 'There is no point 7.');
  assert.deepEqual(events.slice(1), [error, { type: 'ack', id: 0, revision: 1, step: 5 }]);
});

test('frames are decoded and handed on', () => {
  const { frames } = start();
  newest().receive(WELCOME);
  const header = new DataView(new ArrayBuffer(72));
  header.setUint32(0, 0x31524843, true);
  header.setFloat64(16, 12, true);
  newest().receive(header.buffer);
  assert.equal(frames[0].step, 12);
});

test('a lost connection rejects what waits and is tried again after 1, 2, 4, 8, 8 seconds', async () => {
  const { connection, timers, statuses } = start();
  newest().receive(WELCOME);
  const sent = connection.send({ type: 'train' });
  timers.advance(500);
  newest().drop(1001);
  await assert.rejects(sent, ConnectionLostError);
  assert.deepEqual(statuses.at(-1), {
    status: 'offline', since: 500, attempt: 1, retry_at: 1500, close_code: 1001, asleep: false,
  });
  for (const seconds of [1, 2, 4, 8, 8]) {
    const before = FakeSocket.opened.length;
    timers.advance(1000 * seconds - 1);
    assert.equal(FakeSocket.opened.length, before, `not yet, just before ${seconds} s`);
    timers.advance(1);
    assert.equal(FakeSocket.opened.length, before + 1, `after ${seconds} s`);
    newest().drop();
  }
});

test('why the last socket closed is told through the next try, until a welcome', () => {
  const { timers, statuses } = start();
  newest().drop(1013);
  timers.advance(1000);
  assert.deepEqual([statuses.at(-1)?.status, statuses.at(-1)?.close_code], ['connecting', 1013]);
  newest().receive(WELCOME);
  assert.deepEqual([statuses.at(-1)?.status, statuses.at(-1)?.close_code], ['live', null]);
});

test('a welcome starts the waiting times anew', () => {
  const { timers, statuses } = start();
  newest().drop();
  timers.advance(1000);
  newest().drop();
  timers.advance(2000);
  newest().receive(WELCOME);
  newest().drop();
  assert.equal(statuses.at(-1)?.retry_at, timers.now() + 1000);
});

test('retrying now does not wait, and does not open a second socket', () => {
  const { connection, timers } = start();
  newest().drop();
  connection.retryNow();
  assert.equal(FakeSocket.opened.length, 2);
  connection.retryNow();
  timers.advance(1500);
  assert.equal(FakeSocket.opened.length, 2);
});

test('a server that does not welcome is given up and tried again', () => {
  const { timers, statuses } = start();
  timers.advance(10000);
  assert.ok(newest().closed);
  assert.equal(statuses.at(-1)?.status, 'offline');
  timers.advance(1000);
  assert.equal(FakeSocket.opened.length, 2);
});

test('on reconnecting the checkpoint is loaded before any other command', () => {
  const { connection, events, timers } = start({ checkpoint: CHECKPOINT, training: true });
  newest().drop();
  timers.advance(1000);
  newest().receive(WELCOME);
  connection.send({ type: 'pause' });
  assert.deepEqual(newest().sent, [
    { type: 'load', checkpoint: CHECKPOINT, training: true, id: 0 }, { type: 'pause', id: 1 },
  ]);
  assert.equal(events[0].resuming, true);
});

test('the speed is told before what trains at it: as fast as it goes would be hundreds of steps', () => {
  for (const speed of [1, null]) {
    start({ checkpoint: CHECKPOINT, training: true, updates_per_second: speed });
    newest().receive(WELCOME);
    assert.deepEqual(newest().sent, [
      { type: 'speed', updates_per_second: speed, id: 0 }, { type: 'load', checkpoint: CHECKPOINT, training: true, id: 1 },
    ]);
  }
});

test('when the server refuses the checkpoint, its own state is what holds', async () => {
  const { connection, events } = start({ checkpoint: CHECKPOINT, training: false });
  newest().receive(WELCOME);
  newest().receive({ type: 'error', id: 0, code: 'bad_checkpoint', message: 'Too many.', field: null });
  const next = connection.send({ type: 'train' });
  newest().receive({ type: 'ack', id: 1, revision: 0, step: 0 });
  await next;
  assert.deepEqual(events.at(-1), { ...WELCOME, resuming: false });
});

test('a command without a connection is refused and says so', async () => {
  const { connection } = start();
  await assert.rejects(connection.send({ type: 'train' }), (error) => error instanceof ConnectionLostError
    && error.message.includes('no connection to the server'));
  assert.deepEqual(newest().sent, []);
});

test('what an older socket still says is not heard', () => {
  const { connection, timers, events } = start();
  const old = newest();
  old.drop();
  timers.advance(1000);
  old.receive(WELCOME);
  assert.ok(!connection.isLive());
  assert.deepEqual(events, []);
});

test('a closed connection stays closed', async () => {
  const { connection, timers } = start();
  newest().receive(WELCOME);
  const sent = connection.send({ type: 'train' });
  connection.close();
  assert.ok(newest().closed);
  await assert.rejects(sent, ConnectionLostError);
  connection.retryNow();
  timers.advance(60000);
  assert.equal(FakeSocket.opened.length, 1);
});

test('a message that is larger than the server takes is refused here: the server would close the connection', async () => {
  const { connection, events } = start();
  newest().receive({ ...WELCOME, limits: { max_message_bytes: 1024 } });
  const before = events.length;
  const { id, acknowledged } = connection.issue({ type: 'replace_points', points: Array(500).fill(0) });
  assert.equal(events.length, before, 'whoever sends it knows its id first');
  await assert.rejects(acknowledged, (refusal) => refusal instanceof RefusedError && refusal.code === 'limit'
    && /^That is more than this server takes at once: 2 kB, and at most 1 kB\./.test(refusal.message));
  assert.deepEqual([events.at(-1).type, events.at(-1).id], ['error', id]);
  assert.deepEqual(newest().sent, []);
});

test('what a server does not take over is handed back with the reason', async () => {
  /** @type {any[]} */
  const left = [];
  const timers = new FakeTimers();
  connect({
    url: 'ws://host/socket', WebSocketImpl: /** @type {any} */ (FakeSocket), timers,
    onEvent() {}, onFrame() {}, onStatus() {},
    resume: () => /** @type {any} */ ({ checkpoint: CHECKPOINT, training: false }),
    onLeftBehind: (checkpoint, { message }) => left.push([checkpoint, message]),
  });
  newest().receive(WELCOME);
  newest().receive({ type: 'error', id: 0, code: 'limit', field: null, given: 2, allowed: '', message: 'Too many.' });
  await Promise.resolve();
  await new Promise(setImmediate);
  assert.deepEqual(left, [[CHECKPOINT, 'Too many.']]);
});
