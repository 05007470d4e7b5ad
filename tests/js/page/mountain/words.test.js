import assert from 'node:assert/strict';
import { test } from 'node:test';

import { landOf } from '../../../../static/js/figures/mountain/land.js';
import { Architecture } from '../../../../static/js/network/architecture.js';
import { placeIn } from '../../../../static/js/network/mountain/directions.js';
import { eigenOf } from '../../../../static/js/network/mountain/eigen.js';
import { measured } from '../../../../static/js/network/mountain/measure.js';
import { problemOf } from '../../../../static/js/network/mountain/problem.js';
import { shapeAt } from '../../../../static/js/network/mountain/shape.js';
import { createSliceCost } from '../../../../static/js/network/mountain/slice_cost.js';
import { axesOf, indexOf, parameterKeys, sliceAlong, squareOf } from '../../../../static/js/page/mountain/floor.js';
import { withoutMountain } from '../../../../static/js/page/mountain/faults.js';
import { MOST, stopsOf } from '../../../../static/js/page/mountain/path.js';
import { createMountainState, pick } from '../../../../static/js/page/mountain/state.js';
import { dotsApart, seemsUphill, wayOf } from '../../../../static/js/page/mountain/survey.js';
import { groundHereWords, misleadingWords, mountainName, sliceWords, titleWords, wayWords } from '../../../../static/js/page/mountain/words.js';
import { createMoments } from '../../../../static/js/state/chronicle/moments.js';
import { formatCost } from '../../../../static/js/ui/format.js';
import { randomFrom } from '../../random.js';
import { assertPrinted, assertShare, numbersIn } from '../../words/printed.js';

/** @typedef {import('../../../../static/js/page/mountain/survey.js').Told} Told */

const KINDS = /** @type {const} */ ([['tanh', 'softmax', 'cross_entropy'], ['relu', 'sigmoid', 'squared_error'], ['sine', 'softmax', 'cross_entropy']]);

/** A run of plain descent on random points, and its mountain. @param {number} seed @returns {Told} */
function momentOf(seed) {
  const draw = randomFrom(seed), [activation, output, cost] = KINDS[seed % KINDS.length];
  const experiment = /** @type {any} */ ({
    features: ['x1', 'x2'], hidden: seed % 4 === 0 ? [] : [3], task: 'classification', classes: 2, activation, output, cost, l1: 0, l2: seed % 2 ? 0 : 0.01,
  });
  const points = Array.from({ length: 1 + Math.floor(draw() * 12) }, (_, id) => ({ id, x1: 4 * draw() - 2, x2: 4 * draw() - 2, target: id % 2, test: false }));
  const architecture = new Architecture(experiment), problem = problemOf(experiment, points);
  const count = architecture.parameterCount;
  const whole = { base: new Float64Array(count), first: new Float64Array(count), second: new Float64Array(count) };
  /** @type {Float64Array} */
  let theta = Float64Array.from({ length: count }, () => 2 * draw() - 1);
  const stops = [];
  for (let step = 0; step <= seed % 5; step++) {
    const at = { ...whole, base: theta };
    stops.push({ step: 3 * step, parameters: theta, cost: createSliceCost(problem, at)(0, 0) });
    const { gradient } = shapeAt(problem, at, 0, 0);
    theta = theta.map((value, index) => value - (seed % 7) * gradient[index]);
  }
  const now = stops[stops.length - 1].parameters;
  const axes = axesOf(null, architecture, stops), slice = sliceAlong(axes, architecture, now);
  const square = squareOf(slice, stops, now, 1);
  const heights = [...measured(problem, slice, square, [17])].at(-1)?.heights ?? assert.fail();
  const land = landOf(heights, square, 'linear') ?? assert.fail();
  const [u, v] = placeIn(slice, now);
  const survey = { architecture, problem, slice, square, heights, kind: /** @type {const} */ ('weights'), wished: stops.length === 1 ? /** @type {const} */ ('path') : null, axes, parameters: now, isFine: true };
  return { survey, land, stops, shape: shapeAt(problem, slice, u, v), next: seed % 3 ? theta.map((value) => value + 10 ** (-(seed % 8)) * draw()) : null, isOld: false };
}

