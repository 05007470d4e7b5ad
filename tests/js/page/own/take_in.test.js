/** Whatever people bring along, the network gets what it needs for it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeInOn } from '../../../../static/js/page/own/take_in.js';

/** @param {{step?: number, fails?: boolean, sample?: boolean, features?: string[]}} [given] */
function pageWith({ step = 0, fails = false, sample = false, features = ['x1', 'x2', 'x1^2', 'x3', 'x4'] } = {}) {
  /** @type {any[]} */
  const told = [];
  const page = {
    state: { experiment: { features, seed: 7 }, frame: { step }, status: 'training' },
    view: { first: { sample }, plane: { chosen: 3, held: [1, null], reach: 2 } },
    send: async (/** @type {any} */ command) => { told.push(command.type); },
    editor: {
      async takeIn(/** @type {any} */ _points, /** @type {any} */ _table, /** @type {any} */ wished) {
        told.push(wished);
        if (fails) throw new Error('No.');
      },
    },
  };
  return { page: /** @type {any} */ (page), told };
}
const AXIS = { name: '', unit: '', offset: 0, factor: 1 };
const TABLE = { name: 'y > x', axes: { x1: AXIS, x2: AXIS, target: null }, classes: [] };

test('points of the plane alone leave no further input behind, and no slice', async () => {
  const { page, told } = pageWith();
  await takeInOn(page, { points: [], table: TABLE, task: 'classification' });
  assert.deepEqual(told, [{ task: 'classification', classes: 2, features: ['x1', 'x2', 'x1^2'] }]);
  assert.deepEqual(page.view.plane, { chosen: null, held: [], reach: 0.6 });
});

test('a network that has learned starts anew, and a sample that is learned pauses', async () => {
  const { page, told } = pageWith({ step: 20, sample: true, features: ['x1', 'x2'] });
  const table = { ...TABLE, axes: { ...TABLE.axes, more: [AXIS] } };
  await takeInOn(page, { points: [], table, task: 'regression' });
  assert.deepEqual(told, ['pause', { task: 'regression', features: ['x1', 'x2', 'x3'], seed: 7 }]);
  assert.equal(page.view.first.sample, false);
});

test('a refusal leaves the sample and what is chosen as they were', async () => {
  const { page } = pageWith({ fails: true, sample: true });
  await assert.rejects(takeInOn(page, { points: [], table: TABLE, task: 'classification', classes: 3 }));
  assert.deepEqual(page.view, { first: { sample: true }, plane: { chosen: 3, held: [1, null], reach: 2 } });
});
