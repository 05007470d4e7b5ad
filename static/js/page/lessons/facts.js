/**
 * What a lesson can look at: each fact of a moment by its name, how it is read, and how it is printed. A check is over facts, so over
 * what there is, never over what was pressed.
 */
import { Architecture } from '../../network/architecture.js';
import { parseKey } from '../../network/keys.js';
import { presentDataset } from '../points/samples.js';
import { trainingCount } from '../../state/points.js';
import { formatCost, formatCount, formatNumber, formatPercent } from '../../ui/format.js';
import { typedNumber } from '../../ui/parse.js';

/** @typedef {import('../../types.js').State} State */
/** @typedef {number | string | boolean} Value */

/**
 * @typedef {Pick<State, 'experiment' | 'points' | 'frame' | 'revision' | 'drawn' | 'status' | 'diverged' | 'undo'> & {
 *   phase: string | null, glass: string | null}} Moment
 *   `phase`: kind of the phase that a followed pass is in; `glass`: key of what is under the glass
 */

/**
 * @typedef {object} Fact
 * @property {'number' | 'text' | 'flag'} kind
 * @property {string} words what it is, for who writes a lesson
 * @property {(moment: Moment) => Value | null} read null where it is not known just now
 * @property {(value: number) => string} [print] of a number
 */

/** A network's own parameters and what the last update changed, where the frame is of this very network. @param {Moment} moment */
function networkOf({ experiment, frame, revision }) {
  if (!experiment || !frame || frame.revision < revision) return null;
  const architecture = new Architecture(experiment);
  return architecture.parameterCount === frame.parameters.length ? { architecture, frame } : null;
}

/** Numbers of the network as it stands with its points: not those of the points before. @param {(frame: NonNullable<Moment['frame']>) => number} read */
const measured = (read) => (/** @type {Moment} */ { frame, revision, diverged }) => {
  if (!frame || diverged || frame.revision < revision) return null;
  const value = read(frame);
  return Number.isFinite(value) ? value : null;
};

/** @param {Moment} moment @param {(layer: number, neuron: number, architecture: Architecture) => number[]} indices */
function greatest(moment, indices) {
  const network = networkOf(moment);
  if (!network) return null;
  const { architecture, frame } = network;
  let most = 0;
  for (let layer = 2; layer <= architecture.layers; layer += 1) {
    for (let neuron = 0; neuron < architecture.sizes[layer - 1]; neuron += 1) {
      for (const index of indices(layer, neuron, architecture)) most = Math.max(most, Math.abs(frame.parameters[index]));
    }
  }
  return most;
}

/** @param {Architecture} architecture @param {number} layer @param {number} neuron */
const incoming = (architecture, layer, neuron) => Array.from(
  { length: architecture.sizes[layer - 2] }, (_, source) => architecture.weightIndex(layer, neuron, source));

/** The mean size of a layer's changes in the last update. @param {NonNullable<ReturnType<typeof networkOf>>} network @param {number} layer */
function moved({ architecture, frame }, layer) {
  const size = architecture.sizes[layer - 1];
  const changes = Array.from({ length: size }, (_, neuron) => incoming(architecture, layer, neuron)).flat()
    .map((index) => Math.abs(frame.update[index]));
  return changes.reduce((sum, change) => sum + change, 0) / changes.length;
}

/** How many neurons of the first hidden layer hear and say something of their own. @param {Moment} moment */
function differentNeurons(moment) {
  const network = networkOf(moment);
  if (!network || network.architecture.layers < 3) return null;
  const { architecture, frame } = network;
  const seen = new Set(Array.from({ length: architecture.sizes[1] }, (_, neuron) => {
    const outgoing = Array.from({ length: architecture.sizes[2] }, (__, next) => architecture.weightIndex(3, next, neuron));
    return [...incoming(architecture, 2, neuron), architecture.biasIndex(2, neuron), ...outgoing].map((index) => frame.parameters[index]).join();
  }));
  return seen.size;
}

/** How much the first hidden layer moved in the last update, of how much the last layer did. @param {Moment} moment */
function firstShare(moment) {
  const network = networkOf(moment);
  if (!network || network.frame.step === 0) return null;
  const last = moved(network, network.architecture.layers);
  return last > 0 ? moved(network, 2) / last : null;
}

/**
 * Updates made since the network or its settings were last changed by hand: a change remembers the moment before it. Where training
 * began anew since, all of them.
 * @param {Moment} moment
 */
function sinceChange({ frame, undo }) {
  if (!frame) return null;
  const last = undo.past.findLast(({ edits, deed }) => edits === null && deed.type !== 'split');
  if (!last) return frame.step;
  if (!last.moment) return null; // it is not answered yet, or long ago
  const { step } = last.moment.progress;
  return last.deed.type === 'reset' || frame.step < step ? frame.step : frame.step - step;
}

