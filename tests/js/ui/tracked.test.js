import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assign, effect, onChange, tracked, untracked, whenever } from '../../../static/js/ui/tracked.js';

/** @returns {{brush: number, chosen: number | null}} */
const start = () => tracked({ brush: 0, chosen: null });

test('an effect hears of the fields that it read, and only when they change', () => {
  const view = start();
  /** @type {number[]} */
  const heard = [];
  const stop = effect(() => { heard.push(view.brush); });
  view.chosen = 3;
  view.brush = 2;
  view.brush = 2;
  stop();
  view.brush = 1;
  assert.deepEqual(heard, [0, 2]);
  assert.equal(view.chosen, 3);
});

test('fields that are read only sometimes are heard of only then', () => {
  const view = start();
  let runs = 0;
  effect(() => {
    runs += 1;
    if (view.chosen !== null) untracked(() => view.brush);
    else void view.brush;
  });
  view.brush = 1;
  assert.equal(runs, 2);
  view.chosen = 1;
  view.brush = 2;
  assert.equal(runs, 3);
});

test('a misspelt field is an error, not a new one', () => {
  assert.throws(() => { /** @type {any} */ (start()).bursh = 1; }, TypeError);
  assert.throws(() => assign(start(), /** @type {any} */ ({ bursh: 1 })), TypeError);
});

test('what is assigned together is heard of once, and read together', () => {
  const view = start();
  /** @type {unknown[]} */
  const heard = [];
  effect(() => { heard.push([view.brush, view.chosen]); });
  assign(view, { brush: 1, chosen: 7 });
  assert.deepEqual(heard, [[0, null], [1, 7]]);
});

test('what is done at a change may change what it read, and reads without being told', () => {
  const view = start();
  let calls = 0;
  onChange(() => view.brush, (brush) => {
    calls += 1;
    if (view.chosen === null) view.chosen = brush;
    view.brush = 0;
  });
  assert.equal(calls, 0, 'not at first');
  view.brush = 5;
  assert.deepEqual([view.brush, view.chosen, calls], [0, 5, 2]);
  view.chosen = 6;
  assert.equal(calls, 2);
});

test('a list that is read is compared entry by entry', () => {
  const view = start();
  let calls = 0;
  const stop = whenever(() => [view.brush > 1, view.chosen], () => { calls += 1; });
  assert.equal(calls, 1, 'at first');
  view.brush = 1;
  assert.equal(calls, 1);
  view.brush = 2;
  assert.equal(calls, 2);
  stop();
  view.chosen = 1;
  assert.equal(calls, 2);
});
