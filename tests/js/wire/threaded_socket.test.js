import { setImmediate } from 'node:timers/promises';
import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

import { ringBuffer, ringWriter } from '../../../static/js/wire/ring.js';
import { threadedSocket } from '../../../static/js/wire/threaded_socket.js';

/** A worker that does what a test tells it; `orders` are those that it got. */
class FakeWorker {
  /** @type {any[]} */
  orders = [];
  /** @type {((event: {data: any}) => void) | null} */
  onmessage = null;
  /** @type {(() => void) | null} */
  onerror = null;
  terminated = false;
  postMessage = (/** @type {any} */ order) => void this.orders.push(order);
  terminate = () => void (this.terminated = true);
}

const frame = () => new ArrayBuffer(8);
/** @type {FakeWorker} */
let worker;
/** @type {Array<() => void>} */
let looks;
/** @type {any[]} */
let received;
/** @type {number[]} */
let closed;
/** @type {InstanceType<ReturnType<typeof threadedSocket>>} */
let socket;
/** @type {ReturnType<typeof ringWriter>} */
let ring;
/** What the worker says first. @type {{data: {type: 'up', buffer: SharedArrayBuffer}}} */
let up;
/** The worker that the page started before this socket was asked for. @type {import('../../../static/js/wire/threaded_socket.js').Started | null} */
let started;

let now = 1000;

/** The beginning of an animation frame. */
function beginFrame() {
  const due = looks;
  looks = [];
  for (const look of due) look();
}

beforeEach(() => {
  mock.restoreAll();
  mock.method(performance, 'now', () => now);
  [worker, looks, received, closed, started] = [new FakeWorker(), [], [], [], null];
  const buffer = ringBuffer();
  ring = ringWriter(buffer);
  up = { data: { type: 'up', buffer } };
  open();
});

function open() {
  const Socket = threadedSocket({
    startWorker: () => /** @type {any} */ (worker),
    startedWorker: () => started,
    beforeFrame: (look) => void looks.push(look),
  });
  socket = new Socket('ws://host/socket');
  socket.onmessage = ({ data }) => received.push(data);
  socket.onclose = ({ code }) => closed.push(code);
}

test('it opens, sends and closes in its worker', () => {
  assert.equal(worker.orders[0].type, 'open');
  assert.equal(worker.orders[0].url, 'ws://host/socket');
  worker.onmessage?.(up);
  socket.send('{}');
  socket.close();
  assert.deepEqual(worker.orders.slice(1), [{ type: 'send', text: '{}' }, { type: 'close' }]);
  worker.onmessage?.({ data: { type: 'close', code: 1001 } });
  assert.deepEqual([closed, worker.terminated], [[1001], true]);
});

test('a worker that fails is a connection that was lost', () => {
  worker.onerror?.();
  assert.deepEqual([closed, worker.terminated], [[1006], true]);
});

test('it tells when its worker has begun, once', () => {
  const begun = mock.fn();
  socket.onup = begun;
  worker.onmessage?.({ data: { type: 'wake' } });
  assert.equal(begun.mock.callCount(), 0);
  worker.onmessage?.(up);
  assert.equal(begun.mock.callCount(), 1);
});

test('closed before its worker has begun, it waits for nothing', () => {
  socket.close();
  assert.deepEqual([closed, worker.terminated], [[1006], true]);
});

test('woken, it hands on all that is there, and what is posted after it', () => {
  worker.onmessage?.(up);
  const first = frame();
  ring.write('welcome');
  ring.write(first);
  worker.onmessage?.({ data: { type: 'wake' } });
  assert.deepEqual(received, ['welcome', first]);
  ring.write('ack');
  worker.onmessage?.({ data: { type: 'message', data: 'a trace that had no room' } });
  assert.deepEqual(received.slice(2), ['ack', 'a trace that had no room']);
  assert.deepEqual(worker.orders.at(-1), { type: 'taken' });
});

test('what was written before the end is handed on before it', () => {
  worker.onmessage?.(up);
  ring.write('diverged');
  socket.onclose = () => received.push('the end');
  worker.onmessage?.({ data: { type: 'close', code: 1000 } });
  assert.deepEqual(received, ['diverged', 'the end']);
});

test('a listener that fails at a message is told of the end all the same', () => {
  worker.onmessage?.(up);
  ring.write('broken');
  socket.onmessage = () => {
    throw new Error('broken');
  };
  assert.throws(() => worker.onmessage?.({ data: { type: 'close', code: 1000 } }), /broken/);
  assert.deepEqual([closed, worker.terminated], [[1000], true]);
});

test('the frame after a command begins with its answer, and with nothing else', () => {
  worker.onmessage?.(up);
  socket.send('{"type":"add_points"}');
  const [old, trained, later] = [frame(), frame(), frame()];
  ring.write(old);
  beginFrame();
  assert.deepEqual(received, [], 'a frame of before the answer can wait for its task');
  ring.write('ack');
  ring.write(trained);
  beginFrame();
  assert.deepEqual(received, [old, 'ack', trained]);
  ring.write(later);
  beginFrame();
  assert.deepEqual(received.slice(3), [later], 'what comes of it may come a little later');
});

test('it stops looking soon after the answer, and some time after a command without one', () => {
  worker.onmessage?.(up);
  assert.equal(looks.length, 0);
  socket.send('{}');
  socket.send('{}');
  assert.equal(looks.length, 1);
  ring.write('ack');
  worker.onmessage?.({ data: { type: 'wake' } });
  now += 40;
  beginFrame();
  assert.equal(looks.length, 0);
  socket.send('{}');
  for (let i = 0; i < 20; i++) {
    now += 16;
    beginFrame();
  }
  assert.equal(looks.length, 0);
});

test('of a worker that was started before it, it takes what that has said, once somebody can listen', async () => {
  started = { worker: /** @type {any} */ (worker), reports: [up.data, { type: 'wake' }] };
  worker.orders = [];
  ring.write('welcome');
  open();
  const begun = mock.fn();
  socket.onup = begun;
  assert.deepEqual(received, []);
  await setImmediate();
  assert.deepEqual([begun.mock.callCount(), received], [1, ['welcome']]);
  ring.write('ack');
  worker.onmessage?.({ data: { type: 'wake' } });
  socket.send('{}');
  assert.deepEqual([received, worker.orders], [['welcome', 'ack'], [{ type: 'send', text: '{}' }]]);
});

test('a worker that had failed by then is a connection that was lost', async () => {
  started = { worker: /** @type {any} */ (worker), reports: [{ type: 'close', code: 1006 }] };
  open();
  await setImmediate();
  assert.deepEqual([closed, worker.terminated], [[1006], true]);
});

test('a report that a listener fails at keeps none behind it', async () => {
  started = { worker: /** @type {any} */ (worker), reports: [up.data, { type: 'wake' }, { type: 'close', code: 1006 }] };
  const failures = mock.fn();
  mock.method(globalThis, 'queueMicrotask', (/** @type {() => void} */ act) => { Promise.resolve().then(act).catch(failures); });
  open();
  socket.onup = () => { throw new Error('nobody expects it'); };
  await setImmediate();
  mock.restoreAll();
  assert.equal(failures.mock.callCount(), 1);
  assert.deepEqual(closed, [1006]);
});
