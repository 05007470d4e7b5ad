import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openRehearsal } from '../../../static/js/wire/rehearsal.js';
import { frame, progressAt, session } from '../state/scene.js';

/** A connection that the test answers for. */
function start() {
  /** @type {any} */
  let handlers = null;
  /** @type {any[]} */
  const sent = [];
  /** @type {() => any[]} what the server tells before it answers */
  let answer = () => [];
  let closed = false;
  const rehearsal = openRehearsal((given) => {
    handlers = given;
    return /** @type {any} */ ({
      async send(/** @type {any} */ command) {
        sent.push(command);
        for (const told of answer()) ('parameters' in told ? handlers.onFrame : handlers.onEvent)(told);
      },
      close() {
        closed = true;
      },
    });
  });
  return {
    rehearsal, sent, isClosed: () => closed,
    /** @param {any[]} told */
    answering: (...told) => { answer = () => told; },
    /** @param {string} status */
    status: (status) => handlers.onStatus({ status }),
  };
}

test('it stands where it was put, and tells the cost there', async () => {
  const { rehearsal, sent, answering, status } = start();
  const standing = rehearsal.stand(/** @type {any} */ ({ version: 1 }));
  assert.deepEqual(sent, [], 'not before there is a connection');
  answering({ type: 'state', ...session({ progress: progressAt(7) }) }, frame({ train_cost: 0.25 }));
  status('live');
  assert.deepEqual(await standing, { progress: progressAt(7), cost: 0.25 });
  assert.deepEqual(sent, [{ type: 'load', checkpoint: { version: 1 }, training: false }]);
  answering({ type: 'state', ...session({ progress: progressAt(0) }) }, frame({ train_cost: 2 }));
  assert.deepEqual(await rehearsal.restart(), { progress: progressAt(0), cost: 2 });
});

test('it trains, and tells a divergence as a cost that is no number', async () => {
  const { rehearsal, sent, answering, status } = start();
  status('live');
  answering(frame({ train_cost: 0.125 }));
  assert.equal(await rehearsal.train(2000), 0.125);
  assert.deepEqual(sent, [{ type: 'step', updates: 2000 }]);
  answering({ type: 'diverged' }, frame({ train_cost: 1e300 }));
  assert.ok(Number.isNaN(await rehearsal.train(2000)));
  answering(frame({ train_cost: 0.125 }));
  assert.equal(await rehearsal.train(2000), 0.125, 'what broke once is forgotten');
});

test('a server without room, and a page that lets go, end the wait', async () => {
  const full = start();
  const refused = full.rehearsal.train(1);
  full.status('offline');
  await assert.rejects(refused, /no room/);
  const left = start();
  const given = left.rehearsal.train(1);
  left.rehearsal.close();
  await assert.rejects(given, /let the session go/);
  assert.ok(left.isClosed());
});