/** The Hessian in the slice by differences of the cost. @param {Told} told */
function bendsOf({ survey: { problem, slice }, stops }) {
  const costAt = createSliceCost(problem, slice), [u, v] = placeIn(slice, stops[stops.length - 1].parameters), off = 1e-3;
  const at = (/** @type {number} */ a, /** @type {number} */ b) => costAt(u + a * off, v + b * off);
  const cross = (at(1, 1) - at(1, -1) - at(-1, 1) + at(-1, -1)) / (4 * off * off);
  const own = [[1, 0], [0, 1]].map(([a, b]) => (at(a, b) - 2 * at(0, 0) + at(-a, -b)) / (off * off));
  return eigenOf([[own[0], cross], [cross, own[1]]]).values;
}

/** @type {Record<string, (claim: any, told: Told) => void>} */
const CHECKERS = {
  'points measured': ({ points }, { survey }) => assert.equal(points, String(survey.problem.targets.length)),
  'penalty measured': ({ penalty }, { survey }) => assert.equal(penalty, survey.problem.l1 + survey.problem.l2 > 0),
  'axes': ({ axes }, { survey: { slice, architecture } }) => axes.forEach((/** @type {string} */ key, /** @type {number} */ at) => (
    assert.equal([slice.first, slice.second][at][indexOf(key, architecture)], 1))),
  'instead': ({ of }, { stops }) => assert.ok(of === 'path' && stops.every(({ parameters }) => parameters === stops[0].parameters)),
  'parameters held': ({ held }, { survey: { slice } }) => assert.equal(Number(held), slice.base.length - 2),
  'movement'({ share }, { survey: { axes, architecture }, stops }) {
    const own = (axes ?? assert.fail()).map((key) => indexOf(key, architecture)), last = stops[stops.length - 1].parameters;
    const squares = stops.map(({ parameters }) => Array.from(parameters, (value, at) => (value - last[at]) ** 2));
    const sum = (/** @type {number[]} */ values) => values.reduce((total, value) => total + value, 0);
    assertShare(share, sum(squares.flatMap((each) => own.map((at) => each[at]))) / sum(squares.flat()));
  },
  'gradient'({ length, within }, { survey: { slice }, shape }) {
    const gradient = shape?.gradient ?? assert.fail();
    assertPrinted(length, Math.hypot(...gradient));
    assertPrinted(within, Math.hypot(...[slice.first, slice.second].map((direction) => direction.reduce((sum, value, at) => sum + value * gradient[at], 0))));
  },
  'ground'({ ground, bends }, told) {
    const [most, least] = bendsOf(told), greatest = Math.max(Math.abs(most), Math.abs(least));
    [most, least].forEach((bend, at) => {
      if (bends[at] === 'about 0') assert.ok(Math.abs(bend) <= 2e-3 * greatest);
      else assert.ok(Math.abs(numberOf(bends[at]) - bend) <= 0.06 * greatest, `${bends[at]} is not ${bend}`);
    });
    const signs = { saddle: [1, -1], bowl: [1, 1], dome: [-1, -1], valley: [1, 0], ridge: [0, -1] }[/** @type {string} */ (ground)];
    if (signs) [most, least].forEach((bend, at) => { if (signs[at]) assert.equal(Math.sign(bend), signs[at], ground); });
  },
  'cut off': (_, { survey }) => assert.ok(survey.heights.costs.some((cost) => !Number.isFinite(cost))),
  'nodes': ({ nodes }, { survey }) => assert.equal(Number(nodes) ** 2, survey.heights.costs.length),
  'step told': ({ step }, { stops }) => assert.equal(Number(step), stops[stops.length - 1].step),
  'seems uphill'({ since, then, now }, { stops }) {
    const stop = stops.find(({ step }) => step === Number(since)) ?? assert.fail();
    assert.equal(then, formatCost(stop.cost));
    assert.equal(now, formatCost(stops[stops.length - 1].cost));
    assert.ok(stop.cost > stops[stops.length - 1].cost);
  },
  'next step'({ length, factor }, { survey: { slice, square }, stops, next }) {
    const from = stops[stops.length - 1].parameters, to = next ?? assert.fail();
    assertPrinted(length, Math.hypot(...to.map((value, at) => value - from[at])));
    const drawn = Math.hypot(...[slice.first, slice.second].map((direction) => direction.reduce((sum, value, at) => sum + value * (to[at] - from[at]), 0))) / (2 * square.half);
    assert.equal(factor === null, drawn * 1000 < 0.05);
    if (factor !== null) assert.ok(drawn * Number(factor) >= 0.05 && (factor === '1' || drawn * Number(factor) < 0.05 * 2.5), `${factor} times ${drawn}`);
  },
  'way'({ steps, costs }, { stops }) {
    assert.deepEqual([steps[0], steps.at(-1)], [String(stops[0].step), String(stops[stops.length - 1].step)]);
    steps.forEach((/** @type {string} */ step, /** @type {number} */ at) => assertPrinted(costs[at], stops.find((stop) => String(stop.step) === step)?.cost ?? NaN));
  },
  'costs'({ low, high }, { survey: { heights: { costs } } }) {
    const finite = costs.filter(Number.isFinite);
    assertPrinted(low, Math.min(...finite));
    assertPrinted(high, Math.max(...finite));
  },
  'cost now': ({ cost }, { stops }) => assertPrinted(cost, stops[stops.length - 1].cost),
};

