import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createPace } from '../../../static/js/wire/pace.js';
import { FakeTimers } from './fakes.js';

test('no more commands go in any second than the server takes, and none is lost or overtakes another', () => {
  const timers = new FakeTimers();
  /** @type {{text: string, at: number}[]} */
  const sent = [];
  const pace = createPace(timers, (text) => sent.push({ text, at: timers.now() }));
  pace.begin(5);
  for (let index = 0; index < 40; index++) {
    pace.put(String(index));
    timers.advance(10);
  }
  timers.advance(20_000);
  assert.deepEqual(sent.map(({ text }) => text), Array.from({ length: 40 }, (_, index) => String(index)));
  // The server's bucket: 5 a second, and 10 at once.
  let [tokens, before] = [10, 0];
  for (const { at } of sent) {
    tokens = Math.min(10, tokens + (5 * (at - before)) / 1000);
    before = at;
    assert.ok(tokens >= 1, `the server would cut the page off at ${at} ms`);
    tokens -= 1;
  }
});

test('a command that is alone goes at once, and without a limit all do', () => {
  const timers = new FakeTimers();
  /** @type {string[]} */
  const sent = [];
  const pace = createPace(timers, (text) => sent.push(text));
  pace.begin(1);
  pace.put('a');
  assert.deepEqual(sent, ['a']);
  pace.begin();
  for (let index = 0; index < 500; index++) pace.put('b');
  assert.equal(sent.length, 501);
});

test('what waited for a connection that ended is not sent to the next one', () => {
  const timers = new FakeTimers();
  /** @type {string[]} */
  const sent = [];
  const pace = createPace(timers, (text) => sent.push(text));
  pace.begin(1);
  pace.put('a');
  pace.put('b');
  pace.begin(1);
  timers.advance(10_000);
  assert.deepEqual(sent, ['a']);
});
