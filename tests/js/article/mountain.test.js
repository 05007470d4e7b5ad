import assert from 'node:assert/strict';
import test from 'node:test';

import { descend } from '../../../static/js/article/mountain/descent.js';
import { layMap, placeAt } from '../../../static/js/article/mountain/map.js';
import { drawPaths } from '../../../static/js/article/mountain/paths.js';
import { createSurface, heightsOf } from '../../../static/js/article/mountain/surface.js';
import { createTerrain, onMap, stopsOnMap } from '../../../static/js/article/mountain/terrain.js';
import { createWalk } from '../../../static/js/article/mountain/walk.js';
import { nearSides, projection, shadesOf } from '../../../static/js/article/mountain/view.js';
import { fateOf, risesOf, wordsOf } from '../../../static/js/article/mountain/words.js';
import { BROKEN, readPrinted } from '../trace/moments/claims.js';
import { numbersFrom } from '../trace/textbook.js';
import { NETWORKS } from './networks.js';

/** @typedef {import('../../../static/js/article/mountain/surface.js').Pair} Pair */

/** A bowl: C = ½ (10 u² + v²) on the map from −4 to 4. @type {import('../../../static/js/article/mountain/surface.js').Surface} */
const BOWL = {
  low: [-4, -4],
  high: [4, 4],
  lowest: { at: [0, 0], cost: 0 },
  contains: ([u, v]) => Math.abs(u) <= 4 && Math.abs(v) <= 4,
  costAt: ([u, v]) => 5 * u * u + v * v / 2,
  slopeAt: ([u, v]) => ({ cost: 5 * u * u + v * v / 2, slope: [10 * u, v] }),
};

/** A cost that is printed to three digits at least, or said to be beyond numbers. @param {string} text @param {number} cost */
const isCost = (text, cost) => (text === 'more than the computer can hold' ? !Number.isFinite(cost)
  : Math.abs(readPrinted(text).value - cost) <= readPrinted(text).half * (1 + 1e-9));

/** @typedef {readonly import('../../../static/js/article/mountain/descent.js').Stop[]} Path */