/** @param {string} text */
function numberOf(text) {
  const [mantissa, power] = text.replace('\u2212', '-').split('\u00b710');
  const exponent = power ? Number([...power].map((sign) => ({ '\u207b': '-' }[sign] ?? '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079'.indexOf(sign))).join('')) : 0;
  return Number(mantissa) * 10 ** exponent;
}

test('what is said of a mountain is true of its arrays, and every number is claimed', () => {
  const met = new Set();
  for (let seed = 0; seed < 120; seed++) {
    const told = momentOf(seed), costAt = createSliceCost(told.survey.problem, told.survey.slice);
    const since = seemsUphill(told, costAt);
    for (const { text, claims } of [titleWords(told), sliceWords(told), groundHereWords(told), misleadingWords(told, since), mountainName(told, 'Mountain'), wayWords(told)]) {
      assert.doesNotMatch(text, /NaN|undefined|null|Infinity/, text);
      for (const claim of claims) {
        met.add(claim.that);
        try {
          CHECKERS[claim.that](claim, told);
        } catch (error) {
          throw new Error(`moment ${seed}, “${text}”: ${/** @type {Error} */ (error).message}`, { cause: error });
        }
      }
      const claimed = claims.flatMap((claim) => Object.values(claim).flat()).filter((value) => typeof value === 'string').flatMap(numbersIn);
      const bare = text.replace(/(?:neuron|layer|output|input x)\s?\d+/g, '');
      for (const number of numbersIn(bare)) assert.ok(claimed.includes(number), `moment ${seed}: nobody claims ${number} in “${text}”`);
    }
  }
  assert.deepEqual(Object.keys(CHECKERS).filter((kind) => !met.has(kind) && kind !== 'cut off'), []);
});

test('a path has its start and its end, as many stops between as a picture needs, and none of another network', () => {
  const line = (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ count) => {
    const moments = createMoments(count);
    for (let step = from; step <= to; step++) moments.add(/** @type {any} */ ({ step, train_cost: 1 / (1 + step), parameters: Array(count).fill(step), update: Array(count).fill(0) }), step);
    return /** @type {any} */ ({ from, moments, marks: [] });
  };
  const run = (/** @type {any[]} */ ...stretches) => /** @type {any} */ ({ id: 1, name: '', parent: null, from: 0, stretches });
  const long = stopsOf(run(line(0, 2999, 2)), 2);
  assert.ok(long.length <= MOST + 1);
  assert.deepEqual([long[0].step, long.at(-1)?.step, long.at(-1)?.cost], [0, 2999, 1 / 3000]);
  const steps = stopsOf(run(line(0, 9, 3), line(9, 20, 2), line(20, 24, 2)), 2).map(({ step }) => step);
  assert.deepEqual(steps, Array.from({ length: 16 }, (_, at) => 9 + at), 'each step once, since the network has its shape');
  assert.deepEqual(stopsOf(run(line(0, 9, 3)), 2), []);
});

