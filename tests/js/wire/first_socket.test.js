import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';

import { firstWorker } from '../../../static/js/wire/first_worker.js';

const SCRIPT = readFileSync(new URL('../../../static/js/wire/first_socket.js', import.meta.url), 'utf8');

/** A page whose head has the script, with what is different in it. @param {object} [change] @param {string[]} [attributes] */
function run(change = {}, attributes = []) {
  /** @type {any[]} */
  const workers = [];
  class Worker {
    /** @param {string} url @param {object} options */
    constructor(url, options) {
      Object.assign(this, { url, options, orders: [] });
      workers.push(this);
    }

    /** @param {any} order */
    postMessage(order) {
      /** @type {any} */ (this).orders.push(order);
    }
  }
  const document = {
    baseURI: 'https://host/courses/ml/?a#b',
    currentScript: { dataset: { worker: './static/worker.js' } },
    documentElement: { hasAttribute: (/** @type {string} */ name) => attributes.includes(name) },
  };
  /** @type {any} */
  const page = { crossOriginIsolated: true, origin: 'https://host', SharedArrayBuffer, Worker, URL, document, ...change };
  page.window = page;
  runInContext(SCRIPT, createContext(page));
  return { page, workers };
}

test('the socket is opened by a worker of the page, and what it reports is kept', () => {
  const { page, workers: [worker, ...others] } = run();
  assert.equal(others.length, 0);
  assert.deepEqual([worker.url, { ...worker.options }], ['./static/worker.js', { type: 'module' }]);
  assert.deepEqual(worker.orders.map((/** @type {object} */ order) => ({ ...order })), [{ type: 'open', url: 'wss://host/courses/ml/socket' }]);
  worker.onmessage({ data: { type: 'wake' } });
  worker.onerror();
  const first = firstWorker(page, 'wss://host/courses/ml/socket');
  assert.equal(first?.worker, worker);
  assert.deepEqual(Array.from(first?.reports ?? [], (report) => ({ ...report })), [{ type: 'wake' }, { type: 'close', code: 1006 }]);
  assert.equal(firstWorker(page, 'wss://host/courses/ml/socket'), null, 'it serves one socket');
});

test('a socket to elsewhere does without it', () => {
  assert.equal(firstWorker(run().page, 'wss://host/socket'), null);
});

test('where no memory is shared, or the browser is too old, nothing is started', () => {
  assert.equal(run({ crossOriginIsolated: false }).workers.length, 0);
  assert.equal(run({ origin: 'null' }).workers.length, 0);
  assert.equal(run({}, ['data-standstill']).workers.length, 0);
  assert.equal(run({ SharedArrayBuffer: undefined }).workers.length, 0);
});

test('a page that may start no worker goes on without', () => {
  const { page } = run({ Worker: class { constructor() { throw new Error('not allowed'); } } });
  assert.equal(firstWorker(page, 'wss://host/courses/ml/socket'), null);
});
