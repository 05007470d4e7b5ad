import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { ConnectionLostError } from '../../../static/js/wire/errors.js';
import { CHECKPOINT, WELCOME, newest, start } from './connected.js';
import { FakeSocket } from './fakes.js';

beforeEach(() => {
  FakeSocket.opened = [];
});

test('a page that is let go while idle sleeps, and goes on at the next touch from where it was', async () => {
  const { connection, timers, statuses, events } = start({ checkpoint: CHECKPOINT, training: false });
  newest().receive(WELCOME);
  newest().receive({ type: 'ack', id: 0, revision: 1, step: 5 });
  newest().drop(4408);
  timers.advance(60_000);
  assert.equal(FakeSocket.opened.length, 1, 'it asks for nothing while nobody does');
  assert.ok(connection.isLive(), 'nobody notices');
  const trained = connection.send({ type: 'train' });
  const moved = connection.send({ type: 'move_points', points: [] });
  assert.equal(FakeSocket.opened.length, 2);
  assert.deepEqual(newest().sent, []);
  newest().receive(WELCOME);
  assert.deepEqual(newest().sent.map(({ type }) => type), ['load', 'train', 'move_points']);
  assert.deepEqual(newest().sent[0].checkpoint, CHECKPOINT);
  const [, { id: first }, { id: second }] = newest().sent;
  newest().receive({ type: 'ack', id: first, revision: 1, step: 5 });
  newest().receive({ type: 'ack', id: second, revision: 1, step: 6 });
  assert.equal((await trained).step, 5);
  assert.equal((await moved).step, 6);
  assert.deepEqual(statuses.map(({ status }) => status), ['connecting', 'live', 'live', 'live']);
  assert.deepEqual(statuses.map(({ asleep }) => asleep), [false, false, true, false]);
  assert.equal(events.filter(({ type }) => type === 'welcome').at(-1).resuming, true);
});

test('a sleeping page that is touched comes back before anything is to be sent, and is asked for once', () => {
  const { connection, statuses } = start({ checkpoint: CHECKPOINT, training: false });
  newest().receive(WELCOME);
  newest().receive({ type: 'ack', id: 0, revision: 1, step: 5 });
  connection.wake();
  assert.equal(FakeSocket.opened.length, 1, 'it is awake');
  newest().drop(4408);
  connection.wake();
  connection.wake();
  assert.equal(FakeSocket.opened.length, 2);
  newest().receive(WELCOME);
  assert.deepEqual(newest().sent.map(({ type }) => type), ['load']);
  assert.equal(statuses.at(-1)?.asleep, false);
  connection.wake();
  assert.equal(FakeSocket.opened.length, 2);
});

test('a sleeping page whose server is gone says so, and tries again', async () => {
  const { connection, timers, statuses } = start();
  newest().receive(WELCOME);
  newest().drop(4408);
  const trained = connection.send({ type: 'train' });
  newest().drop(1006);
  await assert.rejects(trained, (error) => error instanceof ConnectionLostError);
  assert.equal(statuses.at(-1)?.status, 'offline');
  timers.advance(1000);
  assert.equal(FakeSocket.opened.length, 3);
});

test('a page that is let go with a command on its way comes back at once', async () => {
  const { connection, statuses } = start();
  newest().receive(WELCOME);
  const trained = connection.send({ type: 'train' });
  newest().drop(4408);
  await assert.rejects(trained, (error) => error instanceof ConnectionLostError);
  assert.equal(statuses.at(-1)?.status, 'offline');
});
