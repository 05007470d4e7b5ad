import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { alike, axisSlice, parametersAt, placeIn, principalDirections, randomDirections, sharesOf } from '../../../../static/js/network/mountain/directions.js';
import { dot, lengthOf } from '../../../../static/js/network/mountain/eigen.js';
import { gradientOf } from '../../../../static/js/network/mountain/gradient.js';
import { LEVELS, measured } from '../../../../static/js/network/mountain/measure.js';
import { offsetsOf, problemOf } from '../../../../static/js/network/mountain/problem.js';
import { shapeAt } from '../../../../static/js/network/mountain/shape.js';
import { createSliceCost } from '../../../../static/js/network/mountain/slice_cost.js';
import { randomFrom } from '../../random.js';

/** @typedef {{name: string, experiment: import('../../../../static/js/types.js').Experiment, points: import('../../../../static/js/types.js').Point[],
 *  base: number[], first: number[], second: number[], places: [number, number][], costs: number[]}} SliceCase */

/** What tests/fixtures/make_mountain_fixtures.py made. @type {{slices: SliceCase[], path: {stops: number[][], directions: number[][], shares: number[]}}} */
const FIXTURES = JSON.parse(readFileSync(new URL('../../../fixtures/network/mountain.json', import.meta.url), 'utf8'));

/** @param {SliceCase} fixture */
const sliceOf = ({ base, first, second }) => (
  { base: Float64Array.from(base), first: Float64Array.from(first), second: Float64Array.from(second) });

/** @param {number} actual @param {number} expected @param {number} tolerance @param {string} what */
function assertNear(actual, expected, tolerance, what) {
  assert.ok(Math.abs(actual - expected) <= tolerance * Math.abs(expected), `${what}: ${actual} is not ${expected}`);
}

test('over a thousand places of slices the cost is the server’s to 1e-12', () => {
  assert.ok(FIXTURES.slices.reduce((sum, { places }) => sum + places.length, 0) > 1000);
  for (const fixture of FIXTURES.slices) {
    const costAt = createSliceCost(problemOf(fixture.experiment, fixture.points), sliceOf(fixture));
    fixture.places.forEach(([u, v], at) => assertNear(costAt(u, v), fixture.costs[at], 1e-12, `${fixture.name}, (${u}, ${v})`));
  }
});

test('the gradient is that of the cost, by central differences, and the shape around a place bends as it does', () => {
  for (const fixture of FIXTURES.slices) {
    const problem = problemOf(fixture.experiment, fixture.points), slice = sliceOf(fixture);
    const gradient = gradientOf(problem, slice.base);
    const off = 1e-5;
    for (let index = 0; index < gradient.length; index += 7) {
      const along = new Float64Array(gradient.length);
      along[index] = 1;
      const costAt = createSliceCost(problem, { base: slice.base, first: along, second: new Float64Array(gradient.length) });
      const expected = (costAt(off, 0) - costAt(-off, 0)) / (2 * off);
      assert.ok(Math.abs(gradient[index] - expected) < 1e-7 * Math.max(1, Math.abs(expected)), `${fixture.name}, parameter ${index}: ${gradient[index]} is not ${expected}`);
    }
    const costAt = createSliceCost(problem, slice), shape = shapeAt(problem, slice, 0.3, -0.2);
    assertNear(shape.cost, costAt(0.3, -0.2), 1e-12, fixture.name);
    assert.ok(shape.bends[0] >= shape.bends[1]);
    // Along the eigenvector the second difference is the eigenvalue.
    const [du, dv] = shape.along.map((part) => part * 1e-3);
    const bend = (costAt(0.3 + du, -0.2 + dv) - 2 * shape.cost + costAt(0.3 - du, -0.2 - dv)) / 1e-6;
    if (!/relu|leaky/.test(fixture.experiment.activation)) {
      assert.ok(Math.abs(bend - shape.bends[0]) < 1e-3 * Math.max(1, Math.abs(bend)), `${fixture.name}: ${bend} is not ${shape.bends[0]}`);
    }
  }
});

