/** @file What a learner may predict before a phase shows it, and the verdict; functions of the trace alone. */

import { neuronName } from '../figures/network/describe.js';
import { formatNumber } from '../ui/format.js';

/** @typedef {import('./types.js').Phase} Phase */
/** @typedef {import('./types.js').Subject} Subject */

/**
 * @typedef {Object} Question
 * @property {string} prompt
 * @property {{value: string, label: string}[]} options
 * @property {string[]} right   values that are right: more than one where two are equal
 * @property {string} because   what the numbers say, as a sentence
 */

const DIGITS = 4;
/** Shares of the greatest size by which two blames may differ and count as equal. */
const EQUAL = 1e-12;
/** A number without a common factor with usual counts of weights, so that one step after the other asks for others. */
const STRIDE = 7919;

/**
 * Which neuron of a layer is blamed most; null where there is nothing to choose.
 * @param {Subject} subject
 * @param {number} layer
 * @returns {Question | null}
 */
function blameQuestion({ trace, architecture }, layer) {
  const deltas = /** @type {number[]} */ (trace.deltas[layer]);
  const sizes = deltas.map(Math.abs);
  const greatest = Math.max(...sizes);
  const right = sizes.flatMap((size, k) => (size >= greatest * (1 - EQUAL) ? [String(k)] : []));
  if (!Number.isFinite(greatest) || right.length === deltas.length) return null;
  const name = (/** @type {number} */ k) => neuronName(layer, k, architecture);
  const others = Math.max(...sizes.filter((_, k) => !right.includes(String(k))));
  const place = layer === architecture.layers ? 'the output' : `layer ${layer}`;
  return {
    prompt: `Blame is about to reach ${place}. Which neuron gets the largest share, whatever its sign?`,
    options: deltas.map((_, k) => ({ value: String(k), label: `Neuron ${k + 1}` })),
    right,
    because: `${right.map((k) => `${name(Number(k))} has δ = ${formatNumber(deltas[Number(k)], DIGITS)}`).join(', ')}; `
      + `the size of any other is ${formatNumber(others, DIGITS)} at most.`,
  };
}

/**
 * Whether a weight goes up or down in the update; null where none moves.
 * @param {Subject} subject
 * @returns {Question | null}
 */
function updateQuestion({ trace, architecture }) {
  const { update, batch, parameters } = trace;
  if (!update || !batch) return null;
  const { sizes, layers } = architecture;
  const weights = Array.from({ length: layers - 1 }, (_, at) => at + 2).flatMap((layer) =>
    Array.from({ length: sizes[layer - 1] }, (_, neuron) => neuron).flatMap((neuron) =>
      Array.from({ length: sizes[layer - 2] }, (_, source) => (
        { layer, neuron, source, index: architecture.weightIndex(layer, neuron, source) }))));
  const moved = weights.filter(({ index }) => update.after[index] !== parameters[index]);
  if (moved.length === 0) return null;
  const { layer, neuron, source, index } = moved[(trace.step * STRIDE + trace.point.id) % moved.length];
  const change = update.after[index] - parameters[index];
  const gradient = batch.gradient[index];
  const name = `the weight from ${neuronName(layer - 1, source, architecture)} to ${neuronName(layer, neuron, architecture)}`;
  const went = `it goes from ${formatNumber(parameters[index], DIGITS)} to ${formatNumber(update.after[index], DIGITS)}.`;
  const usual = gradient === 0 || Math.sign(gradient) !== Math.sign(change);
  return {
    prompt: `The update comes next. Will ${name}, ${formatNumber(parameters[index], DIGITS)} now, go up or down?`,
    options: [{ value: 'up', label: 'Up' }, { value: 'down', label: 'Down' }],
    right: [change > 0 ? 'up' : 'down'],
    because: usual && gradient !== 0
      ? `its gradient over the batch is ${formatNumber(gradient, DIGITS)}, the step goes against it, and ${went}`
      : `its gradient over the batch is ${formatNumber(gradient, DIGITS)}, but what the optimizer kept of earlier steps `
        + `decides, and ${went}`,
  };
}

/**
 * What can be asked before a phase is shown.
 * @param {Subject} subject
 * @param {Phase} phase
 * @returns {Question | null}
 */
export function questionBefore(subject, phase) {
  if (phase.kind === 'backward') return blameQuestion(subject, phase.layer);
  return phase.kind === 'update' ? updateQuestion(subject) : null;
}

/**
 * Whether an answer is right, and why, in a sentence.
 * @param {Question} question
 * @param {string} answer
 */
export function verdictOn({ right, because }, answer) {
  const isRight = right.includes(answer);
  return { isRight, sentence: `${isRight ? 'Right' : 'Not quite'}: ${because}` };
}
