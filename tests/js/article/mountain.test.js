import assert from 'node:assert/strict';
import test from 'node:test';

import { descend } from '../../../static/js/article/mountain/descent.js';
import { landOf } from '../../../static/js/article/mountain/land.js';
import { sceneOf } from '../../../static/js/article/mountain/pictures.js';
import { createSurface } from '../../../static/js/article/mountain/surface.js';
import { createWalk } from '../../../static/js/article/mountain/walk.js';
import { fateOf, raceWords, risesOf, wordsOf } from '../../../static/js/article/mountain/words.js';
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

test('a walk that two figures share tells both', () => {
  const shared = createWalk(BOWL, { start: [1, 1], rates: { plain: 0.1, momentum: 0.01, adam: 0.1 }, shown: 'plain', steps: 3 }, 20);
  /** @type {number[][]} */
  const told = [[], []];
  for (const list of told) shared.follow(({ paths }) => list.push(paths.length, paths[0].stops.length));
  shared.set({ shown: 'all', steps: 5 });
  assert.deepEqual(told, [[1, 4, 3, 6], [1, 4, 3, 6]]);
});

test('a race says once what its ways share, and of each where it ended', () => {
  const ways = [{ label: 'Plain', stops: walk(0.18, [2, 3], 3) }, { label: 'Steep', stops: walk(0.3, [1, 0], 3) }];
  const lost = wordsOf(ways[1].stops, BOWL).text;
  const [from, to] = [ways[0].stops[0], ways[0].stops[3]].map(({ cost }) => Number(cost.toPrecision(3)));
  assert.equal(raceWords([ways[0]], BOWL).text, `After 3 steps, from a cost of ${from}; the lowest place has 0. Plain is on its way down: ${to}.`);
  assert.match(raceWords(ways, BOWL).text, /^After 3 steps, .* Plain is .* Steep: Step 3 leaves the map\./);
  assert.ok(raceWords(ways, BOWL).text.endsWith(lost));
  const none = ways.map(({ label, stops }) => ({ label, stops: stops.slice(0, 1) }));
  assert.match(raceWords(none, BOWL).text, /^All start at a cost of /);
  const jumps = [20, 10, 12, 9, 11, 8, 9, 0.01].map((cost, at) => ({ at: /** @type {Pair} */ ([at / 10, 0]), cost }));
  assert.match(raceWords([{ label: 'Jump', stops: jumps }], BOWL).text, /Jump arrives: 0\.0100?, 3 steps uphill\.$/);
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

test('the picture has every walk, its start, its end where it is on the land, and the lowest place', () => {
  const land = landOf(NETWORKS);
  const shared = createWalk(land.surface, { start: [6, -5], rates: { plain: 20, momentum: 0.3, adam: 0.3 }, shown: 'all', steps: 60 }, 60);
  /** @type {readonly import('../../../static/js/article/mountain/walk.js').DrawnPath[]} */
  let paths = [];
  shared.follow((now) => { paths = now.paths; });
  const { ways, marks } = sceneOf(land, paths);
  assert.deepEqual(ways.map(({ label }) => label.split(' ')[0]), ['Plain', 'Momentum', 'Adam']);
  assert.equal(ways[0].label, 'Plain leaves');
  assert.deepEqual(marks.map(({ kind }) => kind), ['lowest', 'next', 'now', 'now', 'start']);
  for (const { u, v } of marks) assert.ok(land.surface.contains([u, v]));
  assert.deepEqual(ways.map(({ stops: { length } }) => length), [61, 61, 61]);
});

test('the land is measured where the surface has its costs', async () => {
  const { surface, square, ground } = landOf(NETWORKS);
  const { nodes, costs } = await ground;
  for (const [column, row] of [[0, 0], [48, 48], [10, 40]]) {
    const at = /** @type {Pair} */ ([column, row].map((place, which) => square.centre[which] + square.half * ((2 * place) / (nodes - 1) - 1)));
    near(costs[row * nodes + column], surface.costAt(at));
  }
  assert.deepEqual([square.centre[0] - square.half, square.centre[1] + square.half], [surface.low[0], surface.high[1]]);
});