test('each level has the nodes of the one before, each with the cost of its place', () => {
  const [fixture] = FIXTURES.slices;
  const problem = problemOf(fixture.experiment, fixture.points), slice = sliceOf(fixture);
  const levels = [...measured(problem, slice, { centre: [1, -1], half: 2 }, LEVELS.slice(0, 2))].flatMap(({ heights }) => heights ?? []);
  assert.deepEqual(levels.map(({ nodes }) => nodes), [17, 33]);
  const costAt = createSliceCost(problem, slice);
  for (const { nodes, costs } of levels) {
    for (const at of [0, nodes - 1, nodes * 7 + 3, nodes * nodes - 1]) {
      const [column, row] = [at % nodes, Math.floor(at / nodes)];
      assertNear(costs[at], costAt(-1 + (4 * column) / (nodes - 1), -3 + (4 * row) / (nodes - 1)), 1e-12, `node ${at} of ${nodes}`);
    }
  }
});

test('without points there is no height, and where numbers overflow none that is finite', () => {
  const [fixture] = FIXTURES.slices;
  const slice = sliceOf(fixture);
  assert.ok(Number.isNaN(createSliceCost(problemOf(fixture.experiment, []), slice)(0, 0)));
  const huge = { ...slice, first: slice.first.map((value) => value * 1e300) };
  assert.ok(!Number.isFinite(createSliceCost(problemOf({ ...fixture.experiment, l2: 1 }, fixture.points), huge)(1e9, 0)));
});

test('the directions of a path are its singular vectors, whichever way they point', () => {
  const { stops, directions, shares } = FIXTURES.path;
  const now = /** @type {number[]} */ (stops.at(-1));
  const pair = principalDirections(stops, now) ?? assert.fail();
  pair.forEach((direction, which) => assertNear(Math.abs(dot(direction, directions[which])), 1, 1e-9, `direction ${which}`));
  assert.ok(Math.abs(dot(...pair)) < 1e-12);
  sharesOf(stops, now, pair).forEach((share, which) => assertNear(share, shares[which], 1e-9, `share ${which}`));
  const turned = alike([pair[0].map((value) => -value), pair[1]], pair);
  assert.ok(dot(turned[0], pair[0]) > 0);
  assert.equal(principalDirections([now, now], now), null, 'a path that has not moved has none');
  const line = principalDirections([[0, 0, 0], [1, 0, 0]], [2, 0, 0]) ?? assert.fail();
  assert.deepEqual([Math.abs(line[0][0]), line[1][0]], [1, 0], 'a straight path has another direction beside it');
});

test('a place of a slice is where it was put', () => {
  const slice = axisSlice([1, 2, 3, 4], 3, 1);
  assert.deepEqual(placeIn(slice, [1, 2, 3, 4]), [4, 2]);
  assert.deepEqual([...parametersAt(slice, 5, 6)], [1, 6, 3, 5]);
});

test('random directions weigh each neuron’s wires as it does, and leave biases out', () => {
  const sizes = [2, 3, 2];
  const { offsets, count } = offsetsOf(sizes);
  const draw = randomFrom(5);
  const normal = () => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  const parameters = Float64Array.from({ length: count }, (_, at) => (at % 3 === 1 ? 0.01 : 1 + at / 10));
  const { pair: [first, second], reach } = randomDirections(sizes, offsets, parameters, normal) ?? assert.fail();
  assertNear(lengthOf(first), 1, 1e-12, 'length');
  assertNear(lengthOf(second), 1, 1e-12, 'length');
  assert.ok(Math.abs(dot(first, second)) < 1e-12);
  // Neuron 2 of layer 2 has the indices 1 and 4, and its weights 0.01 are the length of the direction's.
  assertNear(reach * Math.hypot(first[1], first[4]), Math.hypot(0.01, 0.01), 1e-9, 'a filter');
  assert.equal(first[6], 0, 'a bias');
  assert.equal(randomDirections(sizes, offsets, new Float64Array(count), normal), null);
});
