/**
 * @file Everything that is to be worked out, in the order in which it can be: a row each, with its formula.
 */
import { act, add, div, mul, num, of, ref, renamed, slope, sub, withRole } from './expression.js';
import { COSTS } from './costs.js';
import {
  COST, MOMENTUM, RATE, aKey, afterUpdate, deltaKey, gradientOf, inputKey, placeOf, targetKey, velocityOf, weightKey, zKey,
} from './keys.js';
import { activationOf, biasOf, laterLayers, layersOf, parameterKeys, range } from './setup.js';

/** @typedef {import('./expression.js').Expression} Expression */
/** @typedef {import('./setup.js').Setup} Setup */

/**
 * @typedef {object} Quantity
 * @property {string} key
 * @property {'z' | 'a' | 'cost' | 'delta' | 'gradient' | 'velocity' | 'parameter'} kind
 * @property {'forward' | 'backward' | 'update'} lane
 * @property {import('./keys.js').Place} place
 * @property {Expression} formula
 * @property {boolean} isAsked whether it is a slot of the sheet; the pass with the new weights is not
 */

/**
 * What a neuron hands on. A layer that does not bend hands on z itself.
 * @param {Setup} setup @param {number} point @param {number} layer @param {number} k
 */
export function outputKey(setup, point, layer, k) {
  if (layer === 1) return inputKey(point, k);
  return activationOf(setup, layer) === 'linear' ? zKey(point, layer, k) : aKey(point, layer, k);
}

/** (F1) @param {Setup} setup @param {number} point @param {number} layer @param {number} k @returns {Expression} */
function weightedSum(setup, point, layer, k) {
  const bias = biasOf(setup, layer, k);
  const wires = range(setup.sizes[layer - 2]).map((j) =>
    mul([ref(weightKey(layer, k, j), 'weight'), ref(outputKey(setup, point, layer - 1, j), 'source')], 'wire'));
  return add([...wires, ...(bias ? [ref(bias, 'bias')] : [])]);
}

/** (F1) @param {Setup} setup @param {number} point @param {number} layer @param {number} k @returns {Expression} */
function activated(setup, point, layer, k) {
  const name = activationOf(setup, layer);
  if (name !== 'softmax') return act(name, ref(zKey(point, layer, k)));
  const powers = range(setup.sizes[layer - 1]).map((other) => of('exp', ref(zKey(point, layer, other))));
  return div(powers[k], add(powers));
}

/** σ′, or nothing where nothing bends. @param {Setup} setup @param {number} point @param {number} layer @param {number} k @returns {Expression[]} */
function slopeOf(setup, point, layer, k) {
  const name = activationOf(setup, layer);
  return name === 'linear' ? [] : [slope(name, ref(zKey(point, layer, k)), ref(aKey(point, layer, k)))];
}

/** (B1) @param {Setup} setup @param {number} point @param {number} k @returns {Expression} */
function outputBlame(setup, point, k) {
  const n = layersOf(setup);
  const pull = COSTS[setup.cost].pull(targetKey(point, k), outputKey(setup, point, n, k), setup.sizes[n - 1]);
  if (setup.cost === 'cross_entropy') return pull;
  return mul([withRole(pull, 'pull'), ...slopeOf(setup, point, n, k)]);
}

/** (B2) @param {Setup} setup @param {number} point @param {number} layer @param {number} k @returns {Expression} */
function hiddenBlame(setup, point, layer, k) {
  const wires = range(setup.sizes[layer]).map((next) =>
    mul([ref(weightKey(layer + 1, next, k), 'weight'), ref(deltaKey(point, layer + 1, next), 'delta')], 'wire'));
  const blame = wires.length === 1 ? wires : [add(wires, 'blame')];
  return mul([...(wires.length === 1 ? wires[0].args : blame), ...slopeOf(setup, point, layer, k)]);
}

/** The batch's mean. @param {Setup} setup @param {(point: number) => Expression} term @returns {Expression} */
const meanOf = ({ points }, term) => (points === 1 ? term(0) : div(add(range(points).map(term), 'points'), num(points), 'mean'));

