import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { connect } from '../../../static/js/wire/connection.js';
import { ConnectionLostError, RefusedError } from '../../../static/js/wire/errors.js';
import { openPassSession } from '../../../static/js/wire/pass_session.js';
import { OPTIONS } from '../options.js';
import { FakeSocket, FakeTimers } from './fakes.js';

const WELCOME = { type: 'welcome', protocol: 1, limits: {}, options: OPTIONS, state: { revision: 0 } };

beforeEach(() => {
  FakeSocket.opened = [];
});

function start() {
  const timers = new FakeTimers();
  /** @type {boolean[]} */
  const live = [];
  const session = openPassSession((handlers) => connect({
    url: 'ws://host/socket', WebSocketImpl: /** @type {any} */ (FakeSocket), timers, ...handlers,
  }), (isLive) => live.push(isLive));
  return { session, timers, live };
}

/** @param {number} number @returns {any} */
const checkpoint = (number) => ({ version: 1, number });
const newest = () => /** @type {FakeSocket} */ (FakeSocket.opened.at(-1));

/** Lets promises that are settled go on. */
const settled = () => new Promise((resolve) => {
  setImmediate(resolve);
});

/** Answers the newest `load` and `trace`. @param {FakeSocket} socket @param {object} trace */
function answer(socket, trace) {
  const [load, question] = socket.sent.slice(-2);
  socket.receive({ type: 'ack', id: load.id });
  socket.receive({ type: 'trace', ...trace });
  socket.receive({ type: 'ack', id: question.id });
}

test('a checkpoint goes in and its pass comes out', async () => {
  const { session, live } = start();
  newest().receive(WELCOME);
  const passed = session.pass(checkpoint(1), 4);
  await settled();
  assert.deepEqual(newest().sent.map(({ type }) => type), ['load', 'trace']);
  assert.deepEqual(newest().sent[0].checkpoint, checkpoint(1));
  assert.equal(newest().sent[1].point, 4);
  answer(newest(), { cost: 2 });
  assert.deepEqual(await passed, { type: 'trace', cost: 2 });
  assert.deepEqual(live, [false, true]);
});

test('a question waits for the connection, and is asked again after a lost one', async () => {
  const { session, timers } = start();
  const passed = session.pass(checkpoint(2), 0);
  await settled();
  newest().receive(WELCOME);
  await settled();
  newest().drop();
  await settled();
  timers.advance(1000);
  newest().receive(WELCOME);
  await settled();
  assert.equal(FakeSocket.opened.length, 2);
  answer(newest(), { cost: 3 });
  assert.equal((await passed).cost, 3);
});

test('two questions at once each get their own pass', async () => {
  const { session } = start();
  newest().receive(WELCOME);
  const first = session.pass(checkpoint(1), 0);
  const second = session.pass(checkpoint(2), 0);
  await settled();
  const socket = newest();
  const ids = socket.sent.map(({ id }) => id);
  for (const [at, cost] of [[0, 1], [2, 2]]) {
    socket.receive({ type: 'ack', id: ids[at] });
    socket.receive({ type: 'trace', cost });
    socket.receive({ type: 'ack', id: ids[at + 1] });
    await settled();
  }
  assert.deepEqual([(await first).cost, (await second).cost], [1, 2]);
});

test('a refusal is handed on', async () => {
  const { session } = start();
  newest().receive(WELCOME);
  const passed = session.pass(checkpoint(1), 0);
  await settled();
  const [load, question] = newest().sent;
  newest().receive({ type: 'error', id: load.id, code: 'bad_checkpoint', message: 'It does not fit.', field: null, given: 1, allowed: 2 });
  newest().receive({ type: 'error', id: question.id, code: 'no_points', message: 'None.', field: null, given: 1, allowed: 2 });
  await assert.rejects(passed, (error) => error instanceof RefusedError && error.message === 'It does not fit.');
});

test('closing lets go of the connection and of who waits', async () => {
  const { session } = start();
  const passed = session.pass(checkpoint(1), 0);
  await settled();
  session.close();
  await assert.rejects(passed, ConnectionLostError);
  assert.equal(newest().closed, true);
});
