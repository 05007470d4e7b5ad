import assert from 'node:assert/strict';
import { test } from 'node:test';

import { emphasisOf, wiresOf } from '../../../../static/js/figures/network/emphasis.js';
import { layNetwork, wireIndex } from '../../../../static/js/figures/network/layout.js';
import { nearestKey, step, stepWire } from '../../../../static/js/figures/network/walk.js';
import { Architecture } from '../../../../static/js/network/architecture.js';

/** @typedef {import('../../../../static/js/figures/network/walk.js').Arrow} Arrow */

const SIZES = [2, 6, 4, 3];
/** @type {Arrow[]} */
const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

test('arrows walk the neurons and stop at the rim', () => {
  assert.equal(step('x:0', 'ArrowUp', SIZES, true), 'x:0');
  assert.equal(step('x:0', 'ArrowDown', SIZES, true), 'x:1');
  assert.equal(step('a:2:5', 'ArrowDown', SIZES, true), 'a:2:5');
  assert.equal(step('x:1', 'ArrowLeft', SIZES, true), 'x:1');
  assert.equal(step('a:4:2', 'ArrowRight', SIZES, true), 'C');
  assert.equal(step('a:4:2', 'ArrowRight', SIZES, false), 'a:4:2');
  assert.equal(step('C', 'ArrowLeft', SIZES, true), 'a:4:0');
});

test('from layer to layer the height is kept as well as it goes', () => {
  assert.equal(step('x:1', 'ArrowRight', SIZES, true), 'a:2:4');
  assert.equal(step('a:2:5', 'ArrowRight', SIZES, true), 'a:3:3');
  assert.equal(step('a:3:0', 'ArrowLeft', SIZES, true), 'a:2:0');
});

test('every neuron can be reached by arrows', () => {
  const seen = new Set(['x:0']);
  for (const key of seen) {
    for (const arrow of ARROWS) seen.add(step(key, arrow, SIZES, true));
  }
  assert.equal(seen.size, 2 + 6 + 4 + 3 + 1);
});

test('a neuron has its incoming wires, its bias and its outgoing wires', () => {
  assert.deepEqual(wiresOf([2, 2, 1], 2, 1), ['w:2:1:0', 'w:2:1:1', 'b:2:1', 'w:3:0:1']);
  assert.deepEqual(wiresOf([2, 2, 1], 1, 0), ['w:2:0:0', 'w:2:1:0']);
  assert.deepEqual(wiresOf([2, 2, 1], 3, 0), ['w:3:0:0', 'w:3:0:1', 'b:3:0']);
});

test('Shift with arrows goes round the wires of the neuron', () => {
  const sizes = [2, 2, 1];
  const walk = (/** @type {string} */ key, /** @type {Arrow} */ arrow) => stepWire('a:2:1', key, arrow, sizes);
  assert.equal(walk('a:2:1', 'ArrowDown'), 'w:2:1:0');
  assert.equal(walk('w:2:1:0', 'ArrowDown'), 'w:2:1:1');
  assert.equal(walk('w:3:0:1', 'ArrowDown'), 'w:2:1:0');
  assert.equal(walk('w:2:1:0', 'ArrowUp'), 'w:3:0:1');
  assert.equal(walk('b:2:1', 'ArrowRight'), 'w:3:0:1');
  assert.equal(walk('b:2:1', 'ArrowLeft'), 'w:2:1:0');
  assert.equal(stepWire('C', 'C', 'ArrowDown', sizes), 'C');
});

test('after an edit the walk stands at what still exists', () => {
  assert.equal(nearestKey('a:2:5', [2, 4, 3]), 'a:2:3');
  assert.equal(nearestKey('w:2:0:1', [2, 4, 3]), 'w:2:0:1');
  assert.equal(nearestKey('w:3:2:5', [2, 4, 3]), 'a:3:2');
  assert.equal(nearestKey('a:4:2', [2, 3]), 'a:2:2');
  assert.equal(nearestKey('C', [2, 3]), 'C');
});

const architecture = new Architecture({
  features: ['x1', 'x2'], hidden: [6, 4], task: 'classification', classes: 3, activation: 'tanh',
  output: 'softmax',
});
const layout = layNetwork(architecture, 850, 400);
/** @param {Partial<Parameters<typeof emphasisOf>[0]>} scene */
const emphasise = (scene) => emphasisOf({ selected: null, dim: null, ...scene }, layout);

/** The emphasis of a scene that has one. @param {Partial<Parameters<typeof emphasisOf>[0]>} scene */
function emphasised(scene) {
  const emphasis = emphasise(scene);
  assert.ok(emphasis);
  return emphasis;
}

test('nothing selected fades nothing', () => {
  assert.equal(emphasise({}), null);
  assert.equal(emphasise({ selected: 'C' }), null);
});

test('a selected weight stays, its relatives faintly, with its two neurons', () => {
  const { wires, neurons, strong } = emphasised({ selected: 'w:3:2:3' });
  /** @param {[number, number, number]} place */
  const opacity = (...place) => wires[wireIndex(layout, ...place)];
  assert.equal(opacity(3, 2, 3), 1);
  assert.ok(opacity(3, 2, 0) < 1 && opacity(3, 2, 0) > opacity(4, 0, 0));
  assert.ok(opacity(3, 1, 3) > opacity(3, 1, 0));
  assert.deepEqual([...strong].sort(), ['a:2:3', 'a:3:2']);
  assert.equal(neurons[2][2], 1);
  assert.ok(neurons[2][1] < 1);
});

test('a selected neuron keeps the wires that meet in it', () => {
  const { wires } = emphasised({ selected: 'a:3:0' });
  const full = [...wires].filter((opacity) => opacity === 1).length;
  assert.equal(full, 6 + 3);
});

test('a phase sets opacities by element, by layer, and for the rest', () => {
  const dim = { rest: 0.1, keep: new Map([['w:2:0:1', 0.95], ['layer:2', 1], ['a:2:5', 0.5]]) };
  const { wires, neurons } = emphasised({ dim });
  assert.ok(Math.abs(wires[wireIndex(layout, 2, 0, 1)] - 0.95) < 1e-6);
  assert.ok(Math.abs(wires[wireIndex(layout, 2, 1, 1)] - 0.1) < 1e-6);
  assert.deepEqual(neurons[1], [1, 1, 1, 1, 1, 0.5]);
  assert.ok(neurons[3][0] < 0.5);
});
