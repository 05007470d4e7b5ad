import assert from 'node:assert/strict';
import { test } from 'node:test';

import { describe, layerName, layerWords, networkName } from '../../../../static/js/figures/network/describe.js';
import { valueOf } from '../../../../static/js/figures/network/highlights.js';
import { PLAIN } from '../../../../static/js/figures/network/scene.js';
import { symbolOf } from '../../../../static/js/figures/network/symbols.js';
import { Architecture } from '../../../../static/js/network/architecture.js';

const architecture = new Architecture({
  features: ['x1', 'x1^2'], hidden: [4, 3], task: 'classification', classes: 2, activation: 'tanh',
  output: 'softmax',
});
const parameters = Array.from({ length: architecture.parameterCount }, (_, index) => index / 10);
const scene = { ...PLAIN, architecture, parameters };

/** A followed point with these activations, from layer 1 on. @param {number[][]} layers */
const pointWith = (layers) =>
  ({ x1: 0, x2: 0, activations: [null, ...layers.map((a) => Float64Array.from(a))], pre_activations: [] });

test('a symbol counts from 1 and reads (from, to), as in the article', () => {
  assert.deepEqual(symbolOf('w:3:2:3', architecture), [{ base: 'w', above: '2,3', below: '4,3' }]);
  assert.deepEqual(symbolOf('b:3:2', architecture), [{ base: 'b', above: '3', below: '3' }]);
  assert.deepEqual(symbolOf('a:2:0', architecture), [{ base: 'a', above: '2', below: '1' }]);
  assert.deepEqual(symbolOf('x:1', architecture), [{ base: 'x', below: '1', above: '2' }]);
});

test('the value of an element is the parameter that notation.md puts there', () => {
  assert.equal(valueOf('w:3:2:1', scene), (12 + 1 * 3 + 2) / 10);
  assert.equal(valueOf('b:3:2', scene), (12 + 4 * 3 + 2) / 10);
  assert.equal(valueOf('a:3:2', scene), null);
  const point = pointWith([[0.5, 0.25], [0, 0, 0, 0], [0, 0, 0.75], [1, 0]]);
  assert.equal(valueOf('a:3:2', { ...scene, point }), 0.75);
});

test('elements are described with their value, in words', () => {
  const values = parameters.map((value) => value);
  values[architecture.weightIndex(3, 2, 3)] = -1.514;
  const changed = { ...scene, parameters: values, cost: 0.5 };
  assert.equal(
    describe('w:3:2:3', changed).text, 'weight from neuron 4 of layer 2 to neuron 3 of layer 3, \u22121.51');
  assert.equal(describe('w:2:0:1', changed).text, 'weight from input x1 squared to neuron 1 of layer 2, 0.40');
  assert.equal(describe('b:4:1', changed).text, 'bias of output 2, square, 3.40');
  assert.equal(describe('a:2:0', changed).text, 'neuron 1 of layer 2, bias 0.80');
  assert.equal(describe('C', changed).text, 'cost, 0.500');
  assert.equal(describe('C', { ...changed, cost: NaN }).text, 'cost');
  assert.equal(describe('C', { ...changed, costName: 'cost of the point' }).text, 'cost of the point, 0.500');
  const point = pointWith([[0.5, 0.25], [0.1, 0, 0, 0], [], []]);
  assert.equal(describe('a:2:0', { ...changed, point }).text, 'neuron 1 of layer 2, bias 0.80, activation 0.10');
  assert.equal(describe('x:1', { ...changed, point }).text, 'input x1 squared, 0.25');
});

test('the chosen point’s numbers stand where its words say, whatever else the pointer is over', () => {
  const point = pointWith([[0.5, 0.25], [0.1, 0, 0, 0], [], [0.9, 0.1]]);
  const hover = pointWith([[1, 1], [0.7, 0, 0, 0], [], [0.2, 0.8]]);
  assert.equal(valueOf('a:4:0', { ...scene, point, hover }), 0.9);
  assert.equal(valueOf('a:4:0', { ...scene, hover }), 0.2);
  assert.equal(describe('a:4:0', { ...scene, hover }).text, describe('a:4:0', scene).text);
});

test('one neuron is not called neurons', () => {
  assert.equal(layerWords('Layer 2', 1).text, 'Layer 2, 1 neuron');
  assert.equal(layerWords('Layer 2', 4).text, 'Layer 2, 4 neurons');
});

test('layers and the network name themselves', () => {
  const names = [1, 2, 3, 4].map((layer) => layerName(layer, architecture));
  assert.deepEqual(names, ['Input', 'Layer 2', 'Layer 3', 'Output']);
  assert.equal(networkName(architecture).text, 'Network of 4 layers: 2, 4, 3 and 2 neurons');
});
