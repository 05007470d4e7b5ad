/**
 * What is to be worked out, in the order of a pass: every z and a, the cost, every delta, every partial derivative.
 */
import { biasKey, weightKey } from '../../network/keys.js';

/** @typedef {import('../../network/architecture.js').Architecture} Architecture */
/** @typedef {import('../../trace/types.js').Trace} Trace */

/**
 * @typedef {object} Quantity
 * @property {string} key its own
 * @property {'z' | 'a' | 'cost' | 'delta' | 'weight' | 'bias'} kind a weight's or bias's: the derivative by it
 * @property {number} layer 0 for the cost
 * @property {number} neuron
 * @property {number} source of a weight, else −1
 * @property {string} element key of its element in the figure
 */

/** @typedef {{kind: 'forward' | 'cost' | 'backward' | 'gradient', layer: number, quantities: Quantity[]}} Stage */

/** @param {number} count */
const upTo = (count) => Array.from({ length: count }, (_, index) => index);

/** @param {Quantity['kind']} kind @param {string} letter @param {number} layer @param {number} neuron @returns {Quantity} */
function atNeuron(kind, letter, layer, neuron) {
  const key = `${letter}:${layer}:${neuron}`;
  return { key, kind, layer, neuron, source: -1, element: key };
}

/** @param {number} layer @param {number} neuron @param {number} inputs @returns {Quantity[]} */
const derivatives = (layer, neuron, inputs) => [
  ...upTo(inputs).map((source) => ({ kind: /** @type {const} */ ('weight'), source, element: weightKey(layer, neuron, source) })),
  { kind: /** @type {const} */ ('bias'), source: -1, element: biasKey(layer, neuron) },
].map((one) => ({ ...one, layer, neuron, key: `C/${one.element}` }));

/**
 * @param {Architecture} architecture
 * @returns {Stage[]}
 */
export function stagesOf({ sizes, layers }) {
  const neurons = (/** @type {number} */ layer) => upTo(sizes[layer - 1]);
  /** @type {Stage[]} */
  const stages = [];
  for (let layer = 2; layer <= layers; layer += 1) {
    stages.push({
      kind: 'forward', layer,
      quantities: neurons(layer).flatMap((neuron) => [atNeuron('z', 'z', layer, neuron), atNeuron('a', 'a', layer, neuron)]),
    });
  }
  stages.push({ kind: 'cost', layer: 0, quantities: [{ key: 'C', kind: 'cost', layer: 0, neuron: 0, source: -1, element: 'C' }] });
  for (let layer = layers; layer >= 2; layer -= 1) {
    stages.push({ kind: 'backward', layer, quantities: neurons(layer).map((neuron) => atNeuron('delta', 'd', layer, neuron)) });
  }
  for (let layer = 2; layer <= layers; layer += 1) {
    stages.push({
      kind: 'gradient', layer, quantities: neurons(layer).flatMap((neuron) => derivatives(layer, neuron, sizes[layer - 2])),
    });
  }
  return stages;
}

/**
 * The true value, as the server worked it out.
 * @param {Quantity} quantity
 * @param {Trace} trace
 * @param {Architecture} architecture
 * @returns {number}
 */
export function truthOf({ kind, layer, neuron, source }, trace, architecture) {
  const of = (/** @type {(number[] | null)[]} */ lists) => /** @type {number[]} */ (lists[layer])[neuron];
  switch (kind) {
    case 'z': return of(trace.pre_activations);
    case 'a': return of(trace.activations);
    case 'cost': return trace.cost;
    case 'delta': return of(trace.deltas);
    case 'weight': return trace.gradient[architecture.weightIndex(layer, neuron, source)];
    default: return trace.gradient[architecture.biasIndex(layer, neuron)];
  }
}

/**
 * The largest number in the sums and products of a pass: what it is calculated with is as exact as that allows.
 * @param {Trace} trace
 * @param {Architecture} architecture
 */
export function largestOf(trace, architecture) {
  let largest = Math.max(1, Math.abs(trace.cost), ...trace.target.map(Math.abs));
  for (let layer = 2; layer <= architecture.layers; layer += 1) {
    const [before, after] = /** @type {number[][]} */ ([trace.activations[layer - 1], trace.deltas[layer]]);
    after.forEach((delta, neuron) => {
      largest = Math.max(largest, Math.abs(trace.parameters[architecture.biasIndex(layer, neuron)]));
      before.forEach((a, source) => {
        const weight = Math.abs(trace.parameters[architecture.weightIndex(layer, neuron, source)]);
        largest = Math.max(largest, weight * Math.abs(a), weight * Math.abs(delta), Math.abs(a * delta));
      });
    });
  }
  return largest;
}
