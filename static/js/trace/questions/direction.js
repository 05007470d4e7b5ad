/** @file The question whether a weight goes up or down in the update, whatever optimizer makes it. */

import { neuronName } from '../../figures/network/describe.js';
import { weightKey } from '../../figures/network/keys.js';
import { plainNumber } from '../printed.js';
import { apart } from './apart.js';

/** @typedef {import('../types.js').Subject} Subject */
/** @typedef {{layer: number, neuron: number, source: number, index: number}} Weight */

/** A weight that moves less than this share of the greatest move is not asked about: too little to reason about, or rounding. */
const LEAST_SHARE = 0.01;
/** A number without a common factor with usual counts of weights, so that one step after the other asks for others. */
const STRIDE = 7919;
/** What optimizers keep of earlier gradients that has a sign: its name on the wire, and in words. @type {[string, string][]} */
const MEMORIES = [['velocity', 'the velocity'], ['mean', 'the mean of gradients']];

/**
 * Weights that visibly move; none where something isn't finite.
 * @param {Subject} subject
 * @returns {Weight[]}
 */
function movingWeights({ trace, architecture }) {
  const { after } = /** @type {import('../types.js').TraceUpdate} */ (trace.update);
  const { sizes, layers } = architecture;
  /** @type {Weight[]} */
  const weights = [];
  for (let layer = 2; layer <= layers; layer++) {
    for (let neuron = 0; neuron < sizes[layer - 1]; neuron++) {
      for (let source = 0; source < sizes[layer - 2]; source++) {
        weights.push({ layer, neuron, source, index: architecture.weightIndex(layer, neuron, source) });
      }
    }
  }
  const move = (/** @type {Weight} */ { index }) => Math.abs(after[index] - trace.parameters[index]);
  const greatest = Math.max(...weights.map(move));
  if (!Number.isFinite(greatest)) return [];
  return weights.filter((weight) => move(weight) > 0 && move(weight) >= greatest * LEAST_SHARE);
}

/** The signed memory that an optimizer has of one weight. @param {Record<string, Float64Array>} state @param {number} index */
function memoryOf(state, index) {
  const kept = MEMORIES.find(([name]) => name in state);
  return kept ? { words: kept[1], value: state[kept[0]][index] } : null;
}

const signName = (/** @type {number} */ value) => (value > 0 ? 'positive' : 'negative');

/**
 * @param {number} gradient
 * @param {number} change
 * @param {{words: string, value: number} | null} memory
 */
function reason(gradient, change, memory) {
  const printed = plainNumber(gradient);
  if (gradient !== 0 && Math.sign(gradient) !== Math.sign(change)) {
    return `because its gradient is ${signName(gradient)} (${printed}): a larger weight would cost ${gradient > 0 ? 'more' : 'less'}`;
  }
  const kept = memory ? `${memory.words} kept from earlier steps (${plainNumber(memory.value)})` : 'what earlier steps left behind';
  return gradient === 0
    ? `though its gradient is 0: ${kept} carries it on`
    : `though its gradient is ${signName(gradient)} (${printed}): ${kept} is stronger`;
}

/**
 * Null where no weight moves, and for a test point, which no update is made of.
 * @param {Subject} subject
 * @returns {import('./index.js').Question | null}
 */
export function directionQuestion(subject) {
  const { trace: { update, batch, parameters, step, point }, architecture } = subject;
  if (!update || !batch) return null;
  const weights = movingWeights(subject);
  if (weights.length === 0) return null;
  const { layer, neuron, source, index } = weights[(step * STRIDE + point.id) % weights.length];
  const [before, after] = [parameters[index], update.after[index]];
  const digits = apart(before, after);
  const change = after - before;
  const memory = memoryOf(update.state_before, index);
  const name = `the weight from ${neuronName(layer - 1, source, architecture)} to ${neuronName(layer, neuron, architecture)}`;
  const said = batch.ids.length === 1 ? 'by the gradient of this point' : `by the mean gradient of ${batch.ids.length} points`;
  const remembers = memory?.value ? ' and by what earlier steps left behind' : '';
  const option = { key: null, otherwise: '' };
  return {
    prompt: `The update comes next, ${said}${remembers}. Will ${name}, now ${plainNumber(before)}, go up or down?`,
    options: [{ value: 'up', label: 'Up', ...option }, { value: 'down', label: 'Down', ...option }],
    right: [change > 0 ? 'up' : 'down'],
    because: `it goes ${change > 0 ? 'up' : 'down'}, from ${plainNumber(before, digits)} to ${plainNumber(after, digits)}, `
      + `${reason(batch.gradient[index], change, memory)}.`,
    runnerUp: '',
    about: weightKey(layer, neuron, source),
    place: { layer, neuron, source },
  };
}
