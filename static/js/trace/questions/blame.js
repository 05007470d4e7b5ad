/** @file The question which neuron of a layer gets the largest δ. */

import { neuronName } from '../../figures/network/describe.js';
import { neuronKey } from '../../figures/network/keys.js';
import { plainNumber, settle } from '../printed.js';
import { apart } from './apart.js';

/** @typedef {import('../types.js').Subject} Subject */

/** Shares of the greatest size by which two blames may differ and count as equal: less than rounding brings. */
const EQUAL = 1e-12;

/** @param {string[]} words */
const listed = (words) => [words.slice(0, -1).join(', '), words[words.length - 1]].filter(Boolean).join(' and ');

/**
 * Where a neuron's δ comes from, in numbers that give it as printed; '' where one formula doesn't say it (B1).
 * @param {Subject} subject
 * @param {number} layer
 * @param {number} k
 */
function originOf({ trace, architecture, experiment }, layer, k) {
  const isOutput = layer === architecture.layers;
  if (isOutput && experiment.cost !== 'cross_entropy') return '';
  if (isOutput) {
    const [a, y] = [/** @type {number[]} */ (trace.activations[layer])[k], trace.target[k]];
    const { digits } = settle([a], ([printed]) => printed - y);
    return `: its output ${plainNumber(a, digits)} minus the truth ${y}`;
  }
  const above = /** @type {number[]} */ (trace.deltas[layer + 1]);
  const reaching = above.reduce((sum, delta, m) => sum + trace.parameters[architecture.weightIndex(layer + 1, m, k)] * delta, 0);
  const slope = /** @type {number[]} */ (trace.slopes[layer])[k];
  const { digits } = settle([slope, reaching], ([s, sum]) => s * sum);  // (B2)
  return `: ${plainNumber(reaching, digits)} reaches it, times its slope ${plainNumber(slope, digits)}`;
}

/**
 * Null where there is nothing to choose: one neuron, or all blamed alike.
 * @param {Subject} subject
 * @param {number} layer
 * @returns {import('./index.js').Question | null}
 */
export function blameQuestion(subject, layer) {
  const { trace, architecture } = subject;
  const deltas = /** @type {number[]} */ (trace.deltas[layer]);
  const sizes = deltas.map(Math.abs);
  const greatest = Math.max(...sizes);
  const neurons = deltas.map((_, k) => k);
  const right = neurons.filter((k) => sizes[k] >= greatest * (1 - EQUAL));
  if (!Number.isFinite(greatest) || right.length === deltas.length) return null;

  const second = Math.max(...sizes.filter((_, k) => !right.includes(k)));
  const next = sizes.indexOf(second);
  const digits = apart(greatest, second);
  const delta = (/** @type {number} */ k) => `δ = ${plainNumber(deltas[k], digits)}`;
  const isOutput = layer === architecture.layers;
  const name = (/** @type {number} */ k) => neuronName(layer, k, architecture);
  const short = (/** @type {number} */ k) => (isOutput ? name(k) : `neuron ${k + 1}`);
  const place = isOutput ? 'the output' : `layer ${layer}`;
  return {
    prompt: `Blame δ is about to reach ${place}: how fast the cost grows with each neuron\u2019s sum. `
      + 'Which neuron gets the largest, whatever its sign?',
    options: neurons.map((k) => ({
      value: String(k),
      label: `${short(k)[0].toUpperCase()}${short(k).slice(1)}`,
      key: neuronKey(layer, k),
      otherwise: `You said ${short(k)}, which has ${delta(k)}.`,
    })),
    right: right.map(String),
    because: right.length === 1
      ? `${name(right[0])} has ${delta(right[0])}${originOf(subject, layer, right[0])}.`
      : `${listed(right.map((k) => `${name(k)} (${delta(k)})`))} share the largest size.`,
    runnerUp: `Next comes ${short(next)} with ${delta(next)}.`,
    about: null,
    place: { layer, neuron: right[0], source: null },
  };
}
