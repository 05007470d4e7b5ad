/** @file What a learner may predict before a phase shows it, and the verdict; functions of the trace alone. */

import { neuronName } from '../figures/network/describe.js';
import { said } from '../words/sentence.js';
import { digitsApart, plainNumber } from './printed.js';

/** @typedef {import('./types.js').Phase} Phase */
/** @typedef {import('./types.js').Subject} Subject */
/** @typedef {import('../words/sentence.js').Sentence} Sentence */

/**
 * @typedef {Object} Question
 * @property {Sentence} prompt
 * @property {{value: string, label: string}[]} options
 * @property {string[]} right    values that are right: more than one where two are equal
 * @property {Sentence} because  what the numbers say, as the end of a sentence
 */

/** Two blames that differ by less than this share of the greatest count as equal. */
const EQUAL = 1e-12;
/** A number that shares no factor with the usual counts of weights, so that successive steps ask about different ones. */
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
  const most = sizes.flatMap((size, k) => (size >= greatest * (1 - EQUAL) ? [k] : []));
  if (!Number.isFinite(greatest) || most.length === deltas.length) return null;
  const second = Math.max(...sizes.filter((_, k) => !most.includes(k)));
  const digits = digitsApart(sizes[most[0]], second);
  const printed = most.map((k) => plainNumber(deltas[k], digits));
  const others = plainNumber(second, digits);
  const rest = deltas.length - most.length === 1 ? 'the size of the other is' : 'the size of any other is at most';
  const place = layer === architecture.layers ? 'the output' : `layer ${layer}`;
  return {
    prompt: said(`Blame is about to reach ${place}. Which neuron gets the largest share, whatever its sign?`),
    options: deltas.map((_, k) => ({ value: String(k), label: `Neuron ${k + 1}` })),
    right: most.map(String),
    because: said(
      `${most.map((k, at) => `${neuronName(layer, k, architecture)} has \u03b4 = ${printed[at]}`).join(', ')}; ${rest} ${others}.`,
      { that: 'are blamed most', layer, neurons: most, others, count: deltas.length },
      ...most.map((neuron, at) => ({ that: 'is printed', quantity: 'delta', layer, neuron, printed: printed[at] })),
    ),
  };
}

/** Every weight, with where it stands. @param {Subject['architecture']} architecture */
const weightsOf = (architecture) => Array.from({ length: architecture.layers - 1 }, (_, at) => at + 2).flatMap((layer) =>
  Array.from({ length: architecture.sizes[layer - 1] }, (_, neuron) => neuron).flatMap((neuron) =>
    Array.from({ length: architecture.sizes[layer - 2] }, (_, source) => (
      { layer, neuron, source, index: architecture.weightIndex(layer, neuron, source) }))));

/**
 * Why a step goes the way it goes: against the gradient, or as what is kept of earlier steps decides.
 * @param {number} gradient
 * @param {number} change
 */
function reasonOf(gradient, change) {
  if (gradient === 0) return { against: false, words: ', but what the optimizer kept of earlier steps moves it' };
  const against = (gradient > 0) !== (change > 0);
  return { against, words: against ? ', the step goes against it' : ', but what the optimizer kept of earlier steps decides' };
}

/**
 * Whether a weight goes up or down in the update; null where none moves.
 * @param {Subject} subject
 * @returns {Question | null}
 */
function updateQuestion({ trace, architecture, experiment }) {
  const { update, batch, parameters } = trace;
  if (!update || !batch) return null;
  const moved = weightsOf(architecture).filter(({ index }) => update.after[index] !== parameters[index]);
  if (moved.length === 0) return null;
  const { layer, neuron, source, index } = moved[(trace.step * STRIDE + trace.point.id) % moved.length];
  const [old, next, gradient] = [parameters[index], update.after[index], update.gradient[index]];
  const digits = digitsApart(old, next);
  const [from, to, slope] = [plainNumber(old, digits), plainNumber(next, digits), plainNumber(gradient)];
  const name = `the weight from ${neuronName(layer - 1, source, architecture)} to ${neuronName(layer, neuron, architecture)}`;
  const { against, words } = reasonOf(gradient, next - old);
  const hasPenalty = experiment.l1 > 0 || experiment.l2 > 0;
  const place = { layer, neuron, source };
  return {
    prompt: said(`${batch.next ? 'The update comes next.' : 'Last comes the update that this batch would make now.'} Will ${name}, ${from} now, go up or down?`, { that: 'is printed', quantity: 'parameter', ...place, printed: from },
      { that: 'is next', next: batch.next }),
    options: [{ value: 'up', label: 'Up' }, { value: 'down', label: 'Down' }],
    right: [next > old ? 'up' : 'down'],
    because: said(
      `its gradient over the batch${hasPenalty ? ', penalty included,' : ''} is ${slope}${words}, and it goes from ${from} to ${to}.`,
      { that: 'moves', ...place, from, to }, { that: 'goes', ...place, to: next > old ? 'up' : 'down', against },
      { that: 'penalty', on: hasPenalty }, { that: 'is printed', quantity: 'training gradient', ...place, printed: slope },
    ),
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
  return { isRight, sentence: said(`${isRight ? 'Right' : 'Not quite'}: ${because.text}`, ...because.claims) };
}