/** (B3), (B4) @param {Setup} setup @param {string} parameter @returns {Expression} */
function gradient(setup, parameter) {
  const { kind, layer, neuron, source } = placeOf(parameter);
  if (kind === 'w') {
    return meanOf(setup, (point) => mul([ref(outputKey(setup, point, layer - 1, source), 'source'), ref(deltaKey(point, layer, neuron), 'delta')]));
  }
  // One bias of a whole layer is blamed by each of its neurons.
  const sharing = setup.biases === 'layer' ? range(setup.sizes[layer - 1]) : [neuron];
  return meanOf(setup, (point) => add(sharing.map((k) => ref(deltaKey(point, layer, k), 'delta')), 'blame'));
}

/** (G1) @param {Setup} setup @param {string} parameter @returns {[string, Expression][]} by key */
function update(setup, parameter) {
  const step = (/** @type {string} */ by) => sub(ref(parameter), mul([ref(RATE), ref(by)], 'step'));
  if (setup.optimizer === 'plain') return [[afterUpdate(parameter), step(gradientOf(parameter))]];
  const velocity = velocityOf(parameter);
  const kept = add([mul([ref(MOMENTUM), ref(velocity)], 'kept'), ref(gradientOf(parameter))]);
  return [[afterUpdate(velocity), kept], [afterUpdate(parameter), step(afterUpdate(velocity))]];
}

/** @param {Setup} setup @param {number} point @returns {Expression} */
function costOf(setup, point) {
  const n = layersOf(setup);
  const outputs = range(setup.sizes[n - 1]);
  return COSTS[setup.cost].cost(outputs.map((k) => targetKey(point, k)), outputs.map((k) => outputKey(setup, point, n, k)));
}

/** With what has changed by the update. @param {ReadonlySet<string>} learning @param {Expression} formula */
const withNew = (learning, formula) => renamed(formula, (key) => (/^[zaC]\b/.test(key) || learning.has(key) ? afterUpdate(key) : null));

/** @param {Setup} setup @returns {Quantity[]} each after all that it depends on */
export function quantitiesOf(setup) {
  const layers = laterLayers(setup);
  const n = layersOf(setup);
  const points = range(setup.points);
  /** @type {Quantity[]} */
  const rows = [];
  /** @param {Quantity['kind']} kind @param {Quantity['lane']} lane @param {string} key @param {Expression} formula @param {boolean} [isAsked] */
  const ask = (kind, lane, key, formula, isAsked = true) => rows.push({ key, kind, lane, place: placeOf(key), formula, isAsked });

  for (const point of points) {
    for (const layer of layers) {
      const neurons = range(setup.sizes[layer - 1]);
      const isSoftmax = activationOf(setup, layer) === 'softmax';
      const bend = (/** @type {number} */ k) => ask('a', 'forward', aKey(point, layer, k), activated(setup, point, layer, k));
      for (const k of neurons) {
        ask('z', 'forward', zKey(point, layer, k), weightedSum(setup, point, layer, k));
        if (!isSoftmax && activationOf(setup, layer) !== 'linear') bend(k);
      }
      if (isSoftmax) neurons.forEach(bend);
    }
    if (setup.cost !== 'none') ask('cost', 'forward', setup.points === 1 ? COST : `C:${point}`, costOf(setup, point));
  }
  if (setup.cost === 'none') return rows;
  if (setup.points > 1) ask('cost', 'forward', COST, meanOf(setup, (point) => ref(`C:${point}`)));
  for (const point of points) {
    for (const layer of [...layers].reverse()) {
      for (const k of range(setup.sizes[layer - 1])) {
        ask('delta', 'backward', deltaKey(point, layer, k), layer === n ? outputBlame(setup, point, k) : hiddenBlame(setup, point, layer, k));
      }
    }
  }
  const learning = parameterKeys(setup).sort((one, other) => placeOf(other).layer - placeOf(one).layer);
  for (const parameter of learning) ask('gradient', 'backward', gradientOf(parameter), gradient(setup, parameter));
  for (const parameter of learning) {
    for (const [key, formula] of update(setup, parameter)) ask(key.startsWith('v') ? 'velocity' : 'parameter', 'update', key, formula);
  }
  const changed = new Set(learning);
  for (const { key, kind, formula } of rows.filter((row) => row.lane === 'forward')) {
    ask(kind, 'update', afterUpdate(key), withNew(changed, formula), key === COST);
  }
  return rows;
}

/** What one update costs in numbers of the sheet. @param {Setup} setup */
export const askedCount = (setup) => quantitiesOf(setup).filter(({ isAsked }) => isAsked).length;

