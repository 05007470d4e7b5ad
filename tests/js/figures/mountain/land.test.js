import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { FIRST_CAMERA, clearestTurn, mapView, onGround, placeSeen, spotOf, viewOf } from '../../../../static/js/figures/mountain/camera.js';
import { costTicks, ticksWithin } from '../../../../static/js/figures/mountain/frame.js';
import { placed } from '../../../../static/js/figures/mountain/labels.js';
import { countedAt, heightAt, inShares, isOnLand, landOf, ofShares, roundUp } from '../../../../static/js/figures/mountain/land.js';
import { fillGround } from '../../../../static/js/figures/mountain/raster.js';
import { COVERS, SHADES, shadesOf } from '../../../../static/js/figures/mountain/tints.js';
import { partsOnLand } from '../../../../static/js/figures/mountain/way.js';
import { measured } from '../../../../static/js/network/mountain/measure.js';
import { problemOf } from '../../../../static/js/network/mountain/problem.js';
import { createSliceCost } from '../../../../static/js/network/mountain/slice_cost.js';
import { randomFrom } from '../../random.js';

const SIZE = { width: 480, height: 480 };
const SQUARE = { centre: /** @type {[number, number]} */ ([1, -2]), half: 3 };

/** @param {(x: number, y: number) => number} costOf in shares of the square @param {number} [nodes] @param {'linear' | 'log'} [scale] */
function landWith(costOf, nodes = 33, scale = 'linear') {
  const costs = Float64Array.from({ length: nodes * nodes }, (_, at) => costOf((at % nodes) / (nodes - 1), Math.floor(at / nodes) / (nodes - 1)));
  return landOf({ nodes, costs }, SQUARE, scale);
}
const bumpy = (/** @type {number} */ x, /** @type {number} */ y) => 2 + Math.sin(5 * x) * Math.cos(4 * y) + x;

test('the lowest place is where the least cost is, in units of weights', () => {
  const land = landWith((x, y) => 1 + (x - 0.75) ** 2 + (y - 0.25) ** 2) ?? assert.fail();
  assert.deepEqual(land.lowest, { u: 1 + 1.5, v: -2 - 1.5, cost: 1 });
  assert.equal(land.isCut, false);
  assert.deepEqual(ofShares(land, 0.75, 0.25), { u: 2.5, v: -3.5 });
  assert.deepEqual(inShares(land, { u: 2.5, v: -3.5 }), { x: 0.75, y: 0.25 });
  assert.ok(isOnLand(land, { u: 4, v: 1 }) && !isOnLand(land, { u: 4.1, v: 1 }));
});

test('what overflows is cut off at the highest cost that is a number, and where nothing is one there is no land', () => {
  const land = landWith((x) => (x > 0.9 ? Infinity : x > 0.8 ? NaN : x)) ?? assert.fail();
  assert.ok(land.isCut);
  assert.ok(Math.abs(land.highest - 0.8) < 0.04);
  assert.equal(Math.max(...land.heights), land.top);
  assert.equal(landWith(() => NaN), null);
});

test('heights begin at a cost of 0, but where all costs are alike', () => {
  assert.equal(landWith((x) => 0.2 + x)?.bottom, 0);
  const flat = landWith((x) => 10 + x / 100) ?? assert.fail();
  assert.ok(flat.bottom * flat.spacing > 9.9 && flat.bottom * flat.spacing <= 10);
  assert.ok(Number.isFinite(landWith(() => 0)?.top), 'all are 0');
  assert.ok((landWith(() => 0.7) ?? assert.fail()).top > 0);
  const log = landWith((x) => 10 ** (4 * x - 2), 33, 'log') ?? assert.fail();
  assert.ok(Math.abs((countedAt(log, 1) - log.bottom) / (log.top - log.bottom) - 0.5) < 1e-9, 'the middle of four factors of ten');
});

test('a map’s contour lines run where the cost is a multiple of their spacing, and nowhere else', () => {
  const land = landWith(bumpy) ?? assert.fail();
  const view = mapView(SIZE, { left: 0, right: 0, top: 0, bottom: 0 });
  const pixels = new Uint32Array(SIZE.width * SIZE.height);
  // A tint that tells how strongly a line covers its pixel.
  const tints = Uint32Array.from({ length: COVERS * SHADES }, (_, at) => 1 + Math.floor(at / SHADES));
  fillGround(pixels, SIZE.width, SIZE.height, 1, { land, shades: shadesOf(land, false), view, tints });
  let strong = 0;
  for (let at = 0; at < pixels.length; at++) {
    const [column, row] = [at % SIZE.width, Math.floor(at / SIZE.width)];
    assert.ok(pixels[at] > 0, `pixel ${column}, ${row} was left out`);
    const [x, y] = [(column + 0.5) / SIZE.width, 1 - (row + 0.5) / SIZE.height];
    const height = heightAt(land, x, y), off = Math.abs(height - Math.round(height));
    const step = 1e-5, steep = Math.hypot(heightAt(land, x + step, y) - height, heightAt(land, x, y + step) - height) / (step * SIZE.width);
    if (pixels[at] > 5) {
      strong += 1;
      assert.ok(off <= 1.3 * steep + 1e-3, `a line at ${height}`);
    }
  }
  assert.ok(strong > 3000);
});

