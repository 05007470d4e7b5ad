import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Architecture } from '../../../static/js/network/architecture.js';
import { Budget } from '../../../static/js/network/field/budget.js';
import { CpuField } from '../../../static/js/network/field/cpu.js';
import { classMargin, zeroContour } from '../../../static/js/network/field/contours.js';
import { LEVELS, Palette, colourOf } from '../../../static/js/network/field/palette.js';
import { ParameterTexels } from '../../../static/js/network/field/parameter_texels.js';
import { createScales } from '../../../static/js/network/field/scales.js';
import { NETWORKS } from './fixtures.js';

/** @typedef {import('../../../static/js/network/field/types.js').FieldColours} FieldColours */

/** @type {ConstructorParameters<typeof Architecture>[0]} */
const EXPERIMENT = {
  features: ['x1', 'x2'],
  hidden: [2],
  task: 'classification',
  classes: 2,
  activation: 'relu',
  output: 'softmax',
};

/** @param {number[]} values @param {number} resolution */
function segments(values, resolution) {
  /** @type {number[][]} */
  const found = [];
  zeroContour(Float32Array.from(values), resolution, (...ends) => found.push(ends));
  return found;
}

test('discretised maps have no shades: a sign, a winner, or whether something is likelier than not', () => {
  /** @type {FieldColours} */
  const colours = {
    paper: [250, 250, 250], raised: [255, 255, 255], ink: [0, 0, 0], positive: [40, 70, 90], negative: [190, 70, 40],
    classes: [[20, 90, 160], [170, 120, 0]], fields: [[160, 200, 230], [240, 210, 140]],
  };
  const [shaded, discrete] = [new Palette(colours), new Palette({ ...colours, discretised: true })];
  const levels = (/** @type {Palette} */ palette, /** @type {number} */ row) => (
    new Set(palette.words.slice(row * LEVELS, (row + 1) * LEVELS)));
  for (const row of [shaded.signedTile, shaded.signedPlane]) {
    assert.equal(levels(discrete, row).size, 3, 'below zero, zero, above');
    for (const end of [0, 1]) assert.equal(colourOf(discrete, row, end), colourOf(shaded, row, end));
    assert.equal(colourOf(discrete, row, 0.51), colourOf(shaded, row, 1));
  }
  assert.deepEqual([...levels(discrete, shaded.field(1))], [colourOf(shaded, shaded.field(1), 1)]);
  assert.equal(levels(discrete, shaded.mark(0)).size, 2);
});

test('a budget goes by its estimate until something was measured, and a measurement in doubt goes until the next', () => {
  const budget = new Budget(1e-3);
  assert.equal(budget.resolution(10, 48, 110), 96); // √(10 / 1e-3) = 100, in steps of 16
  budget.record(48, 48 * 48);
  assert.equal(budget.resolution(10, 48, 110), 48);
  budget.doubt();
  assert.equal(budget.resolution(10, 48, 110), 48);
  budget.record(48, 48 * 48 * 1e-3);
  assert.equal(budget.resolution(10, 48, 110), 96);
});

const grey = /** @type {[number, number, number]} */ ([200, 200, 200]);
const GREY = new Palette({ paper: grey, raised: grey, ink: grey, positive: grey, negative: grey, classes: [grey, grey], fields: [grey, grey] });
const LOOK = { moving: false, inParts: false, soon: false, range: 1 };

/** A field without a screen, and what was painted on its plane last, as pixels of its grid. */
function fieldWithoutScreen() {
  /** @type {Uint8ClampedArray} */
  let put = new Uint8ClampedArray(0);
  const canvas = () => {
    const made = { width: 0, height: 0, getContext: () => context };
    const context = {
      createImageData: (/** @type {number} */ width, /** @type {number} */ height) => ({ data: new Uint8ClampedArray(4 * width * height) }),
      putImageData(/** @type {ImageData} */ { data }) { put = data; },
    };
    return made;
  };
  const architecture = new Architecture(EXPERIMENT);
  const field = new CpuField(/** @type {any} */ ({ createElement: canvas }), architecture, new Float64Array(architecture.parameterCount).fill(0.3));
  const nothing = () => {};
  const plane = /** @type {any} */ ({
    save: nothing, restore: nothing, clearRect: nothing, drawImage: nothing, beginPath: nothing, moveTo: nothing, lineTo: nothing, stroke: nothing,
  });
  return { field, architecture, paint: (look = LOOK) => field.paintPlane(plane, 500, 500, GREY, look), picture: () => put.slice() };
}