/** A part of the whole, also where it is a tiny one. @param {number} share */
const part = (share) => (share >= 0.01 ? formatPercent(share) : `1 in ${formatCount(Math.round(1 / Math.max(share, 1e-12)))}`);

/** @param {string} words @param {(moment: Moment) => number | null} read @param {(value: number) => string} [print] @returns {Fact} */
const number = (words, read, print = formatNumber) => ({ kind: 'number', words, read, print });
/** @param {string} words @param {(moment: Moment) => string | null} read @returns {Fact} */
const text = (words, read) => ({ kind: 'text', words, read });
/** @param {string} words @param {(moment: Moment) => boolean | null} read @returns {Fact} */
const flag = (words, read) => ({ kind: 'flag', words, read });
/** @template {keyof import('../../types.js').Experiment} K @param {K} name */
const setting = (name) => (/** @type {Moment} */ { experiment }) => experiment?.[name] ?? null;

/** @type {Record<string, Fact>} */
export const FACTS = {
  step: number('updates made since the start', ({ frame }) => frame?.step ?? null, formatCount),
  since_change: number('updates made since the network, a weight or a setting was last changed by hand', sinceChange, formatCount),
  epoch: number('whole passes through the training points', ({ frame }) => frame?.epoch ?? null, formatCount),
  train_cost: number('the cost on the training points', measured((frame) => frame.train_cost), formatCost),
  test_cost: number('the cost on the test points', measured((frame) => frame.test_cost), formatCost),
  train_correct: number('the share of training points that are right, 0 to 1', measured((frame) => frame.train_accuracy), formatPercent),
  test_correct: number('the share of test points that are right, 0 to 1', measured((frame) => frame.test_accuracy), formatPercent),
  hidden_layers: number('how many hidden layers there are', ({ experiment }) => experiment?.hidden.length ?? null, formatCount),
  neurons: number('how many hidden neurons there are in all', ({ experiment }) => experiment?.hidden.reduce((sum, size) => sum + size, 0) ?? null, formatCount),
  parameters: number('how many weights and biases there are', ({ experiment }) => experiment && new Architecture(experiment).parameterCount, formatCount),
  learning_rate: number('the learning rate', setting('learning_rate'), typedNumber),
  momentum: number('the momentum', setting('momentum'), typedNumber),
  batch_size: number('the size of a batch; larger than the number of training points: all of them', setting('batch_size'), formatCount),
  l1: number('the strength of the L1 penalty', setting('l1'), typedNumber),
  l2: number('the strength of the L2 penalty', setting('l2'), typedNumber),
  activation: text('the activation of the hidden neurons, such as "tanh"', setting('activation')),
  output: text('the output, such as "softmax"', setting('output')),
  cost: text('the cost, such as "cross_entropy"', setting('cost')),
  optimizer: text('the optimizer, such as "momentum"', setting('optimizer')),
  initializer: text('the kind of first weights, such as "zeros"', setting('initializer')),
  dataset: text('the data set that the points come from, "none" for others', (moment) => presentDataset(moment) ?? 'none'),
  points: number('how many points there are', ({ points }) => points.length, formatCount),
  training_points: number('how many of them are learned from', ({ points }) => trainingCount(points), formatCount),
  test_points: number('how many of them are for testing', ({ points }) => points.length - trainingCount(points), formatCount),
  by_hand: number('how many times a weight or a bias was set by hand', ({ undo }) => undo.past.filter(({ deed }) => deed.type === 'set_parameter').length, formatCount),
  largest_weight: number('the size of the largest weight', (moment) => greatest(moment, (layer, neuron, architecture) => incoming(architecture, layer, neuron))),
  largest_bias: number('the size of the largest bias', (moment) => greatest(moment, (layer, neuron, architecture) => [architecture.biasIndex(layer, neuron)])),
  different_neurons: number('how many neurons of the first hidden layer are unlike the others there', differentNeurons, formatCount),
  first_share: number('how far the weights into the first hidden layer moved in the last update, as a share of how far those into the last layer did', firstShare, part),
  phase: text('the phase of the pass that is followed: "input", "forward", "cost", "backward", "gradient", "update"; "none" without a pass', ({ phase }) => phase ?? 'none'),
  glass: text('what is under the glass: "weight", "bias", "neuron"; "none" where nothing is', ({ glass }) => (glass && parseKey(glass, 0)?.kind) ?? 'none'),
  diverged: flag('whether training stopped because numbers grew beyond all bounds', ({ status, diverged }) => status === 'diverged' || diverged !== null),
  training: flag('whether it trains just now', ({ status }) => status === 'training'),
};

/** @param {string} name @param {Value | null} value */
export function printed(name, value) {
  if (value === null) return '–';
  const fact = FACTS[name];
  if (typeof value === 'number') return fact.print?.(value) ?? String(value);
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value.replaceAll('_', ' ');
}
