import assert from 'node:assert/strict';
import { test } from 'node:test';

import { inPieces } from '../../../static/js/ui/pieces.js';

/** Pieces of which each takes a time, with a clock that they move on; and how long the work was each time before others had a turn. */
function worked(/** @type {number[]} */ times) {
  let clock = 0;
  let since = 0;
  /** @type {number[]} */
  const runs = [];
  /** @type {number[]} */
  const done = [];
  const over = () => {
    runs.push(clock - since);
    since = clock;
  };
  const scheduler = {
    now: () => clock,
    async turn() {
      over();
      clock += 100; // however long the others take, that is not this work's
      since = clock;
    },
  };
  const pieces = times.map((time, at) => () => {
    clock += time;
    done.push(at);
  });
  return { pieces, scheduler, runs, done, over };
}

test('the others have their turn as often as the work has taken some milliseconds', async () => {
  const { pieces, scheduler, runs, done, over } = worked([4, 4, 4, 4, 4, 4, 4]);
  await inPieces(pieces, scheduler);
  over();
  assert.deepEqual(done, [0, 1, 2, 3, 4, 5, 6]);
  assert.deepEqual(runs, [8, 8, 8, 4]);
});

test('a piece that takes long is followed by a turn, and short ones share one', async () => {
  const { pieces, scheduler, runs, over } = worked([1, 20, 1, 1]);
  await inPieces(pieces, scheduler);
  over();
  assert.deepEqual(runs, [21, 2]);
});

test('what begins the work is a part of it', async () => {
  let clock = 0;
  let turns = 0;
  function* pieces() {
    clock += 10;
    yield () => {};
    yield () => {};
  }
  await inPieces(pieces(), { now: () => clock, turn: async () => { turns++; } });
  assert.equal(turns, 1);
});

test('one that fails ends the work', async () => {
  const { pieces, scheduler, done } = worked([11, 11]);
  const broken = () => { throw new Error('broken'); };
  await assert.rejects(inPieces([pieces[0], broken, pieces[1]], scheduler), /broken/);
  assert.deepEqual(done, [0]);
});

test('messages that wait are heard between two pieces', async () => {
  /** @type {string[]} */
  const heard = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => heard.push('message');
  port2.postMessage(null);
  let clock = 0;
  const piece = (/** @type {string} */ name) => () => {
    heard.push(name);
    clock += 50;
  };
  await inPieces([piece('first'), piece('second')], { now: () => clock });
  port1.close();
  assert.deepEqual(heard, ['first', 'message', 'second']);
});