test('a map that is shown large is as fine as the plane', () => {
  const { field } = fieldWithoutScreen();
  const resolution = (/** @type {boolean} */ fine) => field.atlas(new Set([2]), GREY, { moving: false, fine, range: 1 }).resolution;
  assert.ok(resolution(true) > resolution(false));
});

test('a plane at rest ends as fine on a machine that was busy as on one that was not, and the maps too', (context) => {
  const calm = fieldWithoutScreen();
  assert.ok(calm.paint());
  const picture = calm.picture();
  const tile = calm.field.atlas(new Set([2]), GREY, { moving: false, fine: false, range: 1 }).resolution;

  const busy = fieldWithoutScreen();
  let clock = 0;
  const slow = context.mock.method(performance, 'now', () => { clock += 50; return clock; });
  for (let step = 0; step < 9; step += 1) {
    busy.field.update(busy.architecture, new Float64Array(busy.architecture.parameterCount).fill(step));
    busy.paint({ ...LOOK, moving: true });
    busy.field.atlas(new Set([2]), GREY, { moving: true, fine: false, range: 1 });
  }
  busy.field.update(busy.architecture, new Float64Array(busy.architecture.parameterCount).fill(0.3));
  let calls = 1;
  assert.equal(busy.paint(), false, 'coarse at first');
  assert.ok(busy.picture().length < picture.length);
  for (; !busy.paint(); calls += 1) assert.ok(calls < 1000, 'it ends');
  assert.ok(calls > 3, 'no call bears it all');
  assert.ok(Buffer.from(busy.picture()).equals(Buffer.from(picture)));
  assert.equal(busy.field.atlas(new Set([2]), GREY, { moving: false, fine: false, range: 1 }).resolution, tile);
  slow.mock.restore();
});

test('a line through a cell crosses its edges where the function is zero between the corners', () => {
  assert.deepEqual(segments([-1, 3, -1, 3], 2), [[0.25, 0, 0.25, 1]], 'upright, a quarter from the left');
  assert.deepEqual(segments([-1, -1, 1, 1], 2), [[0, 0.5, 1, 0.5]], 'level, half way down');
  assert.deepEqual(segments([1, -1, -1, -1], 2), [[0.5, 0, 0, 0.5]], 'round the top left corner');
});

test('in a saddle the middle says which corners belong together', () => {
  assert.deepEqual(segments([3, -1, -1, 3], 2), [[0.75, 0, 1, 0.25], [0, 0.75, 0.25, 1]]);
  assert.deepEqual(segments([1, -3, -3, 1], 2), [[0.25, 0, 0, 0.25], [1, 0.75, 0.75, 1]]);
});

test('a circle has a closed line of its radius', () => {
  const resolution = 61, radius = 0.3;
  const values = Array.from({ length: resolution * resolution }, (_, s) => {
    const column = s % resolution, row = Math.floor(s / resolution);
    return Math.hypot(column / (resolution - 1) - 0.5, row / (resolution - 1) - 0.5) - radius;
  });
  const circle = segments(values, resolution);
  let length = 0;
  for (const [x0, y0, x1, y1] of circle) {
    length += Math.hypot(x1 - x0, y1 - y0);
    assert.ok(Math.abs(Math.hypot(x0 - 0.5, y0 - 0.5) - radius) < 1e-3);
  }
  assert.ok(Math.abs(length - 2 * Math.PI * radius) < 0.01);
});

test('a function that is zero or not a number everywhere has no line', () => {
  assert.deepEqual(segments([0, 0, 0, 0], 2), []);
  assert.deepEqual(segments([NaN, NaN, NaN, NaN], 2), []);
});

test('the margin of a class is its lead over the best of the others', () => {
  const margin = new Float32Array(2);
  classMargin(Float32Array.of(1, 5, 2, 2, 4, 3), 3, 0, margin);
  assert.deepEqual([...margin], [1 - 4, 5 - 3]);
});

