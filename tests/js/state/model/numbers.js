/** @file Numbers of a model of training: not those of real learning, but like them functions of all that theirs depend on. */

import { Architecture } from '../../../../static/js/network/architecture.js';
import { OPTIONS } from '../../options.js';

/** @typedef {import('../../../../static/js/types.js').Experiment} Experiment */
/** @typedef {import('../../../../static/js/types.js').Point} Point */
/** @typedef {{step: number, epoch: number, batch: number, parameters: Float64Array, optimizer: Record<string, Float64Array>}} Progress */

/** Draws from [0, 1) that follow from a text alone. @param {string} text */
export function generator(text) {
  let state = [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {Experiment} experiment */
export const memorySizes = (experiment) => {
  const { parameterCount } = new Architecture(experiment);
  const { vectors, counts } = OPTIONS.optimizer[experiment.optimizer];
  return Object.fromEntries([...vectors.map((name) => [name, parameterCount]), ...counts.map((name) => [name, 1])]);
};

/** @param {Experiment} experiment */
const freshMemory = (experiment) => Object.fromEntries(
  Object.entries(memorySizes(experiment)).map(([name, size]) => [name, new Float64Array(size)]));

/** @param {Experiment} experiment @param {string} purpose */
function drawn(experiment, purpose) {
  const draw = generator(`${experiment.seed} ${experiment.initializer} ${purpose}`);
  return Float64Array.from({ length: new Architecture(experiment).parameterCount }, () => draw() - 0.5);
}

/** @param {Experiment} experiment @returns {Progress} */
export const initial = (experiment) => ({
  step: 0, epoch: 0, batch: 0, parameters: drawn(experiment, 'initializer'), optimizer: freshMemory(experiment),
});

/** @param {Experiment} experiment @param {Point[]} points */
export const batchCount = ({ batch_size: size }, points) => Math.ceil(points.filter(({ test }) => !test).length / size);

/** One update, in place. @param {Experiment} experiment @param {Point[]} points @param {Progress} progress */
export function update(experiment, points, progress) {
  const training = points.filter(({ test }) => !test);
  const { batch_size: size, shuffle, learning_rate: rate, momentum, decay } = experiment;
  const turn = shuffle ? Math.floor(generator(`${experiment.seed} order ${progress.epoch}`)() * training.length) : 0;
  const order = [...training.slice(turn), ...training.slice(0, turn)];
  const batch = order.slice(progress.batch * size, (progress.batch + 1) * size);
  const pull = batch.reduce((sum, { x1, x2, target }, index) => sum * 0.5 + x1 + 2 * x2 * (index + 1) - target, experiment.activation.length);
  const { velocity, mean, squares, updates } = progress.optimizer;
  if (updates) updates[0]++;
  progress.parameters.forEach((value, index) => {
    let gradient = Math.tanh(value + pull * (1 + (index % 5))) / 8 + experiment.l2 * value + experiment.l1 * Math.sign(value);
    if (squares) squares[index] = decay * squares[index] + gradient * gradient;
    if (mean) gradient = mean[index] = momentum * mean[index] + gradient;
    if (velocity) gradient = velocity[index] = momentum * velocity[index] + gradient;
    progress.parameters[index] = value - (Math.min(rate, 1) * gradient) / (1 + (updates?.[0] ?? 0));
  });
  progress.step++;
  progress.batch++;
  if (progress.batch < batchCount(experiment, points)) return;
  progress.batch = 0;
  progress.epoch++;
}

/** @typedef {{layer: number | null, neurons: (number | null)[]}} Origin  where a layer's neurons come from */

/**
 * θ and memory moved into another network: what survives is kept, the rest drawn anew.
 * @param {Experiment} from
 * @param {Experiment} to
 * @param {Origin[]} origins   of layer i in slot i - 1
 * @param {Progress} progress
 * @returns {Progress}
 */
export function transplant(from, to, origins, progress) {
  const [before, after] = [new Architecture(from), new Architecture(to)];
  const source = new Array(after.parameterCount).fill(-1);
  for (let layer = 2; layer <= after.layers; layer++) {
    const [origin, previous] = [origins[layer - 1], origins[layer - 2]];
    origin.neurons.forEach((old, neuron) => {
      if (origin.layer === null || old === null) return;
      source[after.biasIndex(layer, neuron)] = before.biasIndex(origin.layer, old);
      if (previous.layer !== origin.layer - 1) return;
      previous.neurons.forEach((oldSource, k) => {
        if (oldSource !== null) source[after.weightIndex(layer, neuron, k)] = before.weightIndex(/** @type {number} */ (origin.layer), old, oldSource);
      });
    });
  }
  const moved = (/** @type {Float64Array} */ fresh, /** @type {Float64Array} */ old) => (
    fresh.map((value, index) => (source[index] >= 0 ? old[source[index]] : value))
  );
  const optimizer = freshMemory(to);
  if (from.optimizer === to.optimizer) {
    for (const [name, old] of Object.entries(progress.optimizer)) {
      optimizer[name] = name === 'updates' ? old.slice() : moved(optimizer[name], old);
    }
  }
  return { ...progress, parameters: moved(drawn(to, `surgery ${progress.step}`), progress.parameters), optimizer };
}
