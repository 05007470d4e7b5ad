import assert from 'node:assert/strict';
import test from 'node:test';

import { stripPath } from '../../../../static/js/figures/thread.js';
import { tileThread } from '../../../../static/js/figures/closer/tile_thread.js';

const PLANE = { left: 0, right: 500, top: 100, bottom: 600 };
const TILE = { left: 900, right: 950, top: 300, bottom: 350 };

/** The corners of a path: the last pair of numbers of each of its commands. @param {string} path */
const ends = (path) => [...path.matchAll(/([A-Z])([^A-Z]*)/g)].map(([, letter, numbers]) => [letter, ...numbers.trim().split(/\s+/).map(Number).slice(-2)]);

test('the thread goes up the gutter and along the lane, and ends on the plane’s edge', () => {
  const { path, end } = tileThread(PLANE, TILE, { gutter: 890, lane: 160 });
  assert.deepEqual(end, { x: 500, y: 160 });
  assert.deepEqual(ends(path), [['M', 900, 306], ['Q', 890, 294], ['V', 172], ['Q', 878, 160], ['H', 500]]);
});

test('to an input it goes straight', () => {
  assert.deepEqual(tileThread(PLANE, TILE, null), { path: 'M900 325H500', end: { x: 500, y: 325 } });
});

test('in one column each thread has a lane of its own in the left margin', () => {
  const [one, other] = [0, 1].map((index) => ends(stripPath({ x: 80, y: 60 }, { x: 20, y: 300 + 60 * index }, index)));
  assert.deepEqual(one.filter(([letter]) => letter !== 'Q'), [['M', 71, 60], ['H', 10], ['V', 294], ['H', 20]]);
  assert.deepEqual(other.filter(([letter]) => letter !== 'Q'), [['M', 71, 60], ['H', 15], ['V', 354], ['H', 20]]);
});