/** @type {FieldColours} */
const COLOURS = {
  paper: [250, 240, 230], raised: [255, 255, 255], ink: [0, 0, 0],
  positive: [40, 70, 90], negative: [190, 70, 40],
  classes: [[20, 90, 160], [170, 120, 0]], fields: [[160, 200, 230], [240, 210, 140]],
};

/** @param {number} row @param {number} share */
function rgb(row, share) {
  const bytes = new Uint8Array(Uint32Array.of(colourOf(new Palette(COLOURS), row, share)).buffer);
  return [...bytes];
}

/** @param {number[]} from @param {number[]} to @param {number} share */
const mixed = (from, to, share) => [...from.map((part, i) => Math.round(part + (to[i] - part) * share)), 255];

test('ramps run from paper to the full colour, signed ones from clay over their ground to slate', () => {
  const palette = new Palette(COLOURS);
  const { paper, raised, positive, negative, fields, classes } = COLOURS;
  assert.deepEqual(rgb(palette.signedTile, 0), mixed(raised, negative, 0.92));
  assert.deepEqual(rgb(palette.signedTile, 0.5), mixed(raised, raised, 0));
  assert.deepEqual(rgb(palette.signedTile, 1), mixed(raised, positive, 0.92));
  assert.deepEqual(rgb(palette.signedPlane, 0.5), mixed(paper, paper, 0));
  assert.deepEqual(rgb(palette.field(1), 0), mixed(paper, fields[1], 0.08));
  assert.deepEqual(rgb(palette.field(1), 1), mixed(paper, fields[1], 0.86));
  assert.deepEqual(rgb(palette.mark(0), 1), mixed(paper, classes[0], 0.9));
});

test('what lies beyond a ramp gets its end, what is no number its start', () => {
  const palette = new Palette(COLOURS);
  const row = palette.field(0);
  assert.equal(colourOf(palette, row, 7), palette.words[row * LEVELS + LEVELS - 1]);
  assert.equal(colourOf(palette, row, -7), palette.words[row * LEVELS]);
  assert.equal(colourOf(palette, row, NaN), palette.words[row * LEVELS]);
});

test('unbounded layers are divided by their greatest activation, bounded ones and small ones by 1', () => {
  const relu = new Architecture(EXPERIMENT);
  // Neurons 2 x1 and x2 / 10: the greatest over the plane is 6, for both.
  const parameters = [2, 0, 0, 0.1, 0, 0, 0, 0, 0, 0, 0, 0];
  const scales = createScales(relu)(parameters);
  assert.deepEqual([scales.layers[2], ...scales.inputs], [6, 3, 3]);
  assert.equal(createScales(relu)(parameters.map((value) => value / 10)).layers[2], 1);
  const tanh = createScales(new Architecture({
    ...EXPERIMENT, features: ['x1^2', 'sin x2'], activation: 'tanh',
  }));
  assert.deepEqual([tanh(parameters).layers[2], ...tanh(parameters).inputs], [1, 9, 1]);
});

test('every parameter has its own place in the texels, four neurons of one source in each', () => {
  for (const network of NETWORKS) {
    const architecture = new Architecture(network.experiment);
    const texels = new ParameterTexels(architecture);
    texels.fill(Array.from({ length: architecture.parameterCount }, (_, index) => index + 1));
    assert.equal([...texels.data].filter((value) => value !== 0).length, architecture.parameterCount);
    const i = architecture.layers, j = architecture.sizes[i - 2] - 1, k = architecture.sizes[i - 1] - 1;
    const quads = Math.ceil(architecture.sizes[i - 1] / 4);
    const weight = 4 * (texels.offsets[i] + j * quads + Math.floor(k / 4)) + (k % 4);
    assert.equal(texels.data[weight], architecture.weightIndex(i, k, j) + 1, network.name);
  }
});

test('a budget takes what fits into the time, in steps, between its limits', () => {
  const budget = new Budget(1e-3);
  assert.equal(budget.resolution(10, 16, 500), 96, '√(10 / 0.001) = 100');
  assert.equal(budget.resolution(10, 112, 500), 112);
  assert.equal(budget.resolution(10, 16, 90), 90);
  budget.record(100, 40);
  assert.equal(budget.resolution(10, 16, 500), 48, 'a measurement counts, not the guess: √(10 / 0.004)');
  budget.record(100, 0);
  assert.ok(budget.cost < 4e-3 && budget.cost > 2e-3, 'later ones move it a little');
});