test('the ground of a mountain is filled without gaps, whichever way it is turned', () => {
  const land = landWith(bumpy) ?? assert.fail();
  const tints = new Uint32Array(COVERS * SHADES).fill(7);
  for (const turn of [0.3, 1.9, 3.5, 5.2]) {
    const view = viewOf({ turn, tilt: 0.7 }, SIZE);
    const pixels = new Uint32Array(SIZE.width * SIZE.height);
    fillGround(pixels, SIZE.width, SIZE.height, 1, { land, shades: shadesOf(land, true), view, tints });
    let filled = 0;
    for (let at = SIZE.width; at < pixels.length - SIZE.width; at++) {
      filled += pixels[at] ? 1 : 0;
      const around = [at - 1, at + 1, at - SIZE.width, at + SIZE.width];
      assert.ok(pixels[at] || around.some((other) => pixels[other] === 0), `a gap at ${at % SIZE.width}, ${Math.floor(at / SIZE.width)}, turned by ${turn}`);
    }
    // What rises towards the back shows less of itself than the floor would.
    const { byX, byY } = view;
    assert.ok(filled > 0.5 * Math.abs(byX[0] * byY[1] - byX[1] * byY[0]), `${filled} pixels`);
  }
});

test('what a hill hides is not seen, and what is seen is where it was put', () => {
  const land = landWith(bumpy) ?? assert.fail();
  for (const view of [viewOf(FIRST_CAMERA, SIZE), mapView(SIZE)]) {
    const draw = randomFrom(3);
    for (let turn = 0; turn < 200; turn++) {
      const place = { x: draw(), y: draw() };
      const spot = onGround(view, land, place);
      const seen = placeSeen(view, land, spot) ?? assert.fail();
      const again = onGround(view, land, seen);
      assert.ok(Math.hypot(again.x - spot.x, again.y - spot.y) < 2, 'it lies at the same spot of the picture');
      if (view.isFlat) assert.ok(Math.hypot(seen.x - place.x, seen.y - place.y) < 1e-9);
    }
    assert.equal(placeSeen(view, land, { x: 2, y: 2 }), null);
  }
});

test('the land is turned so that a way is in sight', () => {
  // It runs at the foot of a wall along the south side.
  const land = landWith((_, y) => 0.1 + (y < 0.15 ? (0.9 * (0.15 - y)) / 0.15 : 0.1 * (y - 0.15))) ?? assert.fail();
  const way = Array.from({ length: 30 }, (_, at) => ({ x: 0.1 + 0.025 * at, y: 0.15 }));
  const turn = clearestTurn(land, SIZE, way), view = viewOf({ ...FIRST_CAMERA, turn }, SIZE);
  assert.equal(view.near.row, 1, 'the wall is on the far side');
  const middle = [{ x: 0.5, y: 0.5 }];
  assert.equal(clearestTurn(landWith(() => 1) ?? assert.fail(), SIZE, middle), FIRST_CAMERA.turn);
});

test('a way’s places lie on the drawn ground, and within a pixel of where their cost is', () => {
  const { slices } = JSON.parse(readFileSync(new URL('../../../fixtures/network/mountain.json', import.meta.url), 'utf8'));
  for (const fixture of slices.slice(0, 4)) {
    const slice = { base: Float64Array.from(fixture.base), first: Float64Array.from(fixture.first), second: Float64Array.from(fixture.second) };
    const problem = problemOf(fixture.experiment, fixture.points);
    const square = { centre: /** @type {[number, number]} */ ([0.2, 0.1]), half: 2 };
    const heights = [...measured(problem, slice, square, [65])].at(-1)?.heights ?? assert.fail();
    const land = landOf(heights, square, 'linear') ?? assert.fail();
    const view = viewOf(FIRST_CAMERA, SIZE), costAt = createSliceCost(problem, slice), draw = randomFrom(8);
    for (let turn = 0; turn < 100; turn++) {
      const place = { x: draw(), y: draw() };
      const { u, v } = ofShares(land, place.x, place.y);
      const drawn = onGround(view, land, place);
      const height = (countedAt(land, costAt(u, v)) - land.bottom) / (land.top - land.bottom);
      const expected = spotOf(view, place.x, place.y, height);
      assert.ok(Math.hypot(drawn.x - expected.x, drawn.y - expected.y) < 1, `${fixture.name}: ${drawn.y} is not ${expected.y}`);
    }
  }
});

test('a way is cut where it leaves the land', () => {
  const land = landWith(bumpy) ?? assert.fail();
  const parts = partsOnLand(land, [{ u: 1, v: -2 }, { u: 9, v: -2 }, { u: 9, v: 0 }, { u: 1, v: 0 }]);
  assert.equal(parts.length, 2);
  for (const { x, y } of parts.flat()) assert.ok(x >= 0 && x <= 1 && y >= 0 && y <= 1);
  assert.deepEqual(parts[0][0], { x: 0.5, y: 0.5 });
});

test('ticks are round and within what they measure', () => {
  assert.deepEqual(ticksWithin(-2.1, 2.3, 4), [-2, 0, 2]);
  assert.deepEqual(ticksWithin(0, 1, 4), [0, 0.25, 0.5, 0.75, 1]);
  assert.equal(roundUp(0.3), 0.5);
  const log = landWith((x) => 10 ** (6 * x - 3), 33, 'log') ?? assert.fail();
  for (const cost of costTicks(log)) assert.ok(Number.isInteger(Math.log10(cost)));
});

test('a label stands where nothing else does, or nowhere', () => {
  const spot = { x: 100, y: 100 };
  const right = placed(spot, 50, SIZE, []) ?? assert.fail();
  assert.ok(right.box.left > spot.x);
  const left = placed(spot, 50, SIZE, [right.box]) ?? assert.fail();
  assert.ok(left.box.right < spot.x);
  assert.equal(placed(spot, 50, SIZE, [{ left: 0, top: 0, right: 480, bottom: 480 }]), null);
  const atEdge = placed({ x: 478, y: 2 }, 60, SIZE, []) ?? assert.fail();
  assert.ok(atEdge.box.right <= 480 && atEdge.box.top >= 0);
});
