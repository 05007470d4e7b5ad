import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deedText } from '../../../../static/js/page/undo/undo_words.js';
import { KINDS } from '../../../../static/js/wire/command_kinds.js';
import { OPTIONS } from '../../options.js';
import { EXPERIMENT, POINTS, progressAt } from '../../state/scene.js';

const DRAWN = { count: 50, noise: 0.1, test_share: 0.2, seed: 1 };

/** @typedef {import('../../../../static/js/types.js').Command} Command */
/** @typedef {Partial<import('../../../../static/js/types.js').Experiment>} Settings */

/** @param {Command} deed @param {Settings} [was] */
const text = (deed, was = {}) => deedText({ deed, was: { ...EXPERIMENT, ...was } }, OPTIONS);
/** @param {Settings} changes @param {Settings} [was] */
const setting = (changes, was) => text({ type: 'configure', changes }, was);

/** @type {[Command, string][]} */
const DEEDS = [
  [{ type: 'add_points', points: POINTS.slice(1, 2) }, 'point added'],
  [{ type: 'add_points', points: POINTS }, '3 points added'],
  [{ type: 'move_points', points: [{ id: 1, x1: 0, x2: 0 }] }, 'point moved'],
  [{ type: 'remove_points', ids: [...Array(12).keys()] }, '12 points removed'],
  [{ type: 'set_targets', ids: [1], target: 0 }, 'point changed'],
  [{ type: 'replace_points', points: [] }, 'points replaced'],
  [{ type: 'generate', dataset: 'bumps', ...DRAWN }, 'data set Bumps'],
  [{ type: 'generate', dataset: 'blank', ...DRAWN }, 'all points removed'],
  [{ type: 'split', test_share: 0.5, seed: 1 }, 'test points chosen anew'],
  [{ type: 'reset' }, 'reset'],
  [{ type: 'reset', seed: 8 }, 'reset to new weights, seed 8'],
  [{ type: 'add_layer', layer: 3, neurons: 2 }, 'layer 3 added'],
  [{ type: 'remove_layer', layer: 3 }, 'layer 3 removed'],
  [{ type: 'add_neuron', layer: 2 }, 'neuron added to layer 2'],
  [{ type: 'remove_neuron', layer: 2, neuron: 0 }, 'neuron 1 removed from layer 2'],
  [{ type: 'set_parameter', layer: 2, neuron: 0, source: 1, value: -1 / 3 }, 'weight set to −0.33333'],
  [{ type: 'set_parameter', layer: 2, neuron: 0, source: null, value: 2 }, 'bias set to 2'],
  [{ type: 'load', checkpoint: { version: 1, experiment: EXPERIMENT, points: POINTS, progress: progressAt(120) } }, 'back to step 120'],
];

test('each deed has its name', () => {
  for (const [deed, words] of DEEDS) assert.equal(text(deed), words);
  const named = new Set([...DEEDS.map(([{ type }]) => type), 'configure']);
  const changes = Object.entries(KINDS).filter(([, kind]) => kind === 'change' || kind === 'edit');
  assert.deepEqual(changes.map(([type]) => type).sort(), [...named].sort());
});

test('a setting is named with what it was and what it became', () => {
  assert.equal(setting({ learning_rate: 0.1 }), 'learning rate 0.35 → 0.1');
  assert.equal(setting({ activation: 'relu' }), 'activation tanh → ReLU');
  assert.equal(setting({ optimizer: 'adam' }), 'optimizer gradient descent → Adam');
  assert.equal(setting({ initializer: 'he' }), 'first weights Glorot → He');
  assert.equal(setting({ seed: 5 }), 'seed 1 → 5');
  assert.equal(setting({ l2: 0.01 }), 'L2 penalty 0 → 0.01');
  assert.equal(setting({ shuffle: false }), 'new order in each epoch off');
  assert.equal(setting({ classes: 3 }), 'task 2 classes → 3 classes');
  assert.equal(setting({ task: 'regression' }), 'task 2 classes → a real number');
  assert.equal(setting({ task: 'classification', classes: 4 }, { task: 'regression' }), 'task a real number → 4 classes');
  assert.equal(setting({ features: ['x1', 'x2', 'x1^2'] }), 'input x₁² added');
  assert.equal(setting({ features: ['x1'] }), 'input x₂ removed');
  assert.equal(setting({ features: ['x1', 'sin x1'] }), 'inputs sin x₁ added, x₂ removed');
});
