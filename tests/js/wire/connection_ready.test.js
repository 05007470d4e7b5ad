import assert from 'node:assert/strict';
import { test } from 'node:test';

import { connect } from '../../../static/js/wire/connection.js';
import { FakeSocket, FakeTimers } from './fakes.js';

test('a welcome waits until it is known what to go on with, in the order in which it came', async () => {
  /** @type {(value?: unknown) => void} */
  let know = () => {};
  /** @type {any[]} */
  const events = [];
  const connection = connect({
    url: 'ws://host/socket', WebSocketImpl: /** @type {any} */ (FakeSocket), timers: new FakeTimers(),
    onEvent: (event) => events.push(event), onFrame() {}, onStatus() {},
    resume: () => ({ checkpoint: /** @type {any} */ ({ version: 1, points: [] }), training: false }),
    ready: new Promise((resolve) => { know = resolve; }),
  });
  const newest = () => /** @type {FakeSocket} */ (FakeSocket.opened.at(-1));
  newest().receive({ type: 'welcome', protocol: 1, limits: {}, options: {}, state: { revision: 0 } });
  newest().receive({ type: 'status', status: 'paused', step: 0 });
  assert.ok(!connection.isLive());
  assert.deepEqual(newest().sent, []);
  know();
  await new Promise((resolve) => { setImmediate(resolve); });
  assert.ok(connection.isLive());
  assert.deepEqual(newest().sent.map(({ type }) => type), ['load']);
  assert.deepEqual(events.map(({ type }) => type), ['welcome', 'status']);
  newest().receive({ type: 'status', status: 'paused', step: 1 });
  assert.equal(events.length, 3, 'and nothing waits after that');
});