/** @type {Record<string, (claim: any, path: Path, surface: import('../../../static/js/article/mountain/surface.js').Surface) => boolean>} */
const PATH_CHECKERS = {
  'costs': ({ first, last }, path) => (first === undefined || isCost(first, path[0].cost)) && isCost(last, path[path.length - 1].cost),
  'path': ({ fate, steps, rises }, path, { contains, lowest }) => {
    const costs = path.map(({ cost }) => cost);
    const [first, last] = [costs[0], costs[steps]];
    const isThere = contains(path[steps].at);
    const isLow = isThere && last - lowest.cost <= 0.03;
    const isHigh = isThere && !isLow;
    const isDown = isHigh && rises < 3 && last < first;
    /** @type {Record<string, boolean>} */
    const fates = {
      lost: !isThere, arrives: isLow, overshoots: isHigh && rises >= 3, rises: isHigh && rises < 3 && last >= first,
      crawls: isDown && last > 0.6 * first, rests: isDown && last <= 0.6 * first && Math.abs(last - costs[steps - 1]) <= 0.001,
      descends: isDown && last <= 0.6 * first && Math.abs(last - costs[steps - 1]) > 0.001,
    };
    return steps === path.length - 1 && fates[fate] && rises === costs.filter((cost, at) => at > 0 && cost > costs[at - 1]).length;
  },
  'lowest': ({ lowest }, _, surface) => isCost(lowest, surface.lowest.cost),
  'is low': ({ low }, path, { lowest }) => low === path[path.length - 1].cost - lowest.cost <= 0.03,
  'leaves the map': ({ step, place }, path, { contains }) => contains(path[step - 1].at) && path.slice(step).every(({ at }) => !contains(at))
    && (place === null ? !path[path.length - 1].at.every(Number.isFinite)
      : place.every((/** @type {string} */ text, /** @type {number} */ which) => isCost(text, path[path.length - 1].at[which]))),
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

/** A way down the bowl by plain descent. @param {number} rate @param {Pair} start @param {number} steps */
const walk = (rate, start, steps = 20) => descend(BOWL, start, 'plain', rate, steps);

test('what became of a path is told from the path', () => {
  const fate = (/** @type {number} */ rate, start = /** @type {Pair} */ ([1, 3])) => fateOf(walk(rate, start), BOWL);
  assert.equal(fate(0.001), 'crawls');
  assert.equal(fate(0.18), 'arrives');
  assert.equal(fate(0.1), 'descends');
  assert.equal(fate(0.201, [2, 0.01]), 'overshoots');
  assert.equal(fate(0.3), 'lost');
  assert.equal(fateOf(walk(0.18, [2, 3], 3), BOWL), 'descends');
  assert.equal(fateOf(walk(0.201, [2, 0.01], 2), BOWL), 'rises');
});

test('a path that hardly moves on a flank has not arrived', () => {
  const flank = [20, 10, 9.9995].map((cost, at) => ({ at: /** @type {Pair} */ ([1, at / 10]), cost }));
  assert.equal(fateOf(flank, BOWL), 'rests');
  assert.match(wordsOf(flank, BOWL).text, /not at the bottom.*the lowest place has 0/);
});

test('a path that jumps over the valley and ends at its bottom has arrived', () => {
  const jumps = [20, 10, 12, 9, 11, 8, 9, 0.01].map((cost, at) => ({ at: /** @type {Pair} */ ([at / 10, 0]), cost }));
  assert.equal(fateOf(jumps, BOWL), 'arrives');
  assert.match(wordsOf(jumps, BOWL).text, /^It arrives, though 3 of 7 steps went uphill/);
});

test('of the rates to try each method has one that crawls, one that arrives, and one that leaves the map', () => {
  const surface = createSurface(NETWORKS.article, NETWORKS.mountain);
  const fates = Object.entries(NETWORKS.mountain.rates).map(([method, rates]) => rates.map((rate) =>
    fateOf(descend(surface, NETWORKS.mountain.start, /** @type {'plain'} */ (method), rate, NETWORKS.mountain.steps), surface)));
  assert.deepEqual(fates, [
    ['crawls', 'arrives', 'overshoots', 'lost'], ['crawls', 'arrives', 'overshoots', 'lost'], ['crawls', 'arrives', 'arrives', 'lost'],
  ]);
});

test('no path is drawn over the words at the lowest place', (t) => {
  Object.assign(globalThis, { document: {}, getComputedStyle: () => ({ getPropertyValue: () => 'sans-serif' }) });
  t.after(() => {
    for (const name of ['document', 'getComputedStyle']) Reflect.deleteProperty(globalThis, name);
  });
  /** @type {string[]} */
  const calls = [];
  const context = /** @type {CanvasRenderingContext2D} */ (new Proxy({}, {
    get: (_, name) => (/** @type {unknown[]} */ ...given) => {
      calls.push([name, given[0]].join(' '));
      return { width: 40 };
    },
    set: () => true,
  }));
  const colours = /** @type {import('../../../static/js/ui/colours.js').Colours} */ ({ paper: 'white', ink: 'black', back: 'violet' });
  const stops = walk(0.18, [1, 3], 3);
  const spots = stops.map(({ at: [x, y] }) => ({ x: 100 * x, y: 100 * y }));
  const path = { stops, label: '', dash: [7, 4], out: false };
  drawPaths(context, [{ path, parts: [spots], stops: spots }], { width: 400, height: 400 }, colours, { spot: { x: 0, y: 0 }, cost: 0.5 });
  const written = calls.indexOf('fillText lowest 0.50');
  assert.ok(written > calls.findLastIndex((call) => call.startsWith('setLineDash')));
});

test('a walk that two figures share tells both', () => {
  const shared = createWalk(BOWL, { start: [1, 1], rates: { plain: 0.1, momentum: 0.01, adam: 0.1 }, shown: 'plain', steps: 3 }, 20);
  /** @type {number[][]} */
  const told = [[], []];
  for (const list of told) shared.follow(({ paths }) => list.push(paths.length, paths[0].stops.length));
  shared.set({ shown: 'all', steps: 5 });
  assert.deepEqual(told, [[1, 4, 3, 6], [1, 4, 3, 6]]);
});

test('words quote the path', () => {
  const lost = walk(0.3, [1, 0], 3);
  assert.equal(wordsOf(lost, BOWL).text, 'Step 3 leaves the map. After 3 steps it is at (\u22128, 0), at a cost of 320.');
  assert.equal(wordsOf(lost.slice(0, 1), BOWL).text, 'The start, at a cost of 5.');
  assert.equal(risesOf(lost), 3);
});

test('what the words claim of a path is so, on five hundred ways down two surfaces', () => {
  const real = createSurface(NETWORKS.article, NETWORKS.mountain);
  const random = numbersFrom(2);
  for (let turn = 0; turn < 500; turn++) {
    const surface = turn % 10 ? BOWL : real;
    const start = /** @type {Pair} */ (surface.low.map((low, which) => low + random() * (surface.high[which] - low)));
    const rate = 10 ** (4 * random() - (turn % 10 ? 3 : 1.5));
    const method = /** @type {const} */ (['plain', 'momentum', 'adam'])[turn % 3];
    const path = descend(surface, start, method, rate, [0, 1, 2, 5, 40][turn % 5]);
    const { text, claims } = wordsOf(path, surface);
    assert.doesNotMatch(text, BROKEN);
    assert.ok(claims.length > 0);
    for (const claim of claims) assert.ok(PATH_CHECKERS[claim.that](claim, path, surface), `${text} ${JSON.stringify(claim)}`);
  }
});

test('slopes of the real surface are those of its heights', () => {
  const surface = createSurface(NETWORKS.article, NETWORKS.mountain);
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

test('a path has a dot for each of its stops on the map', () => {
  const stops = /** @type {Pair[]} */ ([[0, 0], [8, 0], [0, 2]]).map((at) => ({ at, cost: 0 }));
  assert.deepEqual(stopsOnMap(stops, BOWL), [{ x: 0.5, y: 0.5 }, { x: 0.5, y: 0.75 }]);
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
