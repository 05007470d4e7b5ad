import assert from 'node:assert/strict';
import { test } from 'node:test';

import { layNetwork } from '../../../../static/js/figures/network/layout.js';
import {
  createWirePainter, greatestOf, idleOpacity, wireWidth,
} from '../../../../static/js/figures/network/wires.js';
import { Architecture } from '../../../../static/js/network/architecture.js';

/** @param {number[]} hidden */
const build = (hidden) => new Architecture({
  features: ['x1', 'x2'], hidden, task: 'classification', classes: 2, activation: 'tanh', output: 'softmax',
});
/** @type {any} only these two are asked for */
const COLOURS = { positive: 'slate', negative: 'clay' };

/**
 * A canvas that writes down each stroke: colour, width, dash, opacity, and how many wires it has.
 * @returns {any}
 */
function createCanvas() {
  /** @type {object[]} */
  const strokes = [];
  /** @type {any} */
  const canvas = {
    strokes,
    setLineDash(/** @type {number[]} */ dash) { canvas.dash = dash; },
    beginPath() { canvas.wires = 0; },
    moveTo() { canvas.wires += 1; },
    bezierCurveTo() {},
    stroke() {
      const { strokeStyle, lineWidth, dash, globalAlpha, wires } = canvas;
      strokes.push({ strokeStyle, lineWidth, dash, globalAlpha, wires });
    },
  };
  return canvas;
}

/**
 * Paints a network without hidden layers, of four weights.
 * @param {number[]} weights
 * @param {Float32Array | null} [opacities]
 * @returns {{strokeStyle: string, lineWidth: number, dash: number[], globalAlpha: number, wires: number}[]}
 */
function paint(weights, opacities = null) {
  const layout = layNetwork(build([]), 800, 420);
  const canvas = createCanvas();
  const parameters = [...weights, 0, 0];
  createWirePainter(16)(canvas, layout, parameters, greatestOf(parameters), opacities, COLOURS);
  return canvas.strokes;
}

test('width runs from 0.7 to 5.9 with |w| over the greatest', () => {
  const layout = layNetwork(build([]), 800, 420);
  assert.equal(wireWidth(0, 2, layout), 0.7);
  assert.equal(wireWidth(-1, 2, layout), 0.7 + 5.2 / 2);
  assert.equal(wireWidth(9, 2, layout), 0.7 + 5.2);
});

test('small networks are not blown up, and what is not finite does not count as greatest', () => {
  assert.equal(greatestOf([0.01, -0.2]), 0.6);
  assert.equal(greatestOf([1, -3, NaN, Infinity]), 3);
});

test('positive wires are solid slate, negative ones dashed clay', () => {
  const strokes = paint([2, -2, 2, -2]);
  const looks = strokes.map(({ strokeStyle, wires }) => [strokeStyle, wires]);
  assert.deepEqual(looks, [['slate', 2], ['clay', 2]]);
  assert.deepEqual(strokes[0].dash, []);
  assert.equal(strokes[1].dash.length, 2);
});

test('wires of one look share a stroke, and the strong come last', () => {
  const strokes = paint([2, 1, 1, 0]);
  assert.deepEqual(strokes.map(({ wires }) => wires), [1, 2, 1]);
  const widths = strokes.map(({ lineWidth }) => lineWidth);
  assert.deepEqual(widths, [...widths].sort((a, b) => a - b));
  assert.ok(Math.abs(widths[2] - 5.9) < 1e-9);
});

test('a weight that is not finite is drawn thin, and breaks nothing', () => {
  const strokes = paint([NaN, 1, Infinity, -1]);
  assert.equal(strokes.reduce((sum, { wires }) => sum + wires, 0), 4);
});

test('opacities that a phase sets replace those of idle wires', () => {
  const strokes = paint([2, 2, 2, 2], Float32Array.of(1, 0.1, 0.1, 0.1));
  assert.deepEqual(strokes.map(({ globalAlpha, wires }) => [globalAlpha, wires]), [[0.1, 3], [1, 1]]);
});

test('idle wires fade with |w|, in a crowd all the more', () => {
  const few = [0, 0.2, 1].map((share) => idleOpacity(share, 12));
  const many = [0, 0.2, 1].map((share) => idleOpacity(share, 256));
  assert.deepEqual(few, [...few].sort((a, b) => a - b));
  assert.deepEqual(many, [...many].sort((a, b) => a - b));
  assert.ok(few[0] === 0.28 && Math.abs(few[2] - 0.94) < 1e-9);
  assert.ok(many[1] < few[1] / 3);
});
