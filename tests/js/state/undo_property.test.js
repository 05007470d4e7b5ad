/**
 * After any sequence of things that a person can do, undoing all and doing all again leads to where it was, and
 * what the page holds is what the server has. The number of sequences of each kind: UNDO_SEQUENCES.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { generator } from './model/numbers.js';
import { actOnce, handOf } from './model/person.js';
import { createWorld } from './model/world.js';

const SEQUENCES = Number(process.env.UNDO_SEQUENCES ?? 3);
const ACTIONS = 200;

/** @typedef {import('./model/world.js').World} World */

const CALM = { trains: false, hurries: false, loses: false, wavers: false };
const TEMPERS = {
  'one thing after the other': CALM,
  'training in between': { ...CALM, trains: true },
  'before the server has answered': { ...CALM, hurries: true, wavers: true },
  'training, in a hurry, wavering, over a connection that breaks': { trains: true, hurries: true, loses: true, wavers: true },
};

/** @param {World} world @param {'past' | 'future'} list @param {boolean} hurries */
async function walkAll({ state, editor, settle }, list, hurries) {
  const walk = list === 'past' ? editor.undo : editor.redo;
  while (state().undo[list].length > 0) {
    const walked = [walk(), ...(hurries ? [walk(), walk()] : [])];
    await settle();
    await Promise.all(walked);
  }
}

/** @param {World} world */
function agreed(world) {
  const held = world.held();
  assert.deepEqual(held, world.stored(), 'the page holds what the server has');
  return held;
}

test('each step back leads to what was there, weights and optimizer’s memory too', async () => {
  for (let sequence = 0; sequence < SEQUENCES; sequence++) {
    const world = createWorld();
    await world.settle();
    const hand = handOf(generator(`steps ${sequence}`));
    /** By the newest entry. @type {Map<number, object>} */
    const seen = new Map();
    const newest = () => world.state().undo.past.at(-1)?.key ?? 0;
    // Edits of points begin the pass through them anew, and so does undoing them.
    const now = () => ({ ...world.held(), progress: { ...world.held().progress, batch: 0 } });
    for (let action = 0; action < ACTIONS; action++) {
      seen.set(newest(), now());
      await actOnce(world, hand, CALM);
    }
    let stops = 0;
    while (world.state().undo.past.length > 0) {
      const walked = world.editor.undo();
      await world.settle();
      await walked;
      // A drag that something else breaks off is two entries, and nobody looked between them.
      const before = seen.get(newest());
      if (before) assert.deepEqual(now(), before, `sequence ${sequence}`);
      if (before) stops++;
    }
    assert.ok(stops > ACTIONS / 3, `${stops} stops`);
  }
});

for (const [name, temper] of Object.entries(TEMPERS)) {
  test(`undoing all and doing all again changes nothing: ${name}`, async () => {
    for (let sequence = 0; sequence < SEQUENCES; sequence++) {
      const world = createWorld();
      const draw = generator(`${name} ${sequence}`);
      await world.settle();
      world.send({ type: 'generate', dataset: 'circle', count: 12, noise: 0, test_share: 0.2, seed: sequence });
      world.send({ type: 'configure', changes: { optimizer: 'adam', batch_size: 3 } });
      world.send({ type: 'step', updates: 7 });
      await world.settle();
      const hand = handOf(draw);
      const first = world.state().undo.past.length;
      for (let action = 0; action < ACTIONS - first; action++) await actOnce(world, hand, temper);
      world.comeBack();
      world.send({ type: 'pause' });
      await world.settle();
      assert.deepEqual(world.state().pending.changes, []);

      await walkAll(world, 'future', false);
      const before = agreed(world);
      const refused = world.refusals.length;
      await walkAll(world, 'past', temper.hurries);
      agreed(world);
      const walkedBack = world.held();
      await walkAll(world, 'future', temper.hurries);
      const after = agreed(world);
      assert.equal(world.refusals.length, refused, `nothing is refused on the way: ${world.refusals.slice(refused)}`);

      const where = `sequence ${sequence}`;
      assert.deepEqual(after.experiment, before.experiment, where);
      assert.deepEqual(after.points, before.points, where);
      assert.equal(after.progress?.parameters, before.progress?.parameters, where);
      assert.equal(after.progress?.step, before.progress?.step, where);
      if (!temper.trains) assert.deepEqual(after.progress, before.progress, where);
      assert.equal(walkedBack.points.length, 0, 'all the way back there were no points');
      assert.equal(walkedBack.experiment?.optimizer, 'gradient_descent');
    }
  });
}
