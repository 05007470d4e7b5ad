import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { connect } from '../../../static/js/wire/connection.js';
import { fallbackSocket } from '../../../static/js/wire/fallback_socket.js';
import { OPTIONS } from '../options.js';
import { FakeSocket, FakeTimers } from './fakes.js';

/** One that comes up when a test says so. */
class FakeRisingSocket extends FakeSocket {
  /** @type {FakeRisingSocket[]} */
  static opened = [];
  /** @type {(() => void) | null} */
  onup = null;

  /** @param {string} url */
  constructor(url) {
    super(url);
    FakeSocket.opened.pop();
    FakeRisingSocket.opened.push(this);
  }

  /** Like one whose worker never began: it ends at once. */
  close() {
    super.close();
    this.drop();
  }
}

const TRAIN = { type: 'train', id: 0 };
const PATIENCE = 3000;
/** @type {FakeTimers} */
let timers;
/** @type {any[]} */
let received;
/** @type {number[]} */
let closed;
/** @type {ReturnType<typeof fallbackSocket>} */
let Socket;

const wished = () => /** @type {FakeRisingSocket} */ (FakeRisingSocket.opened.at(-1));
const ordinary = () => /** @type {FakeSocket} */ (FakeSocket.opened.at(-1));

/** @param {any} [Wished] */
function open(Wished = FakeRisingSocket) {
  Socket = fallbackSocket({ Wished, Ordinary: FakeSocket, timers });
  return again();
}

/** Another one, as a connection opens it that was lost. */
function again() {
  const socket = new Socket('ws://host/socket');
  socket.onmessage = ({ data }) => received.push(JSON.parse(data));
  socket.onclose = ({ code }) => closed.push(code);
  return socket;
}

beforeEach(() => {
  FakeSocket.opened = [];
  FakeRisingSocket.opened = [];
  [timers, received, closed] = [new FakeTimers(), [], []];
});

test('one that comes up is used, however long the server takes', () => {
  const socket = open();
  timers.advance(PATIENCE - 500);
  wished().onup?.();
  timers.advance(60_000);
  assert.equal(FakeSocket.opened.length, 0);
  socket.send(JSON.stringify(TRAIN));
  assert.deepEqual(wished().sent, [TRAIN]);
  wished().receive({ type: 'ack' });
  wished().drop(1001);
  assert.deepEqual([received, closed], [[{ type: 'ack' }], [1001]]);
  assert.equal(FakeSocket.opened.length, 0, 'a connection that was lost is not a worker that failed');
});

test('what was sent before it came up is sent when it is', () => {
  const socket = open();
  socket.send(JSON.stringify(TRAIN));
  assert.deepEqual(wished().sent, []);
  wished().onup?.();
  assert.deepEqual(wished().sent, [TRAIN]);
});

test('one that says nothing is replaced after a few seconds, and no command is lost', () => {
  const socket = open();
  socket.send(JSON.stringify(TRAIN));
  timers.advance(PATIENCE - 1);
  assert.equal(FakeSocket.opened.length, 0);
  timers.advance(1);
  assert.ok(wished().closed);
  assert.equal(ordinary().url, 'ws://host/socket');
  assert.equal(ordinary().binaryType, 'arraybuffer');
  assert.deepEqual(ordinary().sent, [], 'it is not open yet');
  socket.send(JSON.stringify({ type: 'pause', id: 1 }));
  ordinary().onopen?.();
  assert.deepEqual(ordinary().sent, [TRAIN, { type: 'pause', id: 1 }]);
  ordinary().receive({ type: 'ack', id: 0 });
  ordinary().drop(1001);
  assert.deepEqual([received, closed], [[{ type: 'ack', id: 0 }], [1001]]);
});

test('after one that said nothing, the next are ordinary at once', () => {
  open();
  timers.advance(PATIENCE);
  ordinary().drop();
  again();
  assert.deepEqual([FakeRisingSocket.opened.length, FakeSocket.opened.length], [1, 2]);
});

test('one that fails is replaced at once, and the next is tried again', () => {
  const socket = open();
  socket.send(JSON.stringify(TRAIN));
  wished().drop();
  ordinary().onopen?.();
  assert.deepEqual(ordinary().sent, [TRAIN]);
  assert.deepEqual(closed, [], 'nothing has ended');
  timers.advance(60_000);
  assert.equal(FakeSocket.opened.length, 1);
  again();
  assert.equal(FakeRisingSocket.opened.length, 2);
});

test('one that can not even be made is replaced at once', () => {
  const socket = open(class {
    constructor() {
      throw new ReferenceError('SharedArrayBuffer');
    }
  });
  ordinary().onopen?.();
  socket.send(JSON.stringify(TRAIN));
  assert.deepEqual(ordinary().sent, [TRAIN]);
});

test('closed while it waits, it opens nothing more', () => {
  open().close();
  timers.advance(60_000);
  assert.deepEqual([wished().closed, FakeSocket.opened.length, closed], [true, 0, [1006]]);
});

test('a page that stood still itself for seconds gives the other one its time', () => {
  open();
  timers.time += 10 * PATIENCE; // all tasks come late now; the first of them is a look
  timers.advance(0);
  wished().onup?.();
  timers.advance(60_000);
  assert.equal(FakeSocket.opened.length, 0);
});

test('a connection over a worker that says nothing is live all the same, and has its commands answered', async () => {
  open();
  const statuses = /** @type {string[]} */ ([]);
  const connection = connect({
    url: 'ws://host/socket', WebSocketImpl: Socket, timers, onEvent() {}, onFrame() {},
    onStatus: ({ status }) => statuses.push(status), resume: () => null,
  });
  timers.advance(PATIENCE);
  ordinary().onopen?.();
  ordinary().receive({ type: 'welcome', protocol: 1, limits: {}, options: OPTIONS, state: {} });
  assert.deepEqual(statuses, ['connecting', 'live'], 'nobody is told of a fault');
  const trained = connection.send({ type: 'train' });
  assert.deepEqual(ordinary().sent, [TRAIN]);
  ordinary().receive({ type: 'ack', id: 0, revision: 0, step: 1 });
  assert.deepEqual(await trained, { type: 'ack', id: 0, revision: 0, step: 1 });
});
