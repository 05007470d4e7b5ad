import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createMarks, STEPS } from '../../../../static/js/page/health/marks.js';
import { nextMark } from '../../../../static/js/page/health/state.js';

/** @typedef {import('../../../../static/js/network/health.js').Ailment} Ailment */

/** @param {number} layer @param {Ailment['kind']} [kind] @param {number[]} [neurons] @returns {Ailment} */
const ailment = (layer, kind = 'dead', neurons = [1]) => ({ layer, kind, neurons });

test('a mark appears when an ailment has held for so many steps, and goes when it has been gone as long', () => {
  const marksAt = createMarks();
  assert.deepEqual(marksAt([ailment(2)], 100), []);
  assert.deepEqual(marksAt([ailment(2)], 100 + STEPS - 1), []);
  assert.deepEqual(marksAt([ailment(2)], 100 + STEPS), [ailment(2)]);
  assert.deepEqual(marksAt([], 130), [ailment(2)], 'it does not flicker');
  assert.deepEqual(marksAt([], 100 + 2 * STEPS - 1), [ailment(2)]);
  assert.deepEqual(marksAt([], 100 + 2 * STEPS), []);
});

test('what came and went before it was marked begins anew, and a run that begins anew has no marks', () => {
  const marksAt = createMarks();
  marksAt([ailment(2)], 0);
  marksAt([], 10);
  assert.deepEqual(marksAt([ailment(2)], 25), []);
  assert.deepEqual(marksAt([ailment(2)], 45), [ailment(2)]);
  assert.deepEqual(marksAt([ailment(2)], 3), []);
});

test('a layer has one mark, with the neurons of now', () => {
  const marksAt = createMarks();
  marksAt([ailment(3), ailment(2)], 0);
  assert.deepEqual(marksAt([ailment(3, 'dead', [1, 2]), ailment(2)], 20), [ailment(2), ailment(3, 'dead', [1, 2])]);
  marksAt([ailment(3, 'vanishing', [])], 30);
  assert.deepEqual(marksAt([ailment(3, 'vanishing', [])], 50).filter(({ layer }) => layer === 3), [ailment(3, 'vanishing', [])]);
});

test('a key goes from mark to mark and out again; without marks it tells how all layers fare', () => {
  /** @type {import('../../../../static/js/page/health/state.js').HealthState} */
  const health = { marks: [ailment(2), ailment(4)], opened: null };
  const walked = [1, 2, 3].map(() => {
    nextMark(health);
    return health.opened;
  });
  assert.deepEqual(walked, [2, 4, null]);
  health.marks = [];
  nextMark(health);
  assert.equal(health.opened, 0);
  nextMark(health);
  assert.equal(health.opened, null);
});