test('the floor’s weights are those that were chosen, as far as there are two of them', () => {
  const architecture = new Architecture(/** @type {any} */ ({ features: ['x1', 'x2'], hidden: [2], task: 'classification', classes: 2, activation: 'tanh', output: 'softmax' }));
  const keys = parameterKeys(architecture);
  assert.deepEqual(keys.map((key) => indexOf(key, architecture)), keys.map((_, at) => at));
  const choose = (/** @type {string} */ first, /** @type {string} */ second, stops = /** @type {{parameters: number[]}[]} */ ([])) => (
    axesOf({ kind: 'weights', first, second }, architecture, stops));
  assert.deepEqual(choose('w:3:1:0', 'b:2:1'), ['w:3:1:0', 'b:2:1']);
  const twice = choose('w:3:1:0', 'w:3:1:0');
  assert.equal(twice[0], 'w:3:1:0');
  assert.notEqual(twice[0], twice[1]);
  assert.deepEqual(choose('w:9:0:0', 'b:2:1')[0], 'b:2:1', 'a neuron that is gone has no weights');
  const moved = keys.map((_, at) => (at === 4 ? 3 : at === 9 ? -5 : 0));
  assert.deepEqual(axesOf(null, architecture, [{ parameters: keys.map(() => 0) }, { parameters: moved }]), [keys[9], keys[4]]);
  assert.deepEqual([indexOf('w:2:0:7', architecture), indexOf('a:2:0', architecture), indexOf('C', architecture)], [-1, -1, -1]);
});

test('the land holds the whole path, with room around it', () => {
  const draw = randomFrom(2);
  for (let turn = 0; turn < 200; turn++) {
    const slice = { base: new Float64Array(2), first: Float64Array.of(1, 0), second: Float64Array.of(0, 1) };
    const size = 10 ** (4 * draw() - 2);
    const stops = Array.from({ length: 5 }, () => ({ parameters: [size * draw(), 3 * size * draw() - 7] }));
    const { centre, half } = squareOf(slice, stops, stops[4].parameters, 1);
    for (const { parameters } of stops) parameters.forEach((value, axis) => assert.ok(Math.abs(value - centre[axis]) < 0.95 * half));
    const near = squareOf(slice, stops, stops[4].parameters, 1 / 8);
    stops[4].parameters.forEach((value, axis) => assert.ok(Math.abs(value - near.centre[axis]) < near.half, 'who looks closer looks at now'));
  }
});

test('a long way has few dots', () => {
  const stops = Array.from({ length: 200 }, (_, at) => ({ step: at * 7, cost: 1, parameters: [at, at] }));
  const slice = { base: new Float64Array(2), first: Float64Array.of(1, 0), second: Float64Array.of(0, 1) };
  assert.equal(dotsApart(stops), 100);
  const dots = wayOf({ slice }, stops).filter(({ dot }) => dot).length;
  assert.equal(dots, Math.floor((199 * 7) / 100));
});

test('two weights that are picked are a floor, one of them twice is none', () => {
  const state = createMountainState();
  assert.equal(pick(state, 'w:2:0:0'), 'first');
  assert.equal(pick(state, 'w:2:0:0'), 'again');
  assert.equal(state.floor, null);
  assert.equal(pick(state, 'b:2:0'), 'both');
  assert.deepEqual([state.floor, state.picked, state.shown], [{ kind: 'weights', first: 'w:2:0:0', second: 'b:2:0' }, null, true]);
});

test('where there is nothing to measure, it is said why', () => {
  const facts = { samples: 3, points: 3, parameters: 9, isKnown: true };
  assert.equal(withoutMountain(facts), null);
  assert.match(withoutMountain({ ...facts, samples: 0, points: 0 })?.text ?? '', /there are none yet/);
  assert.match(withoutMountain({ ...facts, samples: 0 })?.text ?? '', /all points are for testing/);
  assert.match(withoutMountain({ ...facts, isKnown: false })?.text ?? '', /not there yet/);
});
