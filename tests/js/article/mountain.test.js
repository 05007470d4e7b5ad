import assert from 'node:assert/strict';
import test from 'node:test';

import { descend } from '../../../static/js/article/mountain/descent.js';
import { layMap, placeAt } from '../../../static/js/article/mountain/map.js';
import { createSurface, heightsOf } from '../../../static/js/article/mountain/surface.js';
import { createTerrain, onMap } from '../../../static/js/article/mountain/terrain.js';
import { nearSides, projection, shadesOf } from '../../../static/js/article/mountain/view.js';
import { fateOf, risesOf, wordsOf } from '../../../static/js/article/mountain/words.js';
import { NETWORKS } from './networks.js';

/** @typedef {import('../../../static/js/article/mountain/surface.js').Pair} Pair */

/** A bowl: C = ½ (10 u² + v²) on the map from −4 to 4. @type {import('../../../static/js/article/mountain/surface.js').Surface} */
const BOWL = {
  low: [-4, -4],
  high: [4, 4],
  contains: ([u, v]) => Math.abs(u) <= 4 && Math.abs(v) <= 4,
  costAt: ([u, v]) => 5 * u * u + v * v / 2,
  slopeAt: ([u, v]) => ({ cost: 5 * u * u + v * v / 2, slope: [10 * u, v] }),
};

const near = (/** @type {number} */ actual, /** @type {number} */ expected, tolerance = 1e-12) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual}, expected ${expected}`);

test('plain descent in a bowl shrinks each coordinate by one minus rate times curvature', () => {
  const path = descend(BOWL, [1, 2], 'plain', 0.18, 10);
  assert.equal(path.length, 11);
  near(path[10].at[0], (-0.8) ** 10);
  near(path[10].at[1], 2 * 0.82 ** 10);
  near(path[0].cost, 7);
});

test('momentum adds nine tenths of the step before', () => {
  const [, first, second] = descend(BOWL, [0, 1], 'momentum', 0.1, 2);
  near(first.at[1], 0.9);
  near(second.at[1], 0.9 - 0.1 * (0.9 * 1 + 0.9));
});

test('the first step of Adam is as long as the rate, whatever the slope', () => {
  const [, first] = descend(BOWL, [3, -0.001], 'adam', 0.25, 1);
  near(first.at[0], 2.75, 1e-6);
  near(first.at[1], 0.249, 1e-5);
});

test('what became of a path is told from the path', () => {
  const fate = (/** @type {number} */ rate, start = /** @type {Pair} */ ([1, 3])) => fateOf(descend(BOWL, start, 'plain', rate, 20), BOWL);
  assert.equal(fate(0.001), 'crawls');
  assert.equal(fate(0.1), 'arrives');
  assert.equal(fate(0.201, [2, 0.01]), 'overshoots');
  assert.equal(fate(0.3), 'lost');
});

test('words quote the path', () => {
  const lost = descend(BOWL, [1, 0], 'plain', 0.3, 3);
  assert.equal(wordsOf(lost, BOWL), 'Far too large. Step 3 jumps off the map. After 3 steps it is at (−8.0, 0.0), at a cost of 320.00.');
  assert.equal(wordsOf(lost.slice(0, 1), BOWL), 'The start, at a cost of 5.00.');
  assert.equal(risesOf(lost), 3);
});

test('slopes of the real surface are those of its heights', () => {
  const surface = createSurface(NETWORKS.essay, NETWORKS.mountain);
  const nudge = 1e-5;
  for (const [u, v] of /** @type {Pair[]} */ ([[6, -5], [0.5, 1], [-2, 4]])) {
    const { cost, slope } = surface.slopeAt([u, v]);
    near(cost, surface.costAt([u, v]));
    near(slope[0], (surface.costAt([u + nudge, v]) - surface.costAt([u - nudge, v])) / (2 * nudge), 1e-8);
    near(slope[1], (surface.costAt([u, v + nudge]) - surface.costAt([u, v - nudge])) / (2 * nudge), 1e-8);
  }
});

test('heights are the cost at their places, rows from the low corner', async () => {
  const heights = await heightsOf(BOWL, 5);
  near(heights[0], BOWL.costAt([-4, -4]));
  near(heights[4 * 5 + 1], BOWL.costAt([-2, 4]));
});

test('contour lines lie on the ground at their level', async () => {
  const terrain = createTerrain(await heightsOf(BOWL, 17), 17, 3);
  const segments = terrain.contours.flat();
  assert.ok(segments.length > 100);
  for (const { x0, y0, x1, y1, cost, heavy } of segments) {
    assert.equal(heavy, cost % 12 === 0);
    near(terrain.heightAt(x0, y0), cost, 1e-9);
    near(terrain.heightAt((x0 + x1) / 2, (y0 + y1) / 2), cost, 1e-9);
  }
});

test('the ground between nodes of a plane is the plane', () => {
  const heights = Float64Array.from({ length: 9 }, (_, at) => 2 * (at % 3) + 5 * Math.floor(at / 3));
  const { heightAt, highest } = createTerrain(heights, 3, 1);
  near(heightAt(0.3, 0.9), 2 * 0.6 + 5 * 1.8);
  assert.equal(highest, 14);
});

test('a path is cut where it leaves the map and taken up where it returns', () => {
  const stops = /** @type {Pair[]} */ ([[0, 0], [8, 0], [0, 2]]).map((at) => ({ at, cost: 0 }));
  const parts = onMap(stops, BOWL, 8);
  assert.equal(parts.length, 2);
  assert.deepEqual(parts[0][0], { x: 0.5, y: 0.5 });
  assert.deepEqual(parts[1].at(-1), { x: 0.5, y: 0.75 });
  for (const { x } of parts.flat()) assert.ok(x >= 0 && x <= 1);
});

test('height is in proportion to the cost, and what is far stands higher in the picture', () => {
  const project = projection({ turn: 0.5, tilt: 0.6 }, { width: 600, height: 400 }, 8);
  const [ground, half, top] = [0, 4, 8].map((cost) => project(0.3, 0.3, cost).y);
  near(ground - half, half - top, 1e-9);
  assert.ok(top < ground);
  const near0 = nearSides({ turn: 0.5, tilt: 0.6 });
  assert.ok(project(0.5, near0.row, 0).y > project(0.5, 1 - near0.row, 0).y);
  assert.ok(project(near0.column, 0.5, 0).y > project(1 - near0.column, 0.5, 0).y);
});

test('higher ground is darker', async () => {
  const shades = shadesOf(createTerrain(await heightsOf(BOWL, 9), 9, 1));
  assert.ok(shades[0] > shades[4 * 8 + 4]);
});

test('a click on the map is a pair of weights, kept on the map', () => {
  const box = layMap({ width: 354, height: 348 });
  assert.equal(box.side, 300);
  assert.deepEqual(placeAt(box, BOWL, box.left + 150, box.top + 75), [0, 2]);
  assert.deepEqual(placeAt(box, BOWL, -50, 9999), [-4, -4]);
});
