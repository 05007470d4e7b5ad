import assert from 'node:assert/strict';
import test from 'node:test';

import { phasesOf } from '../../../static/js/trace/phases.js';
import { sceneAt } from '../../../static/js/trace/scene.js';
import { subjectOf } from './textbook.js';

const { trace, architecture } = subjectOf({ hidden: [3] });
trace.update = {
  optimizer: 'gradient_descent', learning_rate: 1, clipping: null, gradient: trace.gradient, state_before: {}, state_after: {}, terms: {},
  after: trace.parameters.map((value, index) => value - trace.gradient[index]),
};
const PHASES = phasesOf(architecture.layers, { update: true });

/** @param {string} kind @param {number} progress @param {number} [layer] */
function at(kind, progress, layer) {
  const phase = PHASES.find((one) => one.kind === kind && (layer === undefined || one.layer === layer));
  assert.ok(phase, `no phase ${kind} ${layer}`);
  return sceneAt(trace, architecture, { phase, progress, walk: 0 });
}

test('every phase has a scene at every moment, whatever the depth', () => {
  for (const hidden of [[], [2], [3, 3, 3, 3, 3, 3, 3, 3]]) {
    const subject = subjectOf({ hidden });
    subject.trace.update = trace.update && { ...trace.update, after: subject.trace.parameters.slice() };
    for (const phase of phasesOf(subject.architecture.layers, { update: true })) {
      for (const progress of [0, 0.5, 1]) {
        const scene = sceneAt(subject.trace, subject.architecture, { phase, progress, walk: 0 });
        assert.equal(scene.parameters.length, subject.architecture.parameterCount);
      }
    }
  }
});

test('forward signals carry w·a from the source to the neuron, and are gone when they have arrived', () => {
  const start = at('forward', 0, 2).pulses, later = at('forward', 0.4, 2).pulses;
  assert.equal(start.length, 6);
  const index = architecture.weightIndex(2, 2, 1);
  const pulse = later.find(({ key }) => key === 'w:2:2:1');
  assert.equal(pulse?.value, trace.parameters[index] * /** @type {number[]} */ (trace.activations[1])[1]);
  assert.ok(start.every(({ position }) => position === 0));
  assert.ok(later.every(({ position }) => position > 0 && position <= 1));
  assert.deepEqual(at('forward', 1, 2).pulses, []);
});

test('activations are shown once their layer is reached, and the cost from its phase on', () => {
  assert.equal(at('input', 1).point?.activations.length, 2);
  assert.equal(at('forward', 0.1, 2).point?.activations.length, 2);
  assert.equal(at('forward', 1, 2).point?.activations.length, 3);
  assert.equal(at('forward', 1, 3).cost, null);
  assert.equal(at('cost', 1).cost, trace.cost);
});

test('backward shares are w·δ and travel from the destination to the source', () => {
  const { flows, arrows } = at('backward', 0.5, 2).story;
  const flow = flows.find(({ key }) => key === 'w:3:1:2');
  const delta = /** @type {number[]} */ (trace.deltas[3])[1];
  assert.equal(flow?.value, trace.parameters[architecture.weightIndex(3, 1, 2)] * delta);
  const early = at('backward', 0.1, 2).story.flows.find(({ key }) => key === 'w:3:1:2');
  assert.ok((early?.position ?? 0) > (flow?.position ?? 1));
  assert.ok(arrows.some(({ layer, length }) => layer === 3 && length === 1));
});

test('the longest arrow of a layer belongs to its largest |δ|', () => {
  const deltas = /** @type {number[]} */ (trace.deltas[2]);
  const arrows = at('backward', 1, 2).story.arrows.filter(({ layer }) => layer === 2);
  const longest = arrows.find(({ length }) => length === 1);
  assert.equal(longest?.value, deltas.toSorted((a, b) => Math.abs(b) - Math.abs(a))[0]);
});

test('the update moves every parameter from its old value to its new one', () => {
  assert.deepEqual(at('update', 0).parameters, trace.parameters);
  assert.deepEqual(at('update', 1).parameters, trace.update?.after);
  const half = at('update', 0.7).parameters;
  const moving = trace.gradient.findIndex((value) => value !== 0);
  const after = trace.parameters[moving] - trace.gradient[moving];
  const [low, high] = [trace.parameters[moving], after].sort((a, b) => a - b);
  assert.ok(low < half[moving] && half[moving] < high);
  assert.deepEqual(at('update', 1).story.arrows, []);
});
