/**
 * What one neuron says of the training points and of the plane, and what its map's colours stand for.
 */
import { OUTPUT_WORDS } from '../../network/choices.js';
import { OUTPUT_KINDS } from '../../network/output_kinds.js';
import { ACTIVATIONS } from '../../network/activations.js';
import { createScales, PROBES } from '../../network/field/scales.js';
import { NONE } from '../../network/features.js';
import { feedforward } from '../../network/forward.js';

/** @typedef {import('../snapshot.js').Snapshot} Snapshot */
/** @typedef {import('../../network/architecture.js').Architecture} Architecture */
/** @typedef {{layer: number, neuron: number}} Place */

/**
 * @typedef {object} Answer
 * @property {number} target class, or height, of the point
 * @property {number} value the neuron's activation for it
 */

/** Above this a neuron says yes: what it makes of a sum of 0; of an output that is a share, a half.
 * @param {Architecture} architecture @param {Place} place */
export function thresholdOf({ layers, activation, output }, { layer }) {
  if (layer === 1) return 0;
  if (layer < layers) return ACTIVATIONS[activation].value(0);
  return OUTPUT_WORDS[output].is_probability ? 0.5 : 0;
}

/**
 * The network of a snapshot, where its parameters belong to it.
 * @param {Snapshot} snapshot
 * @returns {{architecture: Architecture, parameters: Float32Array} | null}
 */
export function networkOf({ architecture, frame }) {
  if (!architecture || !frame || frame.parameters.length !== architecture.parameterCount) return null;
  return { architecture, parameters: frame.parameters };
}

/** Words, picture and scale ask for the same ones. @type {{snapshot: Snapshot, layer: number, neuron: number, answers: Answer[]} | null} */
let last = null;

/**
 * The training points' answers, in the points' order; null where there is no network, or one that the neuron is not in.
 * @param {Snapshot} snapshot
 * @param {Place} place
 * @returns {Answer[] | null}
 */
export function answersOf(snapshot, { layer, neuron }) {
  const network = networkOf(snapshot);
  if (!network || !(neuron < network.architecture.sizes[layer - 1])) return null;
  if (last?.snapshot === snapshot && last.layer === layer && last.neuron === neuron) return last.answers;
  const answers = snapshot.points.filter(({ test }) => !test).map(({ x1, x2, more, target }) => {
    const { activations } = feedforward(network.architecture, network.parameters, x1, x2, more ?? NONE);
    return { target, value: /** @type {Float64Array} */ (activations[layer])[neuron] };
  });
  last = { snapshot, layer, neuron, answers };
  return answers;
}

/** Makers of scales, kept for as long as their network. @type {WeakMap<Architecture, ReturnType<typeof createScales>>} */
const makers = new WeakMap();

/**
 * From which activation to which a neuron's map has its colours: both are the full ones, and 0 is pale.
 * @param {Architecture} architecture
 * @param {ArrayLike<number>} parameters
 * @param {Place} place
 * @returns {{low: number, high: number}}
 */
export function rangeOf(architecture, parameters, { layer, neuron }) {
  const { layers, activation, task, output } = architecture;
  if (layer === layers) return { low: task === 'regression' ? -1 : OUTPUT_KINDS[output].levels?.[0] ?? 0, high: 1 };
  const scalesOf = makers.get(architecture) ?? createScales(architecture);
  makers.set(architecture, scalesOf);
  const { inputs, layers: ofLayers } = scalesOf(parameters);
  const high = layer === 1 ? inputs[neuron] : ofLayers[layer];
  const isNeverNegative = layer > 1 && PROBES.every((z) => ACTIVATIONS[activation].value(z) >= 0);
  return { low: isNeverNegative ? 0 : -high, high };
}
